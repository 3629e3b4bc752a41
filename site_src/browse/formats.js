// Papers as BibTeX, RIS, CSL-JSON, CSV, JSON lines and plain text, made from records of the JSON API.
// The same bytes as `papergarden export` writes for the same papers; tests compare.

import { segments, SPACE } from "./formulas.js";

const ESCAPES = {
  "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "&": "\\&", "%": "\\%", "#": "\\#", _: "\\_",
  $: "\\$", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "\n": " ", "\r": " ",
};
const UNBALANCED = { ...ESCAPES, "{": "\\textbraceleft{}", "}": "\\textbraceright{}" };
const VERBATIM = { "{": "%7B", "}": "%7D", "\\": "%5C", "\n": "", "\r": "" };
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const KINDS = {
  "article-journal": { bibtex: "article", where: "journal", ris: "JOUR" },
  "paper-conference": { bibtex: "inproceedings", where: "booktitle", ris: "CPAPER" },
  article: { bibtex: "misc", where: "", ris: "GEN" },
};
const COLUMNS = "id,title,authors,authors_complete,abstract,arxiv_id,doi,date,venue,categories,organizations,tags,links,score";
const UNPRINTABLE = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{10fffe}\u{10ffff}]|\p{Cs}/gu;
const LINE_ENDS = /[\x85\u2028\u2029]/g;
const AUTHORS_SHOWN = 20;

const byId = (records) => [...records].sort((a, b) => (a.id < b.id ? -1 : 1));

/** What can be had: its name, the ending and type of a file of it, and how it is made from records. */
export const FORMATS = {
  BibTeX: { ending: "bib", type: "application/x-bibtex", write: bibtex },
  RIS: { ending: "ris", type: "application/x-research-info-systems", write: (records) => byId(records).map(ris).join("") },
  "CSL-JSON": { ending: "csl.json", type: "application/vnd.citationstyles.csl+json", write: csl },
  CSV: { ending: "csv", type: "text/csv", write: (records) => [COLUMNS, ...byId(records).map(csv), ""].join("\r\n") },
  JSON: { ending: "jsonl", type: "application/jsonl", write: (records) => byId(records).map(json).join("") },
  Text: { ending: "txt", type: "text/plain", write: (records) => byId(records).map((record) => `${reference(record)}\n`).join("") },
};

/** The record with a value for everything: a page carries only what its citation needs. */
function whole(record) {
  const known = { authors: [], categories: [], organizations: [], links: [], abstract: "", ...record };
  const url = known.doi ? `https://doi.org/${known.doi}`
    : known.arxiv_id ? `https://arxiv.org/abs/${known.arxiv_id}`
      : known.links.find(({ kind }) => kind === "page" || kind === "pdf")?.url ?? "";
  const date = (known.date ?? "").split("-").filter(Boolean).map(Number);
  return { ...known, address: url, parts: date, kind: KINDS[known.cite.type] };
}

function bibtex(records) {
  const sorted = [...records].sort((a, b) => (a.cite.key < b.cite.key ? -1 : 1));
  return sorted.map(bibtexEntry).join("\n");
}

/** One entry, with what a reader `noted` about the paper as further fields. */
function bibtexEntry({ noted = {}, ...record }) {
  const { kind, parts, address, ...known } = whole(record);
  const names = known.authors.map((author, at) => texName(known, author, at));
  const fields = {
    title: known.title && `{{${tex(known.title)}}}`,
    author: names.length && `{${[...names, ...(known.authors_complete ? [] : ["others"])].join(" and ")}}`,
    [kind.where]: known.venue && `{${tex(known.venue)}}`,
    year: parts[0] && `{${parts[0]}}`,
    month: MONTHS[parts[1] - 1],
    eprint: known.arxiv_id && `{${known.arxiv_id}}`,
    archiveprefix: known.arxiv_id && "{arXiv}",
    primaryclass: known.categories.length && `{${tex(known.categories[0])}}`,
    doi: known.doi && `{${verbatim(known.doi)}}`,
    url: address && `{${verbatim(address)}}`,
    abstract: known.abstract && `{${tex(known.abstract)}}`,
    ...Object.fromEntries(Object.entries(noted).map(([name, text]) => [name, `{${tex(text)}}`])),
  };
  const lines = Object.entries(fields).filter(([name, value]) => name && value).map(([name, value]) => `  ${name} = ${value},\n`);
  return `@${kind.bibtex}{${known.cite.key},\n${lines.join("")}}\n`;
}

/** A name as printed; in braces where BibTeX would cut it: organizations, commas, the word "and". */
function texName({ cite }, { name }, at) {
  const made = tex(name), lower = made.toLowerCase();
  const organization = cite.names[at]?.literal !== undefined;
  return organization || made.includes(",") || lower.includes(" and ") || lower === "others" ? `{${made}}` : made;
}

