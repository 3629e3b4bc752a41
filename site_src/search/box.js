// The search box in Material's header: its looks and its keys, our engine behind it. Without JavaScript there is
// no box, and the lists serve. All results are on the page to browse.

import { commas } from "./commas.js";

const SITE = new URL("../", import.meta.url).href;
// Milliseconds: what is still being typed is worth no fetch, what is pasted or cleared needs no patience.
const TYPING = 250, TYPED = 50, BEGINNING = 750;

let worker, asked = 0;
const waiting = new Map();

/**
 * Asks the worker; the promise stays open when a later question overtakes this one. `early` is called with an answer
 * that is not yet complete.
 */
export function ask(message, early) {
  worker ??= start();
  const id = ++asked;
  return new Promise((resolve) => {
    waiting.set(id, (answer) => (answer.soon ? early?.(answer) : resolve(answer) || waiting.delete(id)));
    worker.postMessage({ ...message, id });
  });
}

/** The worker, and the manifest while it starts: two requests at once instead of one after the other. */
function start() {
  const made = new Worker(new URL("worker.js", import.meta.url), { type: "module", name: "fed" });
  const feed = (manifest) => made.postMessage({ manifest });
  fetch(new URL("manifest.bin", import.meta.url)).then((answer) => (answer.ok ? answer.arrayBuffer() : null)).catch(() => null).then(feed);
  made.onmessage = ({ data }) => {
    waiting.get(data.id)?.(data);
  };
  return made;
}

/** An element with attributes and children; text is never read as HTML. */
export function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Text whose hits are marked. */
export const marked = (parts) => parts.map(({ text, hit }) => (hit ? make("mark", {}, text) : text));

/** The abstract on a paper's page, cut to the sentence that answers; nothing when there is none. */
export async function sentence(url, words) {
  const page = await fetch(SITE + url).then((answer) => (answer.ok ? answer.text() : "")).catch(() => "");
  const text = new DOMParser().parseFromString(page, "text/html").querySelector(".pg-abstract p")?.textContent;
  return text ? (await ask({ abstract: text, words })).excerpt : [];
}

export const address = (url) => SITE + url;

/** A result as both the box and the page show it. */
export function shown({ title, marked: parts, authors, venue, date, url, code }) {
  const facts = [authors, venue, date.slice(0, 4), code ? "code" : ""].filter((fact, i, all) => fact && !all[i - 1]?.includes?.(fact));
  return make("article", { class: "md-search-result__article md-typeset" }, make("h1", { dir: "auto" }, ...marked(parts ?? [{ text: title }])), make("p", {}, facts.join(" · ")));
}

/** What an answer says beside its results. */
export function said({ results, total, more, some, missing, error }) {
  if (error) return ["The search index could not be loaded."];
  const counted = total ? `${commas(total)}${more ? "+" : ""} ${total === 1 && !more ? "paper has" : "papers have"} it all` : results.length ? `No paper has it all; ${commas(some)} have some of it` : "Nothing found";
  return [counted, missing ? ". A part of the index is missing: there may be more." : ""];
}

const ICON = "M9.5 3A6.5 6.5 0 0 1 16 9.5c0 1.61-.59 3.09-1.56 4.23l.27.27h.79l5 5-1.5 1.5-5-5v-.79l-.27-.27A6.516 6.516 0 0 1 9.5 16 6.5 6.5 0 0 1 3 9.5 6.5 6.5 0 0 1 9.5 3m0 2C7 5 5 7 5 9.5S7 14 9.5 14 14 12 14 9.5 12 5 9.5 5Z";
const BACK = "M20 11v2H8l5.5 5.5-1.42 1.42L4.16 12l7.92-7.92L13.5 5.5 8 11z";
const CLOSE = "M19 6.41 17.59 5 12 10.59 6.41 5 5 6.41 10.59 12 5 17.59 6.41 19 12 13.41 17.59 19 19 17.59 13.41 12z";

