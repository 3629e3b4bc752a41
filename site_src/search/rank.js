// From a query to ranked documents.

import { json, usualAddress } from "./files.js";
import { position } from "./library.js";
import { mend } from "./mend.js";
import { label, parse } from "./parse.js";
import { stem } from "./stem.js";
import { stems, words } from "./tokens.js";

const LEVEL = 15, AUTHOR = 16;
const COMPLETIONS = 8;
const WHOLE_WORD = 1, BEGUN_WORD = 0.7;
const SURE = 1, ENOUGH = 10;
const MISSED = 0.2;

/**
 * The documents that answer a query, best first: `{results, total, names, mended, missing}`.
 * `mended` pairs what was typed with what was searched instead; `missing` says that a part of the index could
 * not be had. `goOn()` says whether the answer is still wanted. With `every` there are `documents` in place of
 * `results`: the numbers of all that have all the words, best first; `whole` is false where there is none and they
 * are those that have some.
 */
export async function search(library, text, { offset = 0, count = 10, literal = false, every = false, goOn = () => true } = {}) {
  const query = parse(text, library);
  const index = new Terms(library);
  const terms = query.clauses.flatMap((clause) => clause.alternatives.flat());
  await Promise.all([index.load(terms), index.load(query.id ? [query.id] : []), filter(index, query)]);
  if (!goOn()) return null;
  if (query.id && index.get(query.id)) query.clauses = [{ word: query.text, alternatives: [[query.id]] }];
  const clauses = query.clauses.map((clause) => ({ ...clause, alternatives: clause.alternatives.map((terms) => ({ terms, weight: WHOLE_WORD })) }));
  await complete(index, query, clauses);
  if (!literal) await mendUnknown(index, clauses, (clause) => !clause.alternatives.some(({ terms }) => terms.every((term) => index.get(term))));
  if (!goOn()) return null;

  let ranked = score(index, clauses, query);
  const several = clauses.filter((clause) => !clause.not).length > 1;
  if (!literal && ranked.total < (several ? 1 : 3)) {
    // Hardly a document has what was typed: a word may be a slip that happens to be in the index as well.
    await mendUnknown(index, clauses, (clause) => !clause.mended && df(index, clause) < 3);
    ranked = score(index, clauses, query);
  }
  const tails = every ? incomplete(index, clauses) : wanted(index, clauses, query, ranked);
  if (tails.length) {
    await Promise.all(tails.map((entries) => library.complete(entries)));
    ranked = score(index, clauses, query);
  }
  if (!goOn()) return null;
  const found = every ? all(ranked, clauses) : { results: await show(library, ranked, { query, clauses, offset, count }) };
  return {
    ...found,
    total: ranked.total,
    // Where postings were left out because they cannot matter, there may be more.
    more: clauses.some(({ alternatives }) => alternatives.some(({ terms }) => terms.some((term) => index.get(term)?.tail >= 0))),
    some: ranked.ids.length,
    names: names(index, clauses),
    mended: instead(clauses, ranked.ids[0], index),
    words: [...new Set(clauses.flatMap((clause) => (clause.not ? [] : clause.alternatives.flatMap(({ terms }) => terms))))],
    missing: library.missing.size > 0,
  };
}

/** The terms of the shards that were loaded for a query. */
class Terms {
  constructor(library) {
    this.library = library;
    this.shards = new Map();
  }

  async load(terms) {
    const numbers = new Set(terms.map((term) => position(this.library.shards, term)));
    await Promise.all([...numbers].map(async (number) => this.keep(await this.library.shardAt(number))));
  }

  keep(entries) {
    if (entries) this.shards.set(entries.number, entries);
  }

  get(term) {
    return this.shardOf(term)?.get(term);
  }

  shardOf(term) {
    return this.shards.get(position(this.library.shards, term));
  }
}

const df = (index, clause) => Math.max(0, ...clause.alternatives.map(({ terms }) => Math.min(...terms.map((term) => index.get(term)?.df ?? 0))));

