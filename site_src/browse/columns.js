// The files below browse/: which papers have which topic, year, venue …, in what order they can be sorted, how they
// look in a list. site_src/pages/browse-format.md says it byte by byte.

import { json, numbers, open, sections, usualAddress } from "../search/files.js";

const FOLDER = new URL("../browse/", import.meta.url).href;
const FORMAT = 2, NAME_BYTES = 6;
const utf8 = new TextDecoder();
const TITLES = 0, SCORES = 1, SEARCH = 2, RECORDS = 3;

/** The collection; rejects when its manifest cannot be had. */
export async function collection(options) {
  const [header, names, sizes, ...inline] = await fetched("manifest.bin", { cache: "no-cache", ...options });
  const known = json(header);
  if (known.format !== FORMAT) throw new Error(`The files have format ${known.format}, this page knows ${FORMAT}.`);
  return new Collection(known, names, sizes, inline);
}

export class Collection {
  constructor(header, names, sizes, inline) {
    Object.assign(this, { count: header.papers, version: header.version, scored: header.scored, names, inline, first: header.rows });
    this.kept = new Map();
    this.starts = [0];
    for (const size of sizes) this.starts.push(this.starts.at(-1) + size);
    this.facets = new Map(header.facets.map((about) => [about.name, new Facet(this, about)]));
  }

  /** The sections of the file of a number, and what `read` makes of them; fetched once. */
  file(number, read = (parts) => parts) {
    if (!this.kept.has(number)) {
      const name = [...this.names.subarray(number * NAME_BYTES, (number + 1) * NAME_BYTES)];
      const hex = name.map((byte) => byte.toString(16).padStart(2, "0")).join("");
      this.kept.set(number, fetched(`${hex}.bin`).then(read).catch((error) => {
        this.kept.delete(number);
        throw error;
      }));
    }
    return this.kept.get(number);
  }

  /** The papers by title, those that are scored by score, and the search's number of each. */
  byTitle() {
    return this.file(TITLES, ([content]) => list(content));
  }

  byScore() {
    return this.file(SCORES, ([content]) => list(content));
  }

  /** The paper of each of the search's numbers; -1 where it has none. */
  bySearch() {
    return this.file(SEARCH, ([content]) => {
      const theirs = list(content);
      const ours = new Int32Array(theirs.reduce((most, one) => Math.max(most, one), 0) + 1).fill(-1);
      theirs.forEach((number, paper) => (ours[number] = paper));
      return ours;
    });
  }

  /** Where the records of papers are in the JSON API: `[shard, number]` of each. */
  async records(papers) {
    const places = await this.file(RECORDS, ([content]) => list(content));
    return papers.map((paper) => [places[2 * paper], places[2 * paper + 1]]);
  }

  /** The rows of papers, as HTML that the build has made. */
  async rows(papers) {
    const files = papers.map((paper) => this.rowsWith(paper));
    const found = await Promise.all(files.map((file) => this.file(this.first + file, (rows) => rows.map((row) => utf8.decode(row)))));
    return papers.map((paper, i) => found[i][paper - this.starts[files[i]]]);
  }

  rowsWith(paper) {
    return lastUpTo(this.starts, paper);
  }
}

/** Where in an ascending list the last thing is that is no greater than `one`, which the first never is. */
function lastUpTo(list, one) {
  let low = 0, high = list.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (list[middle] <= one) low = middle;
    else high = middle;
  }
  return low;
}

/** A way to narrow the papers; its values are known once it is `ready`. */
export class Facet {
  constructor(collection, { name, label, every, values, at }) {
    Object.assign(this, { collection, name, label, every, size: values, at, ready: false });
    if (at < 0) this.read(sections(collection.inline[-1 - at]));
  }

  async load() {
    if (!this.ready) this.read(await this.collection.file(this.at));
  }

  read([known, counts, gaps]) {
    Object.assign(this, json(known));
    const count = numbers(counts), gap = numbers(gaps);
    this.ends = new Uint32Array(this.size);
    let end = 0;
    for (let value = 0; value < this.size; value++) this.ends[value] = end += count();
    this.papers = new Uint32Array(end);
    for (let value = 0, at = 0; value < this.size; value++) {
      for (let paper = 0; at < this.ends[value]; at++) this.papers[at] = paper += gap();
    }
    if (this.names) this.slugs = this.slugs.map((slug, i) => slug || usualAddress(this.names[i]));
    this.ready = true;
  }

  /** Calls back with each paper that has a value. */
  each(value, visit) {
    for (let at = value ? this.ends[value - 1] : 0; at < this.ends[value]; at++) visit(this.papers[at]);
  }

  /** How many of the papers that a mask has each value has. */
  counts(mask) {
    const counts = new Uint32Array(this.size);
    for (let value = 0, at = 0; value < this.size; value++) {
      let count = 0;
      for (; at < this.ends[value]; at++) count += mask[this.papers[at]];
      counts[value] = count;
    }
    return counts;
  }

  /** Names and slugs of a value, out of a file of neighbours where there are very many. */
  async named(value) {
    if (this.names) return { name: this.names[value], slug: this.slugs[value] };
    const number = lastUpTo(this.places, value), at = value - this.places[number];
    const { names, slugs } = await this.block(number);
    return { name: names[at], slug: slugs[at] };
  }

  /** The value of a slug, -1 when there is none. */
  async valueOf(slug) {
    if (this.names) return this.slugs.indexOf(slug);
    const number = lastUpTo(this.starts, slug), { slugs } = await this.block(number);
    return slugs.includes(slug) ? this.places[number] + slugs.indexOf(slug) : -1;
  }

  block(number) {
    return this.collection.file(this.first + number, ([content]) => {
      const { names, slugs } = json(content);
      return { names, slugs: slugs.map((slug, i) => slug || usualAddress(names[i])) };
    });
  }
}

const fetched = async (name, options) => open(await fetch(FOLDER + name, options), name);

/** The numbers that a section holds, one after the other. */
function list(content) {
  const found = [];
  let value = 0, factor = 1;
  for (const byte of content) {
    value += (byte & 127) * factor;
    factor *= 128;
    if (byte > 127) continue;
    found.push(value);
    [value, factor] = [0, 1];
  }
  return found;
}
