// From a query to ranked documents.

import { filter } from "./filter.js";
import { distance, mend, most } from "./mend.js";
import { parse } from "./parse.js";
import { saying } from "./phrase.js";
import { best, incomplete, look, score, surely } from "./score.js";
import { instead, named, names, show } from "./show.js";
import { stem } from "./stem.js";
import { Terms } from "./terms.js";
import { words } from "./tokens.js";

const COMPLETIONS = 8, SHORT = 4;
const WHOLE_WORD = 1, BEGUN_WORD = 0.7, CUT_WORD = 0.9;
const FEW = 4;
// So many results are seen at once, and their files are had at once.
const LIKELY = 0.5, SCREEN = 6;

/**
 * The documents that answer a query, best first: `{results, total, more, some, names, mended, words, missing}`. `mended`
 * pairs what was typed with what was searched instead; `missing` says that a part of the index could not be had.
 * `goOn()` says whether the answer is still wanted. `early` is called with answers that have less: one whose first
 * result is certain, if the manifest alone has it, and one with the likely results, the first of those that score at
 * least half as much as the very first; what shows the others is fetched after `patience` milliseconds. With `every` there are `documents` in place of results:
 * the numbers of all that have all the words, best first; `whole` is false where there is none and they are those that
 * have some.
 */
export async function search(library, text, options = {}) {
  const { every, early, patience, goOn = () => true } = options;
  const query = parse(text, library);
  if (early) await glance(library, query, options);
  const index = new Terms(library);
  await Promise.all([index.load([query.id ?? [], ...query.clauses.flatMap((clause) => clause.alternatives)].flat()), filter(index, query)]);
  if (!goOn()) return null;
  if (query.id && index.get(query.id)) query.clauses = [{ word: query.text, alternatives: [[query.id]] }];
  const clauses = await open(index, query);
  let ranked = options.literal ? score(index, clauses, query) : await mended(index, clauses, query);
  if (!goOn()) return null;
  let tails = every ? incomplete(index, clauses) : surely(index, clauses, query, ranked);
  if (tails.length && !every && !query.allowed) {
    look(index, clauses, await library.rows("blocks", likely(ranked, options), library.block));
    ranked = score(index, clauses, query);
    tails = surely(index, clauses, query, ranked);
  }
  if (!goOn()) return null;
  if (tails.length) {
    await Promise.all(tails.map((entries) => library.complete(entries)));
    ranked = score(index, clauses, query);
  }
  if (!goOn()) return null;
  ranked = await saying(library, ranked, query);
  const first = likely(ranked, options);
  if (early && first.length < wanted(ranked, options).length) {
    early(await answer(index, query, clauses, ranked, options, first));
    if (patience) await new Promise((resolve) => setTimeout(resolve, patience));
    if (!goOn()) return null;
  }
  return answer(index, query, clauses, ranked, options);
}

/** Calls `early` if the front tells the first result: nothing that is not in it could come before. */
async function glance(library, query, options) {
  if (!library.front || query.id || query.filters.length || query.clauses.some(({ not, quoted }) => not || quoted)) return;
  const index = new Terms(library, library.front);
  const clauses = await open(index, query);
  const ranked = options.literal ? score(index, clauses, query) : await mended(index, clauses, query);
  if (!ranked.total || clauses.some((clause) => !clause.said && !index.df(clause)) || surely(index, clauses, query, ranked).length) return;
  options.early(await answer(index, query, clauses, ranked, options, likely(ranked, options)));
}

/** The clauses of a query, their alternatives with weights. */
async function open(index, query) {
  const clauses = query.clauses.map((clause) => ({ ...clause, alternatives: clause.alternatives.map((terms) => ({ terms, weight: WHOLE_WORD })) }));
  await complete(index, query, clauses);
  return clauses;
}

/** The documents to show, of these the first that score at least half as much as the very first. */
const wanted = ({ ids }, { offset = 0, count = 10 }) => ids.slice(offset, offset + count);
const likely = (ranked, options) => wanted(ranked, options).filter((id) => ranked.scores[id] >= LIKELY * ranked.scores[ranked.ids[0]]).slice(0, SCREEN);

