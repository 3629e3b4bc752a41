// Sorts a list of papers that is on the page as a whole; a list that goes on on other pages says where to sort it.

const ORDERS = {
  newest: null,
  title: { key: (row) => row.firstElementChild.textContent, compare: new Intl.Collator("en").compare },
  score: { key: (row) => Number(row.dataset.score ?? -1), compare: (one, other) => other - one },
};

export function start(tools) {
  const main = tools.closest(".pg-main");
  const lists = [...main.querySelectorAll(".pg-rows")];
  const rows = lists.flatMap((list) => [...list.children]);
  if (rows.length < 3 || main.querySelector(".pg-pager")) return;
  const homes = rows.map((row) => row.parentElement);
  const scored = rows.some((row) => row.dataset.score);
  const select = document.createElement("select");
  select.append(new Option("Newest", "newest"), new Option("Title", "title"));
  if (scored) select.append(new Option("Score", "score"));
  const label = document.createElement("label");
  label.append("Sort by ", select);

  function sort() {
    const order = ORDERS[select.value];
    const headings = [...main.querySelectorAll("h2")];
    for (const heading of headings) heading.hidden = Boolean(order);
    for (const list of lists) list.hidden = Boolean(order) && list !== lists[0];
    if (order) {
      const keys = new Map(rows.map((row) => [row, order.key(row)]));
      lists[0].append(...[...rows].sort((one, other) => order.compare(keys.get(one), keys.get(other))));
    } else {
      rows.forEach((row, at) => homes[at].append(row));
    }
  }

  select.addEventListener("change", sort);
  tools.prepend(label);
}