/** The word that is still being typed also stands for the words that begin with it. */
async function complete(index, { typing }, clauses) {
  if (!typing) return;
  const clause = clauses.at(-1);
  const begun = index.library.common.filter((word) => word.startsWith(typing)).slice(0, 2);
  await index.load(begun.map(stem));
  const found = begun.map((form) => ({ term: stem(form), df: index.get(stem(form))?.df ?? 0 }));
  for (const { term, df, forms } of index.shardOf(stem(typing))?.values() ?? []) {
    if (forms.some((form) => form.startsWith(typing))) found.push({ term, df });
  }
  const known = new Set(clause.alternatives.map(({ terms }) => terms.join()));
  const best = found.sort((a, b) => b.df - a.df).filter(({ term }) => !known.has(term)).slice(0, COMPLETIONS);
  for (const { term } of best) {
    if (!known.has(term)) clause.alternatives.push({ terms: [term], weight: BEGUN_WORD, begun: true });
    known.add(term);
  }
}

/** Adds what may have been meant to the clauses that a test picks. */
async function mendUnknown(index, clauses, test) {
  const unknown = clauses.filter((clause) => !clause.not && !clause.quoted && test(clause));
  await Promise.all(unknown.map(async (clause) => {
    const [meant, split] = await Promise.all([mend(index.library, clause.word), apart(index, clause.word)]);
    await index.load(meant.map(({ form }) => stem(form)));
    clause.mended = true;
    clause.alternatives.push(
      ...meant.map(({ form, weight }) => ({ terms: [stem(form)], weight, instead: form })),
      ...split.map((forms) => ({ terms: forms.map(stem), weight: 0.9, instead: forms.join(" ") })),
    );
  }));
}

/** Ways to cut a word into two that the collection has. */
async function apart(index, word) {
  const cuts = [];
  for (let i = 3; i <= word.length - 3; i++) cuts.push([word.slice(0, i), word.slice(i)]);
  const known = cuts.filter(([left]) => index.get(stem(left))).slice(-3);
  await index.load(known.map(([, right]) => stem(right)));
  return known.filter(([, right]) => index.get(stem(right)));
}

/** Scores all documents: their numbers best first, how many meet every clause, and the scores. */
function score(index, clauses, query) {
  const { library } = index;
  const scores = new Float32Array(library.size), met = new Uint8Array(library.size), one = new Float32Array(library.size);
  const wanted = clauses.filter((clause) => !clause.not);
  for (const clause of wanted) {
    const touched = [];
    const most = df(index, clause);
    for (const { terms, weight, begun } of clause.alternatives) {
      // A rare completion must not count more than the word as it stands.
      each(index, terms, begun && most, (id, impact) => {
        if (!one[id]) touched.push(id);
        one[id] = Math.max(one[id], impact * weight);
      });
    }
    for (const id of touched) {
      scores[id] += one[id];
      met[id]++;
      one[id] = 0;
    }
  }
  const allowed = query.allowed?.(library.size) ?? null;
  for (const clause of clauses) if (clause.not) for (const { terms } of clause.alternatives) each(index, terms, 0, (id) => (met[id] = 0));
  const must = wanted.filter((clause) => clause.quoted);
  for (const clause of must) keepOnly(index, clause, met);
  let total = 0;
  const ids = [];
  for (let id = 0; id < library.size; id++) {
    if (wanted.length ? !met[id] : !allowed) continue;
    if (allowed && !allowed[id]) continue;
    if (met[id] === wanted.length) total++;
    scores[id] *= MISSED + (1 - MISSED) * (met[id] / (wanted.length || 1));
    ids.push(id);
  }
  // Newer documents have greater numbers.
  ids.sort((a, b) => scores[b] - scores[a] || b - a);
  return { ids, total, scores, met };
}

/** Calls back with every document that has all the terms and what they count together, as terms of `least` documents at least. */
function each(index, terms, least, visit) {
  const entries = terms.map((term) => index.get(term));
  if (entries.some((entry) => !entry)) return;
  const n = index.library.size;
  if (entries.length === 1) {
    const [{ ids, values, df }] = entries, rarity = idf(n, Math.max(df, least || 0)) / LEVEL;
    for (let i = 0; i < ids.length; i++) visit(ids[i], (values[i] & LEVEL) * rarity);
    return;
  }
  const sums = new Map();
  for (const { ids, values, df } of entries) {
    const rarity = idf(n, df) / LEVEL;
    for (let i = 0; i < ids.length; i++) {
      const sum = sums.get(ids[i]) ?? { count: 0, impact: 0 };
      sum.count++;
      sum.impact += (values[i] & LEVEL) * rarity;
      sums.set(ids[i], sum);
    }
  }
  for (const [id, { count, impact }] of sums) if (count === entries.length) visit(id, impact);
}

