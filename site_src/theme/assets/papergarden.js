// Loads what a page needs, and only that; every page reads well without any of it.

const parts = [
  ["[data-cite]", "./cite.js"],
  ["[data-star], .pg-main > .pg-rows", "./star.js"],
  ["[data-export]", "./lists.js"],
  ["[data-browse]", "./browse.js"],
  ["[data-forward]", "./forward.js"],
  ["[data-shelf]", "./reading-list.js"],
  ["[data-find-author]", "./find-author.js"],
  ["[data-repairs]", "./repairs.js"],
  ["[data-export]", "./sort-list.js"],
  [".pg-main", "./neighbours.js"],
];

function load(module, element) {
  // What a page shows without scripts serves as well where one of them cannot be had.
  import(module).then(({ start }) => start(element)).catch((error) => {
    element.dataset.failed = "";
    throw error;
  });
}

for (const [selector, module] of parts) {
  for (const element of document.querySelectorAll(selector)) {
    const fold = element.closest("details");
    // What serves something folded is fetched when a reader opens it.
    if (!fold || fold.open) load(module, element);
    else fold.addEventListener("toggle", () => load(module, element), { once: true });
  }
}
