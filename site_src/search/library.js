// The index as a whole: which file holds what, fetched once and kept.

import { addTail, json, open, sections, shard } from "./files.js";

const FORMAT = 2, NAME_BYTES = 6;
const KINDS = ["shards", "tails", "endings", "nameBlocks", "blocks"];

/** The index below an address that ends in a slash; its manifest where somebody has it already. */
export async function library(base, options, manifest) {
  const answer = manifest ? new Response(manifest) : await fetch(`${base}manifest.bin`, options);
  const [header, hashes, front, ...contents] = await open(answer, "manifest");
  const known = json(header);
  if (known.format !== FORMAT) throw new Error(`The index has format ${known.format}, this reader knows ${FORMAT}.`);
  return new Library(base, known, hashes, front, contents);
}

class Library {
  constructor(base, header, hashes, front, contents) {
    Object.assign(this, header, { base, hashes, contents, missing: new Set(), kept: new Map() });
    this.stop = new Set(header.stop.split(" "));
    this.common = header.common.split(" ");
    this.version = `${hashes} ${contents.map(({ length }) => length)}`;
    this.front = front.length ? shard(sections(front)) : null;
    this.first = {};
    let at = 0;
    KINDS.forEach((kind, i) => {
      this.first[kind] = at;
      at += header.counts[i];
    });
    this.size = header.years.reduce((sum, [, size]) => sum + size, 0);
  }

  /** The sections of a file; null, and remembered as missing, when it cannot be had. */
  file(kind, number, read = (parts) => parts) {
    const place = this.first[kind] + number;
    if (!this.kept.has(place)) this.kept.set(place, this.fetch(place).then((parts) => parts && read(parts)).catch(() => this.lost(place)));
    return this.kept.get(place);
  }

  async fetch(place) {
    if (place >= this.inline) return sections(this.contents[place - this.inline]);
    const name = [...this.hashes.subarray(place * NAME_BYTES, (place + 1) * NAME_BYTES)];
    return open(await fetch(`${this.base}${name.map((byte) => byte.toString(16).padStart(2, "0")).join("")}.bin`), place);
  }

  lost(place) {
    this.missing.add(place);
    this.kept.delete(place);
    return null;
  }

  /** The terms of a shard, with their postings. */
  shardAt(number) {
    return this.file("shards", number, (parts) => Object.assign(shard(parts, this.tier), { number }));
  }

  /** All shards that hold words with this beginning, the first few of them. */
  shardsFrom(beginning, most) {
    return Promise.all(range(this.shards, beginning, most).map((number) => this.shardAt(number)));
  }

  /** Likewise of words spelled backwards; an index of one shard has none. */
  endingsFrom(beginning, most) {
    return Promise.all(this.counts[2] ? range(this.endings, beginning, most).map((number) => this.file("endings", number)) : []);
  }

  /** Completes a shard with the postings of frequent terms that are not in it. */
  async complete(entries) {
    let place = entries.number, number = 0;
    while (place >= this.tails[number]) place -= this.tails[number++];
    const tails = await this.file("tails", number);
    if (tails) addTail(entries, tails.slice(2 * place, 2 * place + 2));
  }

  /** What is shown of the numbers given, of those that can be had: pairs of a number and its fields. */
  async rows(kind, ids, size) {
    const found = await Promise.all(ids.map(async (id) => {
      const columns = await this.file(kind, Math.floor(id / size), ([content]) => json(content));
      const row = columns?.[0]?.indexOf(id % size) ?? -1;
      return row < 0 ? [] : [[id, columns.slice(1).map((column) => column[row])]];
    }));
    return found.flat();
  }

  /** The first number of a year and the one after its last; of a span of years likewise. */
  span(from, to) {
    let start = -1, end = 0, at = 0;
    for (const [year, size] of this.years) {
      if (year >= from && year <= to && year) {
        if (start < 0) start = at;
        end = at + size;
      }
      at += size;
    }
    return [Math.max(start, 0), end];
  }
}

/** Which of the shards, given the borders between them, a word would be in. */
export function position(borders, word) {
  let low = 0, high = borders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (borders[middle] <= word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The shards that words with a beginning may be in. */
export function range(borders, beginning, most) {
  const first = position(borders, beginning), last = position(borders, beginning + "\uffff");
  return Array.from({ length: Math.min(last - first + 1, most) }, (_, i) => first + i);
}