/** Text escaped for TeX, with its formulas left as they are where their braces are balanced. */
function tex(text) {
  return segments(text).map(([formula, piece]) => {
    const fine = balanced(piece), table = fine ? ESCAPES : UNBALANCED;
    return formula && fine ? `$${piece}$` : piece.replace(/[\\{}&%#_$~^\n\r]/g, (char) => table[char]);
  }).join("");
}

function balanced(text) {
  let depth = 0;
  for (const char of text) {
    depth += (char === "{") - (char === "}");
    if (depth < 0) return false;
  }
  return depth === 0;
}

const verbatim = (text) => text.replace(/[{}\\\n\r]/g, (char) => VERBATIM[char]);

function ris(record) {
  const { kind, parts, address, ...known } = whole(record);
  const day = parts.map((part) => String(part).padStart(2, "0"));
  const tags = [
    ["TY", kind.ris],
    ["TI", known.title],
    ...known.authors.map((author, at) => ["AU", inverted(nameParts(known, author, at))]),
    ["AB", known.abstract],
    ["T2", known.venue],
    ["PY", parts[0]],
    ["DA", parts.length && [...day, ...Array(4 - day.length).fill("")].join("/")],
    ["DO", known.doi],
    ["UR", address],
    ["AN", known.arxiv_id && `arXiv:${known.arxiv_id}`],
    ...topics(known).map((topic) => ["KW", topic]),
    ["ID", known.id],
  ];
  const lines = tags.map(([tag, value]) => [tag, String(value || "").split(SPACE).filter(Boolean).join(" ")]);
  return [...lines.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value}\n`), "ER  - \n\n"].join("");
}

const topics = ({ cite }) => cite.topics.map((at) => cite.tags[at]);

/** The parts of a name in CSL-JSON: those that the record gives, else given names and a last word. */
function nameParts({ cite }, { name }, at) {
  if (cite.names[at]) return cite.names[at];
  const cut = name.lastIndexOf(" ");
  return cut < 0 ? { literal: name } : { family: name.slice(cut + 1), given: name.slice(0, cut) };
}

const inverted = ({ literal, family, given, suffix, "non-dropping-particle": particle }) =>
  literal ?? [[particle, family].filter(Boolean).join(" "), given, suffix].filter(Boolean).join(", ");

function csl(records) {
  return `${JSON.stringify(byId(records).map(cslItem), null, 1)}\n`;
}

function cslItem(record) {
  const { parts, address, ...known } = whole(record);
  const item = {
    id: known.cite.key,
    type: known.cite.type,
    title: known.title,
    author: known.authors.length && known.authors.map((author, at) => nameParts(known, author, at)),
    abstract: known.abstract,
    "container-title": known.venue,
    issued: parts.length && { "date-parts": [parts] },
    DOI: known.doi,
    URL: address,
    archive: known.arxiv_id && "arXiv",
    archive_location: known.arxiv_id,
    keyword: topics(known).join(", "),
  };
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value));
}

function csv(record) {
  const list = (values) => values.join("; ");
  const { score, ...known } = whole(record);
  const cells = [
    known.id, known.title, list(known.authors.map(({ name }) => name)), String(known.authors_complete), known.abstract, known.arxiv_id,
    known.doi, known.date, known.venue, list(known.categories), list(known.organizations), list(known.cite.tags),
    list(known.links.map(({ url }) => url)), Number.isInteger(score) ? BigInt(score) : score,
  ];
  return cells.map((cell) => quoted(inert(String(cell ?? "")))).join(",");
}

// A spreadsheet runs a cell that begins like a formula; an apostrophe makes it text (OWASP).
const inert = (cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

function json({ cite, noted, ...record }) {
  return `${JSON.stringify(record).replace(LINE_ENDS, (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}

/** The paper as a line of a bibliography. */
export function reference(record) {
  const { authors, authors_complete: complete, title, venue, arxiv_id: arxiv, date, doi } = whole(record);
  const all = complete && authors.length <= AUTHORS_SHOWN;
  const people = authors.slice(0, AUTHORS_SHOWN).map(({ name }) => name).join(", ") + (all || !authors.length ? "" : " et al.");
  const where = venue || (arxiv ? `arXiv:${arxiv}` : "");
  const said = [people, plain(title ?? ""), where, (date ?? "").slice(0, 4), doi ? `doi:${doi}` : ""];
  return said.filter(Boolean).map((part) => `${part.replace(/\.+$/, "")}.`).join(" ");
}

/** A title on one line, without the dollar signs around its formulas. */
export function plain(text) {
  const line = text.replace(SPACE, " ").replace(UNPRINTABLE, "\ufffd").trim();
  return segments(line).map(([, piece]) => piece).join("");
}
