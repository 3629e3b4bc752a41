// Our engine and those it is compared with, behind one function each: from a query to the addresses of ten results.
// This runs in a page of a browser; what is fetched is what a reader of a site would fetch.

/* global lunr, MiniSearch */

const engines = {
  async papergarden() {
    const worker = new Worker("/papergarden/search/worker.js", { type: "module" });
    let id = 0;
    return (text) => new Promise((resolve) => {
      const mine = ++id;
      worker.onmessage = ({ data }) => data.id === mine && resolve(data.results?.map(({ url }) => url) ?? []);
      worker.postMessage({ id: mine, text });
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

/** Gets an engine ready; `ask` then answers and says how long it took. */
export async function start(name) {
  const search = await engines[name]();
  window.ask = async (text) => {
    const begun = performance.now();
    const urls = await search(text);
    return { urls, milliseconds: performance.now() - begun };
  };
}
