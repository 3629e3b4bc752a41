// The worker: answers queries, the latest of each kind only. Messages are `{id, text, offset, count, literal, early, patience}` for a query,
// `{id, text, literal, every: true}` for the numbers of all documents that answer it, which Python gives them in
// `search_places.document_numbers`, and `{id, abstract, words}` for an excerpt; answers carry the same id. A page that
// names the worker "fed" sends it the manifest, `{manifest}`, which it fetches while the worker starts.

import { excerpt, mark } from "./excerpt.js";
import { library } from "./library.js";
import { search } from "./rank.js";

const base = new URL("./", self.location.href).href;
let opened, feed;
// By what is asked for: a question of the box overtakes one of the box, not one of the page to browse.
const latest = new Map();
const fed = self.name === "fed" && new Promise((resolve) => (feed = resolve));

self.onmessage = async ({ data }) => {
  const { id, abstract, manifest } = data;
  if (manifest !== undefined) return feed(manifest);
  if (abstract !== undefined) return self.postMessage({ id, excerpt: excerpt(abstract, new Set(data.words)) });
  latest.set(data.every, id);
  try {
    const answer = await answerTo(data, data.early && ((early) => self.postMessage({ id, soon: true, ...marked(early) })));
    if (answer) self.postMessage({ id, ...marked(answer) });
  } catch (error) {
    self.postMessage({ id, error: String(error) });
  }
};

async function answerTo(data, early) {
  opened ??= library(base, {}, await fed);
  let index = await opened.catch((error) => {
    opened = undefined;
    throw error;
  });
  if (!data.text) return null;
  const options = { ...data, early, goOn: () => latest.get(data.every) === data.id };
  const answer = await search(index, data.text, options);
  if (!answer?.missing) return answer;
  // Perhaps the site was published anew and the files of the old manifest are gone: once, look again.
  const fresh = await library(base, { cache: "reload" }).catch(() => index);
  if (fresh.version === index.version) return answer;
  opened = Promise.resolve(fresh);
  return search(fresh, data.text, options);
}

/** An answer, with the words that were asked for marked in its titles. */
function marked(answer) {
  const asked = new Set(answer.words);
  for (const result of answer.results ?? []) result.marked = mark(result.title, asked);
  return answer;
}
