// What documents count for a query.

import { stems, words } from "./tokens.js";

const LEVEL = 15;
const MISSED = 0.2;

/** Scores all documents: `{ids, total, scores, met}`, numbers best first, and how many meet every clause. */
export function score(index, clauses, query) {
  const { size } = index.library;
  const scores = new Float32Array(size), met = new Uint8Array(size), one = new Float32Array(size);
  const wanted = clauses.filter((clause) => !clause.not);
  const takeAway = (test) => met.forEach((count, id) => count && test(id) && (met[id] = 0));
  for (const clause of wanted) {
    const touched = [];
    const most = index.df(clause);
    const visit = (weight) => (id, impact) => {
      if (!one[id]) touched.push(id);
      one[id] = Math.max(one[id], impact * weight);
    };
    // A rare completion must not count more than the word as it stands.
    for (const { terms, weight, begun } of clause.alternatives) each(index, terms, begun ? most : 0, visit(weight));
    clause.seen?.forEach((impact, id) => visit(1)(id, impact));
    for (const id of touched) {
      scores[id] += one[id];
      met[id]++;
      one[id] = 0;
    }
  }
  for (const clause of clauses) {
    if (!clause.not && !clause.quoted) continue;
    const has = new Set();
    for (const { terms } of clause.alternatives) each(index, terms, 0, (id) => has.add(id));
    takeAway((id) => has.has(id) === Boolean(clause.not));
  }
  const { allowed } = query;
  let total = 0;
  const ids = [];
  for (let id = 0; id < size; id++) {
    if (wanted.length ? !met[id] : !allowed) continue;
    if (allowed && !allowed[id]) continue;
    if (met[id] === wanted.length) total++;
    scores[id] *= share(met[id], wanted);
    ids.push(id);
  }
  // Newer documents have greater numbers.
  ids.sort((a, b) => scores[b] - scores[a] || b - a);
  return { ids, total, scores, met };
}

/** What is left of a score for so many words of those wanted. */
const share = (met, { length }) => MISSED + (1 - MISSED) * (met / (length || 1));

const idf = (index, df) => Math.log(1 + index.library.size / df) / LEVEL;

/** Calls back with every document that has all the terms and what they count together, as terms of `least` documents at least. */
export function each(index, terms, least, visit) {
  const entries = terms.map((term) => index.get(term));
  if (entries.some((entry) => !entry)) return;
  const sums = new Map();
  for (const { ids, values, df } of entries) {
    const rarity = idf(index, Math.max(df, least));
    for (let i = 0; i < ids.length; i++) {
      const impact = (values[i] & LEVEL) * rarity;
      if (entries.length === 1) {
        visit(ids[i], impact);
        continue;
      }
      const sum = sums.get(ids[i]) ?? { count: 0, impact: 0 };
      sum.count++;
      sum.impact += impact;
      sums.set(ids[i], sum);
    }
  }
  for (const [id, { count, impact }] of sums) if (count === entries.length) visit(id, impact);
}

const truncated = (index, { alternatives }) => alternatives.filter(({ begun }) => !begun).flatMap(({ terms }) => terms).filter((term) => index.get(term)?.truncated);

/** The shards of a query of which a part is missing. */
export const incomplete = (index, clauses) => [...new Set(clauses.flatMap((clause) => truncated(index, clause)).map((term) => index.shardOf(term)))];

/** What a posting that is not at hand can count at most. */
const gain = (index, clause) => Math.max(...truncated(index, clause).map((term) => index.get(term)).map(({ values, df }) => values.reduce((least, value) => Math.min(least, value & LEVEL), LEVEL) * idf(index, df)));

/**
 * Of some documents that are shown, notes which have words of a query in their titles or names whose postings are not at
 * hand: mostly it takes no more than that to tell what comes first.
 */
export function look(index, clauses, rows) {
  for (const clause of clauses.filter((clause) => truncated(index, clause).length)) {
    const most = gain(index, clause);
    const has = ([, [title, authors]]) => {
      const shown = words(`${title} ${authors}`).flatMap(stems);
      return clause.alternatives.some(({ terms, begun }) => !begun && terms.every((term) => shown.includes(term)));
    };
    clause.seen = new Map(rows.filter(has).map(([id]) => [id, most]));
  }
}

/** Those that must be completed, because what is not in them may change the first result, or whether one has it all. */
export function surely(index, clauses, query, { ids, scores, met, total }) {
  const strict = clauses.filter((clause) => clause.not || clause.quoted || query.allowed);
  const wanted = clauses.filter((clause) => !clause.not);
  const first = scores[ids[0]] ?? 0;
  if (wanted.length < 2) return incomplete(index, strict);
  // What a document could gain at most by each clause that it seems to lack; `has` marks by bits which it has already.
  const has = new Uint16Array(index.library.size), gains = [];
  for (const clause of wanted) {
    if (!truncated(index, clause).length) continue;
    const bit = 1 << gains.length;
    for (const term of clause.alternatives.flatMap(({ terms }) => terms)) for (const id of index.get(term)?.ids ?? []) has[id] |= bit;
    clause.seen?.forEach((_, id) => (has[id] |= bit));
    gains.push(gain(index, clause));
  }
  if (!gains.length) return incomplete(index, strict);
  const every = Array.from({ length: 1 << gains.length }, (_, bits) => {
    const lacking = gains.filter((_, i) => !(bits & (1 << i)));
    return { count: lacking.length, gain: lacking.reduce((sum, gain) => sum + gain, 0) };
  });
  const could = (id, i) => {
    const { count, gain } = every[has[id]], all = met[id] + count;
    return (i && (scores[id] / share(met[id], wanted) + gain) * share(all, wanted) > first) || (!total && all >= wanted.length);
  };
  const open = every[0].gain * share(every[0].count, wanted) > first || ids.some(could);
  return incomplete(index, open ? clauses : strict);
}

/** The one of a list that is worth most. */
export function best(list, worth) {
  return list.reduce((found, one) => (worth(one) > found.worth ? { one, worth: worth(one) } : found), { one: null, worth: -Infinity });
}
