// What stands after a colon: `author:`, `year:2020..2023` and so on.

import { label } from "./parse.js";
import { stem } from "./stem.js";
import { words } from "./tokens.js";

const AUTHOR = 16;
const MOST_SHARDS = 8;

/** Sets `query.allowed`, which marks the documents that pass, where there are filters. */
export async function filter({ library }, query) {
  const passes = await Promise.all(query.filters.map((one) => pass(library, one)));
  if (!passes.length) return;
  query.allowed = new Uint8Array(library.size).fill(1);
  passes.forEach((has, i) => {
    const wanted = query.filters[i].not ? 0 : 1;
    has.forEach((passed, id) => passed !== wanted && (query.allowed[id] = 0));
  });
}

async function pass(library, { field, value }) {
  if (field === "year") {
    const [, from, dots, to] = /^(\d{4})?(\.\.|-)?(\d{4})?$/.exec(value) ?? [];
    return new Uint8Array(library.size).fill(1, ...library.span(Number(from ?? 0), Number(dots ? to ?? 9999 : from ?? -1)));
  }
  const author = field === "author";
  const wanted = author ? words(value).flatMap((word) => word.parts.map(stem)) : [`${field}:${label(value)}`];
  const counts = new Uint8Array(library.size);
  const found = await Promise.all(wanted.map((term) => entries(library, term, author)));
  found.forEach((some, i) => {
    for (const { ids, values } of some) ids.forEach((id, j) => counts[id] === i && (!author || values[j] & AUTHOR) && counts[id]++);
  });
  return counts.map((count) => Number(found.length > 0 && count === found.length));
}

/** The terms meant, whole: "venue:cvpr" finds "venue:cvpr-2017" too, but "tag:graph" not "tag:graphics". */
async function entries(library, wanted, author) {
  const shards = (await library.shardsFrom(wanted, author ? 1 : MOST_SHARDS)).filter(Boolean);
  const fits = ({ term }) => term === wanted || (!author && term.startsWith(wanted + "-"));
  const found = shards.map((shard) => [shard, [...shard.values()].filter(fits)]);
  await Promise.all(found.map(([shard, some]) => some.some(({ truncated }) => truncated) && library.complete(shard)));
  return found.flatMap(([, some]) => some);
}
