// BibTeX as reference managers save it, as far as papers can be recognized by it.

const ENTRY = /@([a-z]+)\s*\{\s*([^,\s{}]+)\s*,/gi;
const FIELD = /\s*,?\s*([a-z][\w-]*)\s*=\s*/iy;
const SIGNS = { textbackslash: "\\", textasciitilde: "~", textasciicircum: "^", textbraceleft: "{", textbraceright: "}" };

/** The entries of a file: objects of their fields in lower case, as text. What is no entry is passed over. */
export function bibtexEntries(text) {
  const found = [];
  for (const { 1: kind, index, 0: head } of text.matchAll(ENTRY)) {
    if (/^(comment|string|preamble)$/i.test(kind)) continue;
    const fields = {};
    let at = index + head.length;
    for (;;) {
      FIELD.lastIndex = at;
      const name = FIELD.exec(text)?.[1].toLowerCase();
      if (!name) break;
      const [value, end] = valueAt(text, FIELD.lastIndex);
      fields[name] ??= plain(value);
      at = end;
    }
    found.push(fields);
  }
  return found;
}

/** A value in braces, quotes or bare, and where it ends. */
function valueAt(text, start) {
  const opening = text[start];
  if (opening !== "{" && opening !== '"') {
    const bare = /[^,}\s]*/y;
    bare.lastIndex = start;
    return [bare.exec(text)[0], bare.lastIndex];
  }
  let depth = 0, at = start + (opening === '"');
  for (; at < text.length; at++) {
    if (text[at] === "{") depth++;
    else if (text[at] === "}") depth--;
    if (opening === "{" ? depth === 0 : text[at] === '"' && depth === 0) break;
  }
  return [text.slice(start + 1, at), at + 1];
}

/** Without TeX's escapes and braces, but for those of formulas. */
function plain(value) {
  return value.split(/(\$[^$]*\$)/).map((piece, i) => (i % 2 ? piece : piece
    .replace(/\\(textbackslash|textasciitilde|textasciicircum|textbraceleft|textbraceright)\{\}|\\([{}&%#_$])|[{}]/g,
      (_, word, sign) => (word ? SIGNS[word] : sign ?? "")))).join("").replace(/\s+/g, " ").trim();
}
