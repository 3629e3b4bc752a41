// Words that are not in the index: what may have been meant.

import { frontCoded } from "./files.js";

const MOST = 4, MOST_SHARDS = 3;

/** How many slips may be in a word, as it was typed or as it was meant. */
export const most = ({ length }) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** The most likely words of the collection for one that it does not have: `[{form, weight}]`, best first. */
export async function mend(library, word) {
  if (!most(word)) return [];
  const found = new Map();
  const consider = (form, frequency) => {
    const slips = Math.max(most(word), most(form));
    const d = form === word ? Infinity : distance(word, form, slips);
    if (d > slips) return;
    // One slip is far more likely than two, and a slip in the first letter is rare.
    const weight = (d === 1 ? 1 : 0.6) * (form[0] === word[0] ? 1 : 0.9) * (0.7 + 0.02 * Math.min(frequency, 15));
    if (weight > (found.get(form) ?? 0)) found.set(form, weight);
  };
  // Of a word with a slip, the beginning or the end is as it was meant.
  const part = Math.max(2, Math.min((word.length - 1) >> 1, 3));
  const [shards, endings] = await Promise.all([
    library.shardsFrom(word.slice(0, part), MOST_SHARDS),
    library.endingsFrom(backwards(word).slice(0, part), MOST_SHARDS),
  ]);
  for (const entries of shards) {
    for (const { forms, df } of entries?.values() ?? []) for (const form of forms) consider(form, Math.log2(1 + df));
  }
  for (const file of endings) {
    if (file) frontCoded(file[0], file[1]).forEach((form, i) => consider(backwards(form), file[2][i]));
  }
  return [...found].map(([form, weight]) => ({ form, weight })).sort((a, b) => b.weight - a.weight).slice(0, MOST);
}

const backwards = (word) => [...word].reverse().join("");

/** Optimal string alignment: insertions, deletions, substitutions, neighbours exchanged; stops beyond `most`. */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [], row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let d = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, before[j - 2] + 1);
      next.push(d);
      if (d < least) least = d;
    }
    if (least > most) return most + 1;
    before = row;
    row = next;
  }
  return row[b.length];
}
