// Cutting text into the words that can be searched.
// The same functions as papergarden/text/tokens.py; tests/search/tokens.json holds both to it.

import { stem } from "./stem.js";

const LONGEST_WORD = 40;
const NAMES =
  "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega".split(" ");
const SPELLED = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i",
  Æ: "AE", Œ: "OE", Ø: "O", Ł: "L", Đ: "D", Ð: "D", Þ: "Th", ẞ: "SS",
};
[..."αβγδεζηθικλμνξοπρςστυφχψω"].forEach((letter, i) => {
  SPELLED[letter] = NAMES[i];
  SPELLED[letter.toUpperCase()] = NAMES[i][0].toUpperCase() + NAMES[i].slice(1);
});
const FONT =
  /\\(?:math[a-z]{1,6}|text[a-z]{0,6}|emph|operatorname|boldsymbol|bm|bf|rm|it|tt|left|right|,|;|!)(?![A-Za-z])/g;
const PIECE = /[\p{L}\p{N}]+(?:[-‐‑–_/.][\p{L}\p{N}]+)*/gu;
const CJK = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]+/g;

/** Without accents, ligatures and TeX; Greek letters by name; case kept. */
export function fold(text) {
  text = text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^\0-\x7f]/g, (c) => SPELLED[c] ?? c);
  if (!/[$\\_^{}]/.test(text)) return text;
  return text.replace(FONT, "").replace(/\\ell(?![A-Za-z])/g, "l").replace(/[_^](?=[{0-9])/g, "").replace(/[${}\\]/g, "");
}

/** The words of a text, in order: each `{parts, solid}`, solid being "" where there is one part only. */
export function words(text) {
  text = fold(text).replace(/['’ʼ`][sS]?(?![\p{L}\p{N}])/gu, " ").replace(/['’ʼ]/g, "");
  return (text.match(PIECE) ?? []).flatMap((piece) => (piece.search(CJK) < 0 ? [word(piece)] : pairs(piece)));
}

/** Everything under which a word is found, stemmed. */
export const stems = ({ parts, solid }) => (solid ? [...parts, solid] : parts).map(stem);

const clip = (text) => [...text].slice(0, LONGEST_WORD).join("");

function word(piece) {
  // The dot of 3.5 belongs to the number; any other dot, dash or slash joins two words.
  const joined = piece.replace(/(?<=[0-9])\.(?=[0-9])/g, "\0").split(/[-‐‑–_/.]/);
  const parts = joined.flatMap((part) => humps(part.replaceAll("\0", "."))).map((hump) => clip(hump.toLowerCase()));
  return { parts, solid: parts.length > 1 ? clip(parts.join("")) : "" };
}

function humps(piece) {
  const parts = piece.split(/(?<=[a-z0-9])(?=[A-Z])/);
  return parts.every((part) => part.length > 1) ? parts : [piece];
}

function pairs(piece) {
  const found = [];
  let end = 0;
  const other = (text) => {
    text = text.replace(/[-‐‑–_/.]/g, "");
    if (text) found.push({ parts: [clip(text.toLowerCase())], solid: "" });
  };
  for (const run of piece.matchAll(CJK)) {
    other(piece.slice(end, run.index));
    const signs = run[0];
    for (let i = 0; i < Math.max(signs.length - 1, 1); i++) found.push({ parts: [signs.slice(i, i + 2)], solid: "" });
    end = run.index + signs.length;
  }
  other(piece.slice(end));
  return found;
}
