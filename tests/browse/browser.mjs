// What the browser's modules say, for tests in Python to compare: reads one JSON request on stdin, answers on stdout.

import { readFileSync } from "node:fs";
import { read, write } from "../../site_src/browse/address.js";
import { checksum } from "../../site_src/browse/api.js";
import { bibtexEntries } from "../../site_src/browse/bibtex-read.js";
import { collection } from "../../site_src/browse/columns.js";
import { FORMATS } from "../../site_src/browse/formats.js";
import { segments } from "../../site_src/browse/formulas.js";
import { View } from "../../site_src/browse/view.js";
import { joined } from "../../site_src/browse/page.js";

/** Files come from a folder, whatever their address below it. */
const serve = (folder) => (globalThis.fetch = async (address) => new Response(readFileSync(`${folder}/${address.split("/").at(-1)}`)));

const questions = {
  addresses: (list) => list.map((search) => write(read(search, ["topic", "year"]))),
  entries: (list) => list.map(bibtexEntries),
  facets: async ({ folder }) => {
    serve(folder);
    const { facets } = await collection();
    return Promise.all([...facets.values()].map(async (facet) => {
      await facet.load();
      const named = await Promise.all([...facet.ends.keys()].map((value) => facet.named(value)));
      const values = await Promise.all(named.map(async ({ slug, name }) => {
        const papers = [];
        facet.each(await facet.valueOf(slug), (paper) => papers.push(paper));
        return [slug, name, papers];
      }));
      return [facet.name, facet.every, values];
    }));
  },
  view: async ({ folder, chosen }) => {
    serve(folder);
    const papers = await collection();
    await Promise.all([...papers.facets.values()].map((facet) => facet.load()));
    const values = await Promise.all(chosen.map(async ([name, slugs]) => [name, await Promise.all(slugs.map((slug) => papers.facets.get(name).valueOf(slug)))]));
    const view = new View(papers, new Map(values), null);
    const counts = [...papers.facets.values()].map((facet) => [facet.name, [...view.counts(facet)]]);
    return { newest: view.order(), title: view.order(await papers.byTitle()), score: view.order(await papers.byScore()), counts: Object.fromEntries(counts), rows: await papers.rows(view.order()) };
  },
  checksums: (list) => list.map(checksum),
  segments: (list) => list.map(segments),
  joined: (pairs) => pairs.map(([own, article]) => joined(own, article)),
  exports: ({ format, records }) => FORMATS[format].write(records),
};

const { question, about } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(await questions[question](about)));
