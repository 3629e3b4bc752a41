// Formulas told from running text: the same function as papergarden/text/tex.py, which tests compare with it.

const DISPLAY = "(?:equation|align|gather|multline|eqnarray|displaymath)\\*?";
const MARK = new RegExp(`\\$\\$?|\\\\[[\\](){$\\\\]|\\\\begin\\{(${DISPLAY})\\}|\\\\end\\{(${DISPLAY})\\}`, "g");
const CLOSERS = { $: "$", $$: "$$", "\\(": "\\)", "\\[": "\\]" };
const CERTAIN = /\\[A-Za-z]|[\^_]/;
const PROSE = /(?<![\\\p{L}\p{N}_])[a-z]{3,} [a-z]{2,} [a-z]{3,}(?![\p{L}\p{N}_])/u;
/** What Python takes for white space. */
export const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
const LOOSE = new RegExp(`^${SPACE.source.slice(0, -1)}|${SPACE.source.slice(0, -1)}$`);
const BLANK = new RegExp(`^(?:${SPACE.source})?$`);
const DIGIT = /^[\p{Nd}²³¹⁰⁴-⁹₀-₉]/u;

/** The text cut into `[isFormula, piece]`, formulas without their delimiters, no piece empty. */
export function segments(text) {
  const cut = [];
  let at = 0, opening = null;
  for (const mark of text.matchAll(MARK)) {
    if (["\\\\", "\\$", "\\{"].includes(mark[0])) continue;
    if (opening && closes(text, opening, mark)) {
      cut.push([false, text.slice(at, opening.index)], [true, text.slice(opening.index + opening[0].length, mark.index)]);
      at = mark.index + mark[0].length;
      opening = null;
    } else if (mark[0] in CLOSERS || mark[1]) opening = mark;
  }
  cut.push([false, text.slice(at)]);
  return cut.filter(([, piece]) => piece);
}

function closes(text, opening, mark) {
  if (opening[1]) return opening[1] === mark[2];
  if (mark[0] !== CLOSERS[opening[0]]) return false;
  const inside = text.slice(opening.index + opening[0].length, mark.index);
  if (opening[0] !== "$") return inside !== "";
  if (BLANK.test(inside) || inside.includes("\n\n") || PROSE.test(inside)) return false;
  return !(LOOSE.test(inside) || DIGIT.test(text.slice(mark.index + 1))) || CERTAIN.test(inside);
}
