// Papers out of the JSON API below data/api/, by key or by place; data/index.html explains its files.

const FOLDER = new URL("../data/api/", import.meta.url).href;
const AT_A_TIME = 8;

let known;
const kept = new Map();

/** The index; kept until a file that it names is gone, because the site was published anew. */
const index = () => (known ??= read("index.json", { cache: "no-cache" }).catch((error) => {
  known = undefined;
  throw error;
}));

async function read(name, options) {
  const answer = await fetch(FOLDER + name, options);
  if (!answer.ok) throw new Error(`${answer.status} ${name}`);
  return answer.json();
}

function shard(name) {
  if (!kept.has(name)) kept.set(name, read(name).catch((error) => {
    kept.delete(name);
    throw error;
  }));
  return kept.get(name);
}

/** CRC-32, as every language's library has it. */
export function checksum(text) {
  let sum = ~0;
  for (const byte of new TextEncoder().encode(text)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}

/** What `ask(index)` says; once more with a fresh index when a file was not there. */
async function twice(ask) {
  try {
    return await ask(await index());
  } catch (error) {
    if (!known) throw error;
    known = undefined;
    return ask(await index());
  }
}

/** The record of a paper, also by a key that it had before; undefined when there is none. */
export const record = (key) => twice((names) => find(names, key));

async function find({ papers }, key, again = true) {
  const { papers: records, moved } = await shard(papers[checksum(key) % papers.length]);
  const found = records.find(({ id }) => id === key);
  return found ?? (again && Object.hasOwn(moved, key) ? find({ papers }, moved[key], false) : undefined);
}

/** The records of many keys, those that are there; `told(done)` hears of the progress. */
export const records = (keys, told) => collect(keys, record, told);

/** The records at places `[shard, number]` that belong to a version of the API. */
export async function recordsAt(places, version, told) {
  const names = await twice(async (names) => {
    if (names.version !== version) throw new Error("The site has been published anew.");
    return names;
  });
  return collect(places, async ([number, at]) => (await shard(names.papers[number])).papers[at], told);
}

async function collect(wanted, ask, told) {
  const found = new Array(wanted.length);
  let next = 0, done = 0;
  const work = async () => {
    while (next < wanted.length) {
      const at = next++;
      found[at] = await ask(wanted[at]);
      told?.(++done);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return found.filter(Boolean);
}
