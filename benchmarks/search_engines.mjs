// Our engine and those it is compared with, behind one function each: from a query to the addresses of ten results.
// This runs in a page of a browser, as a part of it; what is fetched is what a reader of a site would fetch. What draws
// the search box belongs to no engine and is not counted.

/* global lunr, MiniSearch */

const engines = {
  // As our search box does it: `early` is called with the likely results, which the box shows first.
  async papergarden() {
    const worker = new Worker("/papergarden/search/worker.js", { type: "module", name: "fed" });
    fetch("/papergarden/search/manifest.bin").then((answer) => answer.arrayBuffer()).then((manifest) => worker.postMessage({ manifest }));
    let id = 0;
    return (text, early) => new Promise((resolve) => {
      const mine = ++id;
      worker.onmessage = ({ data }) => data.id === mine && (data.soon ? early : resolve)(data.results?.map(({ url }) => url) ?? []);
      worker.postMessage({ id: mine, text, early: true });
    });
  },
  // As Material for MkDocs sets it up: documents are sent and indexed in the browser.
  async Lunr() {
    await script("/tools/lunr/lunr.min.js");
    const documents = await (await fetch("/documents.json")).json();
    const index = lunr(function () {
      this.ref("url");
      this.field("title", { boost: 1000 });
      this.field("text", { boost: 1 });
      for (const document of documents) this.add(document);
    });
    return (text) => index.search(text.replace(/[:~^+*-]/g, " ")).slice(0, 10).map(({ ref }) => ref);
  },
  async MiniSearch() {
    await script("/tools/minisearch/dist/umd/index.js");
    const documents = await (await fetch("/documents.json")).json();
    const index = new MiniSearch({ fields: ["title", "text"], idField: "url" });
    index.addAll(documents);
    const options = { boost: { title: 3 }, fuzzy: 0.2, prefix: true };
    return (text) => index.search(text, options).slice(0, 10).map(({ id }) => id);
  },
  async Pagefind() {
    const pagefind = await import("/pagefind/pagefind.js");
    await pagefind.init();
    return async (text) => {
      const { results } = await pagefind.search(text);
      const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
      return shown.map(({ raw_url: url }) => url.replace(/^\//, ""));
    };
  },
};

function script(src) {
  return new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement("script"), { src, onload: resolve, onerror: reject });
    document.head.append(element);
  });
}

/** Answers one query and says how long it took, and when first results and all were there, since the page was opened. */
async function answer(search, text) {
  const begun = performance.now();
  let first;
  const urls = await search(text, () => (first ??= performance.now()));
  const at = performance.now();
  return { urls, took: at - begun, first: first ?? at, at, opened: performance.timeOrigin };
}

// The page's address names the engine and, of a page that is opened to ask something, the query.
const asked = new URLSearchParams(location.search);
const ready = engines[asked.get("engine")]();
window.ask = async (text) => answer(await ready, text);
if (asked.has("q")) window.asked = window.ask(asked.get("q"));

/** The longest time for which the page did nothing else while queries were answered. */
window.longestPause = async (texts) => {
  let last = performance.now(), longest = 0, running = true;
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    if (running) channel.port2.postMessage(0);
  };
  channel.port2.postMessage(0);
  for (const text of texts) await window.ask(text);
  running = false;
  return longest;
};
