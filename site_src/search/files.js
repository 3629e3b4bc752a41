// Opening the files of the index: what site_src/pages/search-format.md says, in the order it says it.

const utf8 = new TextDecoder();

/** What a fetched file holds: unpacked, cut into its sections. Rejects when it is missing or damaged. */
export async function open(answer, name) {
  if (!answer.ok) throw new Error(`${answer.status} ${name}`);
  const plain = answer.body.pipeThrough(new DecompressionStream("deflate"));
  return sections(new Uint8Array(await new Response(plain).arrayBuffer()));
}

/** Reads LEB128 numbers one after the other, all but the first few. */
export function numbers(bytes, passed = 0) {
  let at = 0;
  while (passed) if (bytes[at++] < 128) passed--;
  return () => {
    let value = 0, factor = 1, byte;
    do {
      byte = bytes[at++];
      value += (byte & 127) * factor;
      factor *= 128;
    } while (byte > 127);
    return value;
  };
}

/** Byte strings, each after its length. */
export function sections(bytes) {
  const found = [];
  for (let at = 0; at < bytes.length; ) {
    let length = 0, factor = 1, byte;
    do {
      if (at >= bytes.length) throw new Error("The file ends too early.");
      byte = bytes[at++];
      length += (byte & 127) * factor;
      factor *= 128;
    } while (byte > 127);
    if (at + length > bytes.length) throw new Error("The file ends too early.");
    found.push(bytes.subarray(at, at += length));
  }
  return found;
}

/** Words, each given by how many characters it shares with the one before and what follows. */
export function frontCoded(shared, rest) {
  const lines = shared.length ? utf8.decode(rest).split("\n") : [];
  let word = "";
  return lines.map((line, i) => (word = word.slice(0, shared[i]) + line));
}

export const json = (bytes) => (bytes.length ? JSON.parse(utf8.decode(bytes)) : null);

/**
 * A shard: its terms in order, and for each what is known of it, with at most `tier` of its postings. Most terms of a
 * shard are never asked for, so numbers and forms are read when they are.
 */
export function shard([shared, rest, spelled, dfs, ids, values, named, who, held], tier) {
  const spellings = utf8.decode(spelled).split("\n");
  const df = numbers(dfs), names = numbers(named), most = held ? numbers(held) : () => tier;
  const entries = new Map();
  let at = 0, before = 0;
  frontCoded(shared, rest).forEach((term, i) => {
    const count = df(), here = Math.min(count, most());
    entries.set(term, new Entry(term, count, { ids, at, here, values, who, before, named: names(), spelled: spellings[i] }));
    before += entries.get(term).source.named;
    at += here;
  });
  return entries;
}

class Entry {
  constructor(term, df, source) {
    Object.assign(this, { term, df, source, truncated: df > source.here, values: source.values.subarray(source.at, source.at + source.here) });
  }

  get ids() {
    const { ids, at, here } = this.source;
    return (this.read ??= ascending(numbers(ids, at), here));
  }

  get names() {
    const { who, before, named } = this.source;
    return ascending(numbers(who, before), named);
  }

  get forms() {
    const { term, source: { spelled } } = this;
    return spelled ? spelled.split(" ").map((code) => term.slice(0, term.length - code[0]) + code.slice(1)) : [term];
  }
}

/** Completes the frequent terms of a shard with the postings that are not in it. */
export function addTail(entries, [ids, values]) {
  const gap = numbers(ids);
  let at = 0;
  for (const entry of entries.values()) {
    if (!entry.truncated) continue;
    const count = entry.df - entry.ids.length;
    entry.truncated = false;
    entry.read = entry.ids.concat(ascending(gap, count));
    entry.values = Uint8Array.of(...entry.values, ...values.subarray(at, at += count));
  }
}

/** The slug that most titles and names have. */
export function usualAddress(name) {
  const words = (name.toLowerCase().replace(/['’‘`´ʼ]/g, "").replaceAll("&", " and ").match(/[a-z0-9]+/g) ?? []).join("-");
  if (words.length <= 80) return words;
  const cut = words.lastIndexOf("-", 80);
  return words.slice(0, cut >= 40 ? cut : 80);
}

const ascending = (gap, count) => {
  let id = 0;
  return Array.from({ length: count }, () => (id += gap()));
};
