// The record of the paper that a page is about, put together from what the page's head says once.

const read = (selector) => JSON.parse(document.querySelector(selector).textContent);

/** What the page tells search engines, and what only a citation needs. */
export const pageRecord = () => joined(read("#pg-citation"), read("[type='application/ld+json']"));

/** The two as one record; where the first says a field, it is because the other says it otherwise. */
export function joined({ cite, ...own }, article) {
  const topics = article.keywords ?? [];
  return {
    title: article.name,
    authors: article.author?.map(({ name }) => ({ name })) ?? [],
    date: article.datePublished,
    venue: article.isPartOf?.name,
    ...own,
    cite: { tags: topics, topics: topics.map((_, at) => at), ...cite },
  };
}