const idf = (n, df) => Math.log(1 + n / df);

function keepOnly(index, clause, met) {
  const has = new Uint8Array(met.length);
  for (const { terms } of clause.alternatives) each(index, terms, 0, (id) => (has[id] = 1));
  for (let id = 0; id < met.length; id++) if (!has[id]) met[id] = 0;
}

/** Reads what stands after colons: sets `query.allowed`, which marks the documents that pass. */
async function filter(index, query) {
  const passes = await Promise.all(query.filters.map((one) => pass(index, one)));
  if (!passes.length) return;
  const allowed = new Uint8Array(index.library.size).fill(1);
  passes.forEach((has, i) => {
    const not = query.filters[i].not ? 1 : 0;
    for (let id = 0; id < allowed.length; id++) if (has[id] === not) allowed[id] = 0;
  });
  query.allowed = () => allowed;
}

async function pass(index, { field, value }) {
  const { library } = index, has = new Uint8Array(library.size);
  if (field === "year") {
    const [, from, dots, to] = /^(\d{4})?(\.\.|-)?(\d{4})?$/.exec(value) ?? [];
    const [start, end] = library.span(Number(from ?? 0), Number(dots ? to ?? 9999 : from ?? -1));
    return has.fill(1, start, end);
  }
  const wanted = field === "author" ? words(value).flatMap((word) => word.parts.map(stem)) : [`${field}:${label(value)}`];
  const found = await Promise.all(wanted.map(async (term) => {
    const shards = await library.shardsFrom(term, field === "author" ? 1 : 8);
    const entries = shards.flatMap((shard) => [...(shard?.values() ?? [])].filter((entry) => fits(entry.term, term, field)));
    await Promise.all(shards.filter((shard) => entries.some((entry) => entry.tail >= 0 && shard?.get(entry.term))).map((shard) => library.complete(shard)));
    return entries;
  }));
  const counts = new Uint8Array(library.size);
  found.forEach((entries, i) => {
    for (const { ids, values } of entries) {
      ids.forEach((id, j) => {
        if (counts[id] === i && (field !== "author" || values[j] & AUTHOR)) counts[id]++;
      });
    }
  });
  return counts.map((count) => Number(found.length > 0 && count === found.length));
}

// "venue:cvpr" finds "venue:cvpr-2017" too, but "tag:graph" not "tag:graphics".
const fits = (term, wanted, field) => term === wanted || field !== "author" && term.startsWith(wanted + "-");

/** The shards that must be completed, because what is not in them may change the first results. */
function wanted(index, clauses, query, { ids, scores, total }) {
  const frequent = new Set();
  let possible = 0;
  for (const clause of clauses) {
    for (const { terms, weight, begun } of clause.alternatives) {
      for (const term of terms) {
        const entry = index.get(term);
        if (!(entry?.tail >= 0)) continue;
        if (clause.not || clause.quoted || query.allowed) frequent.add(index.shardOf(term));
        else if (!begun) {
          const cut = entry.values.reduce((least, value) => Math.min(least, value & LEVEL), LEVEL);
          possible += (cut / LEVEL) * idf(index.library.size, entry.df) * weight;
        }
      }
    }
  }
  const several = clauses.filter((clause) => !clause.not).length > 1;
  // Only if a document that lacks a word here could, with it, come among the first.
  const lead = (scores[ids[0]] ?? 0) - (scores[ids[SURE]] ?? 0);
  if (several && total < ENOUGH && possible > lead) {
    for (const { alternatives } of clauses) {
      for (const { terms, begun } of alternatives) {
        for (const term of terms) if (!begun && index.get(term)?.tail >= 0) frequent.add(index.shardOf(term));
      }
    }
  }
  return [...frequent];
}

