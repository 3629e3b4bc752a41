// Papers of the collection that a saved list speaks of: our own JSON, or BibTeX from anywhere.

import { ask } from "../search/box.js";
import { bibtexEntries } from "./bibtex-read.js";
import { plain, record } from "./records.js";
import { understood } from "./shelf.js";

/** `{papers, unknown}`: papers for the list, and the titles of what is not in the collection. */
export async function papersIn(text) {
  const saved = understood(text);
  if (saved) return { papers: saved, unknown: [] };
  const papers = [], unknown = [];
  for (const entry of bibtexEntries(text)) {
    const found = await paperOf(entry);
    if (found) papers.push({ ...about(found), note: entry.annote ?? "", read: entry.readstatus === "read" });
    else unknown.push(entry.title || entry.doi || "an entry without a title");
  }
  return { papers, unknown };
}

/** What the list keeps of a record. */
export function about({ id, title, authors, date }) {
  const names = authors.slice(0, 4).map(({ name }) => name).join(", ");
  const more = authors.length > 4 ? ` and ${authors.length - 4} more` : "";
  return { key: id, title: plain(title ?? ""), authors: names + more, date: date ?? "" };
}

/** The paper that has an entry's arXiv id, its DOI, or exactly its title. */
async function paperOf({ eprint = "", doi = "", title = "" }) {
  const key = eprint.replace(/^arxiv:/i, "").replace(/v\d+$/, "").replaceAll("/", "-");
  const named = key && (await record(key));
  if (named) return named;
  const known = doi && (await searched(doi, (one) => one.doi?.toLowerCase() === doi.toLowerCase()));
  return known || (title && searched(title, (one) => folded(one.title ?? "") === folded(title)));
}

async function searched(text, fits) {
  const { results = [] } = await ask({ text: text.slice(0, 300), literal: true });
  for (const { url } of results.slice(0, 5)) {
    const one = url.startsWith("papers/") && (await record(decodeURIComponent(url.slice(7, -1))));
    if (one && fits(one)) return one;
  }
  return null;
}

const folded = (text) => plain(text).normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
