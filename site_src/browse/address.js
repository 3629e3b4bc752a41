// What a reader looks at, as the query of an address: ?q=…&topic=a,b&year=2020..2023&sort=title&page=2

const SORTS = ["newest", "title", "score", "relevance"];
const YEAR = /^\d{4}$/;

/**
 * `{q, literal, chosen, sort, page}` from a query string; `chosen` maps the names of facets to the slugs chosen.
 * Whatever is not understood is left out.
 */
export function read(search, facets) {
  const given = new URLSearchParams(search);
  const q = (given.get("q") ?? "").trim();
  const chosen = new Map();
  for (const name of facets) {
    const slugs = given.getAll(name).flatMap((values) => values.split(",")).flatMap((slug) => (name === "year" ? years(slug) : slug)).filter(Boolean);
    if (slugs.length) chosen.set(name, new Set(slugs));
  }
  const sort = SORTS.includes(given.get("sort")) ? given.get("sort") : "";
  const page = Math.max(1, Math.min(1e6, Math.trunc(Number(given.get("page"))) || 1));
  return { q, literal: q !== "" && given.get("exact") === "1", chosen, sort: sort === "relevance" && !q ? "" : sort, page };
}

/** The query string of a state, "" for everything, newest first. */
export function write({ q, literal, chosen, sort, page }) {
  const parts = [];
  if (q) parts.push(`q=${encodeURIComponent(q)}`);
  if (q && literal) parts.push("exact=1");
  for (const [name, slugs] of chosen) {
    if (slugs.size) parts.push(`${name}=${(name === "year" ? spans([...slugs]) : [...slugs]).map(encodeURIComponent).join(",")}`);
  }
  if (sort && sort !== usualSort(q)) parts.push(`sort=${sort}`);
  if (page > 1) parts.push(`page=${page}`);
  return parts.length ? `?${parts.join("&")}` : "";
}

export const usualSort = (q) => (q ? "relevance" : "newest");

/** The years of `2020..2023`, of a single one, or "unknown"; an open end reaches as far as papers can. */
function years(text) {
  const [, from, to] = /^(\d{4})?\.\.(\d{4})?$/.exec(text) ?? [];
  if (!from && !to) return YEAR.test(text) || text === "unknown" ? [text] : [];
  const first = Number(from ?? 1800), last = Number(to ?? 2200);
  return Array.from({ length: Math.min(Math.max(last - first + 1, 0), 400) }, (_, i) => String(first + i));
}

/** Years as few spans as can be: three in a row are `2020..2022`. */
function spans(slugs) {
  const numbers = slugs.filter((slug) => YEAR.test(slug)).map(Number).sort((a, b) => a - b);
  const found = [];
  for (const year of numbers) {
    const last = found.at(-1);
    if (last && last[1] === year - 1) last[1] = year;
    else found.push([year, year]);
  }
  const said = found.flatMap(([from, to]) => (to === from ? [from] : to === from + 1 ? [from, to] : [`${from}..${to}`]));
  return [...said, ...slugs.filter((slug) => !YEAR.test(slug))].map(String);
}
