// Keys of papers, told from the links to their pages.

const KEY = /\/papers\/([^/]+)\/$/;

/** The key of the paper that a link leads to, null when it leads elsewhere. */
export function keyOf(link) {
  const found = KEY.exec(`/${link.getAttribute("href")}`);
  return found && decodeURIComponent(found[1]);
}

export const titlesIn = (page) => [...page.querySelectorAll(".pg-main .pg-rows li p:first-child a")];