async function answer(index, query, clauses, ranked, options, some = wanted(ranked, options)) {
  const { library } = index, { ids, scores, total } = ranked, { every } = options;
  const [results, people] = every ? [] : await Promise.all([show(library, some, scores, { query, clauses }), names(index, clauses)]);
  return {
    ...(every ? all(ranked, clauses) : { results }),
    total,
    // Where postings were left out because they cannot matter, there may be more.
    more: ranked.unread || incomplete(index, clauses).length > 0,
    some: ids.length,
    names: people,
    mended: instead(index, clauses, ids[0]),
    words: [...new Set(clauses.flatMap(({ not, alternatives, said }) => (not ? [] : [...alternatives.flatMap(({ terms }) => terms), ...(said ? [stem(said)] : [])])))],
    missing: library.missing.size > 0,
  };
}

/** The numbers of all documents that have all the words, or some if none has all. */
function all({ ids, met, total }, clauses) {
  const wanted = clauses.filter((clause) => !clause.not).length;
  return { documents: Uint32Array.from(total ? ids.filter((id) => met[id] === wanted) : ids), whole: total > 0 };
}

/** The word that is still being typed also stands for the words that begin with it. */
async function complete(index, { typing }, clauses) {
  if (!typing) return;
  const own = index.get(stem(typing));
  const begun = own && typing.length >= SHORT ? [] : index.library.common.filter((word) => word.startsWith(typing)).slice(0, 2);
  await index.load(begun.map(stem));
  const found = [...begun.map((form) => index.get(stem(form))), ...(index.shardOf(stem(typing))?.values() ?? [])];
  const longer = found.filter((entry) => entry && entry !== own && entry.df && entry.forms.some((form) => form.startsWith(typing)));
  for (const { term } of [...new Set(longer)].sort((a, b) => b.df - a.df).slice(0, COMPLETIONS)) {
    clauses.at(-1).alternatives.push({ terms: [term], weight: BEGUN_WORD, begun: true });
  }
}

/** Scores documents; words that the index does not have stand for those that may have been meant. */
async function mended(index, clauses, query) {
  const asked = clauses.filter((clause) => !clause.not);
  const unknown = asked.filter((clause) => !clause.quoted && !clause.alternatives.some(({ terms }) => terms.every((term) => index.get(term))));
  if (unknown.length && unknown.length < asked.length) {
    // Where the other words lead to a few documents, what was meant is likely to stand in their titles.
    const others = clauses.filter((clause) => !unknown.includes(clause));
    const ranked = score(index, others, query);
    if (ranked.total && ranked.total <= FEW && (await meant(index, unknown, ranked))) return score(index, clauses, query);
  }
  await guess(index, unknown);
  const ranked = score(index, clauses, query);
  if (ranked.total >= (asked.length > 1 ? 1 : 3) || named(index, clauses).length) return ranked;
  // Hardly a document has what was typed: a word may be a slip that happens to be in the index as well. But not if it
  // is only unknown whether a document has a frequent word.
  const sure = clauses.filter((clause) => !incomplete(index, [clause]).length);
  if (sure.length < clauses.length && score(index, sure, query).total) return ranked;
  const rare = asked.filter((clause) => !clause.quoted && !unknown.includes(clause) && index.df(clause) < 3);
  await guess(index, rare);
  return rare.length ? score(index, clauses, query) : ranked;
}

/** Whether one of the first documents shows words near to the unknown ones, which then stand for them. */
async function meant(index, unknown, { ids, total }) {
  for (const [id, [title, authors]] of await index.library.rows("blocks", ids.slice(0, total), index.library.block)) {
    const shown = words(`${title} ${authors}`).flatMap(({ parts, solid }) => [...parts, solid]);
    const near = unknown.map(({ word }) => best(shown, (form) => (form && form !== word ? most(word) - distance(word, form, most(word)) : -1)));
    if (!near.every(({ worth }) => worth >= 0)) continue;
    unknown.forEach((clause, i) => Object.assign(clause, { said: near[i].one, seen: new Map([[id, 1]]) }));
    return true;
  }
  return false;
}

/** Adds what may have been meant to clauses. */
async function guess(index, clauses) {
  if (index.front) return;
  await Promise.all(clauses.map(async (clause) => {
    const [near, split] = await Promise.all([mend(index.library, clause.word), apart(index, clause.word)]);
    await index.load(near.map(({ form }) => stem(form)));
    clause.alternatives.push(
      ...near.map(({ form, weight }) => ({ terms: [stem(form)], weight, instead: form })),
      ...split.map((forms) => ({ terms: forms.map(stem), weight: CUT_WORD, instead: forms.join(" ") })),
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