/** All shards of which a part is missing, where nothing may be left out. */
function incomplete(index, clauses) {
  const terms = clauses.flatMap(({ alternatives }) => alternatives.flatMap(({ terms }) => terms));
  return [...new Set(terms.filter((term) => index.get(term)?.tail >= 0).map((term) => index.shardOf(term)))];
}

/** The numbers of all documents that have all the words, or some if none has all. */
function all({ ids, met, total }, clauses) {
  const wanted = clauses.filter((clause) => !clause.not).length;
  return { documents: Uint32Array.from(total ? ids.filter((id) => met[id] === wanted) : ids), whole: total > 0 };
}

/** What is shown of the documents; among the first ones, an exact title first. */
async function show(library, { ids, scores }, { query, clauses, offset, count }) {
  const shown = ids.slice(offset, offset + count);
  const blocks = new Map();
  await Promise.all([...new Set(shown.map((id) => Math.floor(id / library.block)))].map(async (number) => {
    blocks.set(number, json((await library.blockAt(number)) ?? []));
  }));
  const results = shown.flatMap((id) => {
    const columns = blocks.get(Math.floor(id / library.block));
    const row = columns?.[0].indexOf(id % library.block) ?? -1;
    if (row < 0) return [];
    const [title, authors, date, venue, url, code] = columns.slice(1).map((column) => column[row]);
    return [{ id, score: scores[id], title, authors, date, venue, code: Boolean(code), url: url.endsWith("/") ? url.replace(/^\/$/, "") : `papers/${url || usualAddress(title)}/` }];
  });
  const asked = plain(query.text);
  const exact = ({ title }) => {
    if (plain(title) === asked) return 3;
    if (covers(clauses, title, library.stop)) return 2;
    const said = ` ${words(title).flatMap(({ parts }) => parts.map(stem)).join(" ")} `;
    return Number(query.phrases.some(({ terms, not }) => !not && said.includes(` ${terms.join(" ")} `)));
  };
  return results.sort((a, b) => exact(b) - exact(a) || b.score - a.score || (b.date < a.date ? -1 : b.date > a.date ? 1 : 0));
}

/** Whether a title is what was asked and nothing else, misspelled words and stop words aside. */
function covers(clauses, title, stop) {
  const left = words(title).filter(({ parts }) => !stop.has(parts[0])).map(stems);
  const met = clauses.filter(({ alternatives, not }) => !not && alternatives.some(({ terms, begun }) => !begun && left.some((forms) => terms.every((term) => forms.includes(term)))));
  return clauses.length > 1 && met.length === clauses.length && met.length >= left.length;
}

const plain = (text) => words(text).flatMap((word) => word.parts).join(" ");

/** People and tags whose names have all the words. */
function names(index, clauses) {
  const asked = clauses.filter((clause) => !clause.not && !clause.quoted);
  if (!asked.length) return [];
  const found = new Map();
  for (const { alternatives } of asked) {
    for (const { terms } of alternatives) {
      for (const term of terms) {
        for (const [kind, name, papers, url = `authors/${usualAddress(name)}/`] of index.get(term)?.names ?? []) {
          found.set(url, { kind, name, papers, url });
        }
      }
    }
  }
  const has = (parts, clause) => clause.alternatives.some(({ terms }) => terms.every((term) => parts.has(term)));
  return [...found.values()]
    .filter(({ name }) => {
      const parts = new Set(words(name).flatMap((word) => [...word.parts, word.solid].map(stem)));
      return asked.every((clause) => has(parts, clause));
    })
    .sort((a, b) => b.papers - a.papers)
    .slice(0, 3);
}

/** Which words the best result has in place of those typed. */
function instead(clauses, best, index) {
  return clauses.flatMap((clause) => {
    if (!clause.mended || best === undefined) return [];
    let found = null, most = 0;
    for (const { terms, weight, instead } of clause.alternatives) {
      each(index, terms, 0, (id, impact) => {
        if (id === best && impact * weight > most) [found, most] = [instead, impact * weight];
      });
    }
    return found ? [{ typed: clause.word, searched: found }] : [];
  });
}
