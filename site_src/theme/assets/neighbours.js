// The way on in the list that the reader came from: its papers are kept for the tab, in the order they were shown.

const KEY = "papergarden.list";
const ITEMS = ".pg-rows li p:first-child a, .pg-brief a, [data-paper] a";
const MOST = 2000;

/** Keeps the list that a link stands in; lists that follow each other on a page, year after year, are one. */
function remember(link) {
  const short = link.closest(".pg-brief");
  const links = [...(short ?? link.closest("main")).querySelectorAll(ITEMS)]
    .filter((other) => short || !other.closest(".pg-brief"));
  const first = Math.max(0, links.indexOf(link) - MOST / 2);
  const papers = links.slice(first, first + MOST).map((other) => [other.href, other.textContent.trim()]);
  const name = document.querySelector("main h1").textContent;
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ name, address: location.href, first, all: links.length, papers }));
  } catch {
    // A browser that keeps nothing shows no way on.
  }
}

function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
}

function made(tag, attributes, ...inside) {
  const element = Object.assign(document.createElement(tag), attributes);
  element.append(...inside);
  return element;
}

/** The ways to the papers before and after this one, at the end of the page, if the list is known. */
function show(list, main) {
  const here = location.href.split(/[?#]/)[0];
  const at = list?.papers.findIndex(([address]) => address === here) ?? -1;
  if (at < 0 || list.papers.length < 2) return;
  const way = (step, rel, shown) => {
    const paper = list.papers[at + step];
    return paper ? made("a", { href: paper[0], rel, title: paper[1] }, shown(paper[1])) : made("span", {});
  };
  const where = made("span", {}, `${list.first + at + 1} of ${list.all}: `, made("a", { href: list.address }, list.name));
  main.append(made("nav", { className: "pg-neighbours", ariaLabel: "The list you came from" },
    way(-1, "prev", (title) => `← ${title}`), where, way(1, "next", (title) => `→ ${title}`)));
}

export function start(main) {
  document.addEventListener("click", ({ target }) => {
    const link = target.closest?.(ITEMS);
    if (link) remember(link);
  });
  show(kept(), main);
}
