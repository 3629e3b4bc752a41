// Phrases: the index knows in which documents all the words are; whether they stand together, their pages say.

import { usualAddress } from "./files.js";
import { words } from "./tokens.js";

const MOST_PAGES = 24;
const ABSTRACT = /class="?pg-abstract"?[^>]*>([^]*?)<\/div>/;

export const plain = (text) => words(text).flatMap((word) => word.parts).join(" ");

/** Whether a text has a phrase, as it was typed but for case and accents. */
export const says = (text, { said }) => ` ${plain(text)} `.includes(` ${said} `);

/** Where the page of a document is, below the site. */
export const address = (title, url) => (url.endsWith("/") ? url.replace(/^\/$/, "") : `papers/${url || usualAddress(title)}/`);

/** Of the first documents those whose titles or abstracts have all phrases; of the others nobody knows. */
export async function saying(library, ranked, query) {
  const wanted = query.phrases.filter(({ not }) => !not);
  if (!wanted.length) return ranked;
  const first = ranked.ids.slice(0, MOST_PAGES), dropped = new Set();
  await Promise.all((await library.rows("blocks", first, library.block)).map(async ([id, [title, , , , url]]) => {
    const left = wanted.filter((phrase) => !says(title, phrase));
    if (!left.length) return;
    const page = await fetch(`${library.base}../${address(title, url)}`).then((answer) => (answer.ok ? answer.text() : "")).catch(() => "");
    // Where a page cannot be had, the words must do.
    const abstract = page && (ABSTRACT.exec(page)?.[1] ?? "").replace(/<[^>]*>/g, "").replace(/&#?\w+;/g, " ");
    if (page && !left.every((phrase) => says(abstract, phrase))) dropped.add(id);
  }));
  return { ...ranked, ids: ranked.ids.filter((id) => !dropped.has(id)), total: ranked.total - dropped.size, unread: ranked.ids.length > MOST_PAGES };
}
