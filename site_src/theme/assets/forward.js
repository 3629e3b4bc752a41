// An address with a query that has moved: what was asked is shown where it can be narrowed, too.

export function start(link) {
  if (location.search) location.replace(new URL(location.search, link.href));
}
