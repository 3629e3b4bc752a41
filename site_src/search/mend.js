// Words that are not in the index: what may have been meant.

import { frontCoded } from "./files.js";
import { range } from "./library.js";

const MOST = 4;

/** The most likely words of the collection for one that it does not have: `[{form, weight}]`, best first. */
export async function mend(library, word) {
  const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  if (!most) return [];
  const found = new Map();
  const consider = (form, frequency) => {
    if (form === word || Math.abs(form.length - word.length) > most) return;
    const d = distance(word, form, most);
    if (d > most) return;
    // One slip is far more likely than two, and a slip in the first letter is rare.
    const weight = (d === 1 ? 1 : 0.6) * (form[0] === word[0] ? 1 : 0.9) * (0.7 + 0.02 * Math.min(frequency, 15));
    if (weight > (found.get(form) ?? 0)) found.set(form, weight);
  };
  const backwards = [...word].reverse().join("");
  const [shards, endings] = await Promise.all([
    library.shardsFrom(word.slice(0, 3), 3),
    Promise.all(range(library.endings, backwards.slice(0, 3), 3).map((number) => library.file("endings", number))),
  ]);
  for (const entries of shards) {
    for (const { forms, df } of entries?.values() ?? []) for (const form of forms) consider(form, Math.log2(1 + df));
  }
  for (const file of endings) {
    if (file) frontCoded(file[0], file[1]).forEach((form, i) => consider([...form].reverse().join(""), file[2][i]));
  }
  return [...found].map(([form, weight]) => ({ form, weight })).sort((a, b) => b.weight - a.weight).slice(0, MOST);
}

/** Optimal string alignment: insertions, deletions, substitutions, neighbours exchanged; stops beyond `most`. */
export function distance(a, b, most) {
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
