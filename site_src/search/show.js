// What is shown of documents, people and tags.

import { usualAddress } from "./files.js";
import { address, plain, says } from "./phrase.js";
import { best, each } from "./score.js";
import { stem } from "./stem.js";
import { stems, words } from "./tokens.js";

const MOST_NAMES = 3;

/** The documents of some numbers; an exact title first, then what covers the query, then the best, then the newest. */
export async function show(library, ids, scores, { query, clauses }) {
  const asked = plain(query.text);
  const rows = await library.rows("blocks", ids, library.block);
  return rows
    .map(([id, [title, authors, date, venue, url, code]]) => {
      return { id, score: scores[id], title, authors, date, venue, code: Boolean(code), url: address(title, url), exact: exact(title) };
    })
    .sort((a, b) => b.exact - a.exact || b.score - a.score || (b.date < a.date ? -1 : b.date > a.date ? 1 : 0));

  function exact(title) {
    if (plain(title) === asked) return 3;
    if (covers(clauses, title, library.stop)) return 2;
    return Number(query.phrases.some((phrase) => !phrase.not && says(title, phrase)));
  }
}

/** Whether a title is what was asked and nothing else, misspelled words and stop words aside. */
function covers(clauses, title, stop) {
  const left = words(title).filter(({ parts }) => !stop.has(parts[0])).map(stems);
  const has = (forms, { alternatives, said }) => (said && forms.includes(stem(said))) || alternatives.some(({ terms, begun }) => !begun && terms.every((term) => forms.includes(term)));
  const asked = clauses.filter(({ not }) => !not);
  return asked.length > 1 && left.length <= asked.length && asked.every((clause) => left.some((forms) => has(forms, clause)));
}

/** The people and tags with most papers whose names have all the words. */
export async function names(index, clauses) {
  const { library } = index;
  const rows = await library.rows("nameBlocks", named(index, clauses).slice(0, MOST_NAMES), library.names);
  return rows.map(([, [kind, name, papers, url]]) => ({ kind, name, papers, url: url || `authors/${usualAddress(name)}/` }));
}

/** The numbers of all of them, those with more papers first. */
export function named(index, clauses) {
  const asked = clauses.filter((clause) => !clause.not);
  if (!asked.length || asked.some(({ quoted }) => quoted)) return [];
  const found = asked.map(({ alternatives }) => new Set(alternatives.flatMap(({ terms }) => together(index, terms))));
  return [...found[0]].filter((id) => found.every((some) => some.has(id))).sort((a, b) => b - a);
}

/** The names that have all of some terms. */
function together(index, terms) {
  const [first, ...others] = terms.map((term) => index.get(term)?.names ?? []);
  return first.filter((id) => others.every((some) => some.includes(id)));
}

/** Which words the best result has in place of those typed: the likeliest of them, not those that weigh most there. */
export function instead(index, clauses, first) {
  return clauses.flatMap(({ word, alternatives, said }) => {
    if (said) return [{ typed: word, searched: said }];
    const weights = alternatives.map(({ terms, weight }) => {
      let likely = 0;
      each(index, terms, 0, (id) => id === first && (likely = weight));
      return likely;
    });
    const { one, worth } = best(alternatives, (alternative) => weights[alternatives.indexOf(alternative)]);
    return worth > 0 && one.instead ? [{ typed: word, searched: one.instead }] : [];
  });
}