function icon(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

function build(header) {
  const toggle = make("input", { class: "md-toggle", "data-md-toggle": "search", type: "checkbox", id: "__search" });
  header.parentElement.before(toggle);
  const input = make("input", {
    type: "text", class: "md-search__input", name: "q", placeholder: "Search", "aria-label": "Search papers, people and topics",
    autocapitalize: "off", autocorrect: "off", autocomplete: "off", spellcheck: "false", required: "",
  });
  const reset = make("button", { type: "reset", class: "md-search__icon md-icon", "aria-label": "Clear", tabindex: "-1" }, icon(CLOSE));
  const form = make("form", { class: "md-search__form", action: `${SITE}browse/`, role: "search" }, input,
    make("label", { class: "md-search__icon md-icon", for: "__search" }, icon(ICON), icon(BACK)),
    make("nav", { class: "md-search__options", "aria-label": "Search" }, reset));
  const status = make("div", { class: "md-search-result__meta", role: "status" }, "Type to start searching");
  const list = make("ol", { class: "md-search-result__list" });
  const output = make("div", { class: "md-search__output" },
    make("div", { class: "md-search__scrollwrap", tabindex: "0" }, make("div", { class: "md-search-result" }, status, list)));
  const box = make("div", { class: "md-search" }, make("label", { class: "md-search__overlay", for: "__search" }),
    make("div", { class: "md-search__inner" }, form, output));
  const button = make("label", { class: "md-header__button md-icon", for: "__search" }, icon(ICON));
  const source = header.querySelector(".md-header__source");
  header.insertBefore(button, source);
  header.insertBefore(box, source);
  return { toggle, input, form, status, list, box };
}

function attach(header) {
  const parts = build(header);
  const { toggle, input, form, status, list, box } = parts;
  const open = (on) => {
    if (toggle.checked !== on) toggle.click();
    if (on) input.focus();
    else input.blur();
  };
  let timer, literal = false;
  const show = async (patience) => {
    const text = input.value.trim();
    if (!text) {
      status.replaceChildren("Type to start searching");
      return list.replaceChildren();
    }
    const put = (answer) => input.value.trim() === text && fill(parts, answer, text, () => show(0, (literal = true)));
    put(await ask({ text, literal, early: true, patience }, put));
  };
  input.addEventListener("focus", () => {
    open(true);
    // The worker and the manifest are fetched while the reader begins to type.
    ask({ text: "" });
  });
  toggle.addEventListener("change", () => toggle.checked && input.focus());
  input.addEventListener("input", ({ inputType }) => {
    literal = false;
    clearTimeout(timer);
    // One or two letters are hardly ever all of a word.
    const wait = inputType !== "insertText" ? TYPED : /(^|\s)\S{1,2}$/.test(input.value) ? BEGINNING : TYPING;
    timer = setTimeout(show, wait, wait === TYPED ? 0 : BEGINNING);
  });
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", (event) => {
    const first = list.querySelector("a");
    if (!first) return;
    event.preventDefault();
    first.click();
  });
  document.addEventListener("keydown", (event) => keys(event, { open, toggle, box, input }));
}

/** `/`, `s`, `f` and Ctrl-K open the box; arrows walk through it, Esc and Tab leave it. */
function keys(event, { open, toggle, box, input }) {
  const active = document.activeElement;
  const elsewhere = active.matches("input, select, textarea, [contenteditable]") && !box.contains(active);
  const control = event.ctrlKey || event.metaKey;
  if (!toggle.checked) {
    const wanted = control ? event.key === "k" : ["/", "s", "f"].includes(event.key) && !event.altKey && !elsewhere;
    if (!wanted) return;
    open(true);
    return event.preventDefault();
  }
  if (event.key === "Escape" || event.key === "Tab") return open(false);
  if (!["ArrowDown", "ArrowUp"].includes(event.key)) {
    if (active !== input && event.key.length === 1 && !control) input.focus();
    return;
  }
  const stops = [input, ...box.querySelectorAll("a")];
  const at = stops.indexOf(active) + (event.key === "ArrowDown" ? 1 : -1);
  stops[(at + stops.length) % stops.length].focus();
  event.preventDefault();
}

/** Draws an answer: the likely results, then, where it is whole, all of the first ten. */
function fill({ status, list }, answer, text, literally) {
  const item = (url, ...content) => make("li", { class: "md-search-result__item" }, make("a", { class: "md-search-result__link", href: SITE + url }, ...content));
  // What is said already stays as it is: somebody may have walked to the way back.
  const told = make("div", {}, ...said(answer), ...instead(answer, literally));
  if (told.textContent !== status.textContent) status.replaceChildren(...told.childNodes);
  const names = (answer.names ?? []).map(({ kind, name, papers, url }) =>
    item(url, make("article", { class: "md-search-result__article md-typeset" }, make("h2", { dir: "auto" }, name), make("p", {}, `${kind === "a" ? "Author" : "Topic"} · ${papers} ${papers === 1 ? "paper" : "papers"}`))));
  const results = (answer.results ?? []).map((result) => item(result.url, shown(result)));
  const all = answer.some > results.length ? [item(`browse/?q=${encodeURIComponent(text)}`, make("p", { class: "md-search-result__article" }, "All results"))] : [];
  // Who has walked into an early answer stays on the same result when the whole one comes.
  const at = list.contains(document.activeElement) ? document.activeElement.href : null;
  list.replaceChildren(...names, ...results, ...all);
  if (at) ([...list.querySelectorAll("a")].find(({ href }) => href === at) ?? list.querySelector("a"))?.focus();
}

/** "Showing results for …", and the way back. */
export function instead({ mended = [] }, literally) {
  if (!mended.length) return [];
  const back = make("a", { href: "#", role: "button" }, `Search for “${mended.map(({ typed }) => typed).join(" ")}” as typed`);
  back.addEventListener("click", (event) => {
    event.preventDefault();
    literally();
  });
  return [make("span", {}, `. Showing results for “${mended.map(({ searched }) => searched).join(" ")}”. `), back];
}

// A page that is opened with a question needs the worker before its own script asks for it.
if (new URLSearchParams(location.search).get("q")) ask({ text: "" });

const header = document.querySelector(".md-header__inner");
if (header && !document.querySelector(".md-search")) attach(header);
