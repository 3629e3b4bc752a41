// The full results page, search/?q=…: more results than the box, with the sentences that answer.

import { address, ask, instead, make, marked, said, sentence, shown } from "./box.js";

const PAGE = 20;
const SENTENCES = 10;

const place = document.getElementById("pg-results");
const field = make("input", { type: "search", name: "q", class: "pg-results__field", "aria-label": "Search papers", spellcheck: "false", size: "40" });
const form = make("form", { class: "pg-results__form", role: "search" }, field);
const status = make("p", { role: "status" });
const list = make("ol", { class: "pg-results__list" });
const more = make("button", { type: "button", class: "md-button", hidden: "" }, "More results");
place.className = "md-search-result";
place.replaceChildren(form, status, list, more);

let query = "", literal = false, count = 0;

async function next() {
  const text = query;
  const answer = await ask({ text, literal, offset: count, count: PAGE });
  if (text !== query) return;
  status.replaceChildren(...said(answer), ...instead(answer, () => run(query, true)));
  if (!count) for (const name of answer.names ?? []) list.append(make("li", {}, make("a", { href: address(name.url) }, name.name), ` · ${name.papers}`));
  const items = (answer.results ?? []).map((result) => {
    const item = make("li", { class: "pg-results__item" }, make("a", { href: address(result.url) }, shown(result)));
    list.append(item);
    return [item, result];
  });
  count += PAGE;
  more.hidden = count >= (answer.some ?? 0);
  // The sentences come after the results, one page at a time, and only as far as they are likely to be read.
  for (const [item, { url }] of items.slice(0, SENTENCES)) {
    const parts = await sentence(url, answer.words);
    if (text !== query) return;
    if (parts?.length) item.append(make("p", { class: "pg-results__sentence" }, ...marked(parts)));
  }
}

function run(text, literally = false) {
  [query, literal, count] = [text.trim(), literally, 0];
  list.replaceChildren();
  status.replaceChildren();
  more.hidden = true;
  if (query) next();
}

let timer;
field.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    history.replaceState(null, "", field.value ? `?q=${encodeURIComponent(field.value)}` : location.pathname);
    run(field.value);
  }, 200);
});
form.addEventListener("submit", (event) => event.preventDefault());
more.addEventListener("click", next);
field.value = new URLSearchParams(location.search).get("q") ?? "";
run(field.value);
