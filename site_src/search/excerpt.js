// The sentence of an abstract that says most of what was asked, cut where hits begin and end.

import { stems, words } from "./tokens.js";

const LONGEST_EXCERPT = 260;

/** A text with its hits marked: `[{text, hit}]`. */
export function mark(text, asked) {
  return text.split(/([\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}'’-]*)/u).map((part, i) => ({
    text: part,
    hit: i % 2 > 0 && words(part).some((word) => stems(word).some((term) => asked.has(term))),
  }));
}

/** One sentence, marked, shortened around its first hit. */
export function excerpt(text, asked) {
  let best = [], most = -1;
  for (const sentence of text.split(/(?<=[.!?])\s+(?=\p{Lu})/u)) {
    const parts = mark(sentence, asked);
    const found = new Set(parts.filter(({ hit }) => hit).map((part) => part.text.toLowerCase()));
    if (found.size > most) [best, most] = [parts, found.size];
  }
  return shorten(best);
}

function shorten(parts) {
  const first = Math.max(parts.findIndex(({ hit }) => hit), 0);
  let start = first;
  for (let room = LONGEST_EXCERPT / 3; start > 0 && room > 0; ) room -= parts[--start].text.length;
  const kept = [];
  let room = LONGEST_EXCERPT;
  for (const part of parts.slice(start)) {
    if (room <= 0) break;
    kept.push(part);
    room -= part.text.length;
  }
  if (start > 0) kept.unshift({ text: "…", hit: false });
  if (start + kept.length < parts.length) kept.push({ text: "…", hit: false });
  return kept;
}
