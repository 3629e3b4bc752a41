// Buttons that put papers on the reading list: a large one on a paper's page, a star beside each paper of a list.

import { make } from "./dom.js";
import { keyOf } from "./keys.js";
import { pageRecord } from "./page.js";
import { papers, toggle, watch } from "./shelf.js";

/** Brings the button of a paper's page to life, or gives the rows of a list their stars. */
export function start(element) {
  if ("star" in element.dataset) large(element);
  else stars(element);
}

function large(button) {
  const { id, title, authors, date } = pageRecord();
  const about = { key: id, title, authors: named(authors.map(({ name }) => name)), date: date ?? "" };
  button.hidden = false;
  button.addEventListener("click", () => {
    if (!toggle(about)) button.textContent = "This browser keeps nothing";
  });
  const show = () => {
    const on = papers().some(({ key }) => key === id);
    button.ariaPressed = String(on);
    button.textContent = on ? "On the reading list" : "Add to reading list";
  };
  watch(show);
  show();
}

const named = (names) => names.slice(0, 4).join(", ") + (names.length > 4 ? ` and ${names.length - 4} more` : "");

let watched = false;

/** A star for each row that has none yet. */
export function stars(list) {
  for (const row of list.children) {
    const link = row.querySelector("p:first-child a"), key = link && keyOf(link);
    if (!key || row.querySelector(".pg-star")) continue;
    const star = make("button", { type: "button", class: "pg-star", "aria-label": `Reading list: ${plain(link)}` });
    star.addEventListener("click", () => toggle(about(row, link, key)));
    star.dataset.key = key;
    row.append(star);
  }
  if (!watched) watch(light);
  watched = true;
  light();
}

/** Lights the stars of what is on the reading list. */
function light() {
  const kept = new Set(papers().map(({ key }) => key));
  for (const star of document.querySelectorAll(".pg-star")) star.ariaPressed = String(kept.has(star.dataset.key));
}

const about = (row, link, key) => ({
  key,
  title: plain(link),
  authors: row.querySelector("p:nth-child(2):not(:last-of-type, .pg-row__sentence)")?.textContent ?? "",
  date: row.querySelector("time")?.dateTime || row.querySelector("time")?.textContent || "",
});

/** A title as text, its formulas as they were written. */
function plain(link) {
  const copy = link.cloneNode(true);
  for (const formula of copy.querySelectorAll("math")) formula.replaceWith(formula.querySelector("annotation")?.textContent ?? formula.textContent);
  return copy.textContent.trim();
}
