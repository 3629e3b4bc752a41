// What a reader typed, as clauses that a document must, may or must not meet.

import { stem } from "./stem.js";
import { words } from "./tokens.js";

const LONGEST = 400, MOST_WORDS = 6, MOST_CLAUSES = 16;
const FIELDS = new Set(["author", "tag", "venue", "has", "source", "year"]);
const TOKEN = /(-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/gi;

/**
 * `{clauses, phrases, filters, typing}`. A clause is a list of alternatives, an alternative a list of terms. `not` marks
 * what must be absent. `typing` is the last word where it may be the beginning of a longer one.
 */
export function parse(text, library) {
  const query = { clauses: [], phrases: [], filters: [], typing: "", text: text.slice(0, LONGEST) };
  const pasted = identifier(query.text.trim());
  if (pasted) query.id = pasted;
  let or = false;
  for (const [whole, minus, field, quoted, bare] of query.text.matchAll(TOKEN)) {
    if (bare === "OR" && !field && !minus) {
      or = query.clauses.length > 0;
      continue;
    }
    const named = FIELDS.has(field?.toLowerCase());
    const value = quoted ?? (field && !named ? `${field}:${bare}` : bare);
    if (named) query.filters.push({ field: field.toLowerCase(), value, not: minus === "-" });
    else add(query, value, { not: minus === "-" && value !== "", quoted: quoted !== undefined, or });
    or = false;
  }
  const last = query.clauses.at(-1);
  if (last && !last.not && !last.quoted && /[\p{L}\p{N}]$/u.test(query.text)) query.typing = last.word;
  drop(query, library);
  return query;
}

function add(query, value, { not, quoted, or }) {
  const found = words(value);
  if (quoted && found.length > 1) query.phrases.push({ said: found.flatMap((w) => w.parts).join(" "), not });
  if (not) {
    // A document is left out when it has all the words of what is refused.
    if (found.length) query.clauses.push({ not, quoted, word: value, alternatives: [found.flatMap((w) => w.parts.map(stem))] });
    return;
  }
  for (const { parts, solid } of found) {
    const alternatives = [parts.map(stem)];
    if (solid) alternatives.push([stem(solid)]);
    const clause = { not, quoted, word: solid || parts[0], alternatives };
    if (or && query.clauses.length) query.clauses.at(-1).alternatives.push(...alternatives);
    else query.clauses.push(clause);
    or = false;
  }
}

/**
 * Stop words count when there is nothing else; in a phrase the text is compared. Of a long text the most frequent words go: what is
 * left tells enough, and every word is a file to fetch.
 */
function drop(query, { stop, common }) {
  const kept = query.clauses.filter((clause) => clause.not || !stop.has(clause.word));
  if (kept.some((clause) => !clause.not)) query.clauses = kept;
  for (const word of common) {
    if (query.clauses.length <= MOST_WORDS) break;
    query.clauses = query.clauses.filter((clause) => clause.quoted || clause.not || clause.word !== word);
  }
  const seen = new Set();
  query.clauses = query.clauses.filter(({ word, not }) => !seen.has(`${not} ${word}`) && seen.add(`${not} ${word}`)).slice(0, MOST_CLAUSES);
}

// As in papergarden/writers/search_labels.py; tests/search/test_search_vectors.py holds both together.
const ADDRESSES = [
  [/^(?:.*(?:[ar]xiv|ar5iv|huggingface\.co).*?[/:.])?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf|\.html?)?(?:[/?].*)?$/, "$1"],
  [/^.*?(10\.\d{4,9}\/[^\s?#]+?)(?:\.pdf|\/pdf|\/full|\/abstract|\/html)?[/.,;)]*(?:[?#].*)?$/, "$1"],
  [/^.*openreview\.net\/\w+\?(?:.*&)?id=([\w-]+).*$/, "openreview.net/forum?id=$1"],
  [/^.*acl(?:anthology|web)\.org\/.*?([a-z]\d\d-\d{4}|\d{4}\.[a-z\d-]+\.\d+).*$/, "aclanthology.org/$1"],
];
const LIKE_AN_ADDRESS = /^(https?:\/\/|www\.|arxiv:|doi:|10\.\d{4,}\/|\d{4}\.\d{4,5}(v\d+)?$|[a-z-]+(\.[a-z]{2})?\/\d{7}(v\d+)?$|[\w-]+(\.[\w-]+)+\/.)/i;

/** An arXiv id, DOI or address, however written, as the terms of the index spell it; "" for anything else. */
export function identifier(text) {
  // As arXiv prints it beside the first page of a paper: "arXiv:2401.00001v2 [cs.LG] 3 Jan 2024".
  text = /arxiv:\s*\d{4}\.\d{4,5}/i.exec(text)?.[0].replace(/\s/, "") ?? text.replace(/^doi:\s+/i, "doi:");
  if (!/^\S{4,300}$/.test(text) || !LIKE_AN_ADDRESS.test(text)) return "";
  const name = text.toLowerCase();
  const [address, meaning] = ADDRESSES.find(([address]) => address.test(name)) ?? [/^(?:https?:\/\/)?(?:www\.|dx\.)?|#.*$|(?:v\d+)?(?:\.pdf|\.html?)?\/*$/g, ""];
  return "id:" + checksum(name.replace(address, meaning).replace(/^.*\/papers\/([^/]+)$/, "$1"));
}

/** A name as it is typed after a colon. */
export const label = (name) => words(name).flatMap((word) => word.parts).join("-");

/** CRC-32 in eight hex digits. */
function checksum(text) {
  let sum = ~0;
  for (let byte of new TextEncoder().encode(text)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (~sum >>> 0).toString(16).padStart(8, "0");
}
