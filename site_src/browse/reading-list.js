// The page of the reading list: what is kept in this browser, with marks and notes, to be taken along and shared.

import { button, copy, counted, make, save } from "./dom.js";
import { exportMenu } from "./export-menu.js";
import { change, fresh, has, isKey, papers, watch, written } from "./shelf.js";

const SITE = new URL("../", import.meta.url).href;
const LARGEST = 5_000_000;
const SHOWN = { all: "All", unread: "Not read", read: "Read" };

export function start(place) {
  const status = make("p", { role: "status", class: "pg-note" });
  const empty = make("p", {}, "Nothing is kept yet. ", make("a", { href: `${SITE}browse/` }, "Browse"), " and press the star beside a paper.");
  const list = make("ol", { class: "pg-rows pg-kept" });
  const rows = new Map();
  let shown = "all";

  function show() {
    const kept = papers();
    const seen = kept.filter(({ read }) => shown === "all" || read === (shown === "read"));
    for (const key of rows.keys()) if (!kept.some((paper) => paper.key === key)) rows.delete(key);
    const wanted = seen.map((paper) => {
      if (!rows.has(paper.key)) rows.set(paper.key, new Row(paper.key, say));
      return rows.get(paper.key).show(paper);
    });
    const focused = document.activeElement;
    if (wanted.length !== list.children.length || wanted.some((row, i) => row !== list.children[i])) list.replaceChildren(...wanted);
    if (list.contains(focused)) focused.focus();
    empty.hidden = kept.length > 0;
    tools.hidden = !kept.length;
    for (const one of choice.children) one.ariaPressed = String(one.value === shown);
    head.textContent = kept.length ? `${counted(kept.length, "paper", "papers")}, ${kept.filter(({ read }) => read).length} read` : "";
  }

  const say = (text) => (status.textContent = text);
  const head = make("p", { class: "pg-browse__status" });
  const choice = make("div", { role: "group", "aria-label": "Which papers are shown", class: "pg-cite__choice" }, ...Object.entries(SHOWN).map(([value, name]) => button(name, () => {
    shown = value;
    show();
  }, { value })));
  const tools = make("div", { class: "pg-tools" }, choice, exportMenu(exported), button("Save a copy", () => save("reading-list.json", "application/json", written(papers()))), button("Copy a link to share", share));
  place.append(shared(say), head, tools, list, empty, importer(say), status);
  watch(show);
  show();
  check().then(show, () => {});

  async function share() {
    const address = make("span", {}, `${location.origin}${location.pathname}#papers=${papers().map(({ key }) => key).join(",")}`);
    status.replaceChildren(address);
    status.append(`. ${await copy(address)}. It names the papers, not your notes.`);
  }
}

/** One kept paper; its place stays while the list changes, so that nobody is disturbed in writing a note. */
class Row {
  constructor(key, say) {
    this.link = make("a", { dir: "auto" });
    this.authors = make("p");
    this.meta = make("p");
    this.read = make("input", { type: "checkbox" });
    this.note = make("textarea", { rows: "2", placeholder: "Note", dir: "auto" });
    this.label = make("label", {}, this.read, " Read");
    const edit = (what) => change((kept) => kept.map((paper) => (paper.key === key ? { ...paper, ...what } : paper))) || say("This browser did not keep the change.");
    this.read.addEventListener("change", () => edit({ read: this.read.checked }));
    this.note.addEventListener("input", () => edit({ note: this.note.value }));
    this.away = button("Remove", () => {
      const next = this.element.nextElementSibling ?? this.element.previousElementSibling;
      change((kept) => kept.filter((paper) => paper.key !== key));
      say(`Removed: ${this.link.textContent}`);
      (next?.querySelector("input") ?? document.querySelector("[data-shelf] input"))?.focus();
    });
    this.element = make("li", {}, make("p", {}, this.link), this.authors, this.meta,
      make("div", { class: "pg-kept__own" }, this.label, this.note, this.away));
  }

  show({ title, authors, date, added, read, note, gone, key }) {
    this.link.textContent = title || key;
    this.authors.textContent = authors;
    this.meta.textContent = [date, added && `kept ${added}`, gone && "no longer in this collection"].filter(Boolean).join(" · ");
    this.element.classList.toggle("pg-kept--gone", gone);
    if (gone) this.link.removeAttribute("href");
    else this.link.href = `${SITE}papers/${encodeURIComponent(key)}/`;
    this.read.checked = read;
    this.read.ariaLabel = `Read: ${title || key}`;
    this.note.ariaLabel = `Note on ${title || key}`;
    this.away.ariaLabel = `Remove ${title || key}`;
    if (document.activeElement !== this.note) this.note.value = note;
    return this.element;
  }
}

/** The records of the list, each with what its reader noted. */
async function exported() {
  const { record } = await import("./records.js");
  const kept = papers().filter(({ gone }) => !gone);
  const records = async (told) => {
    const found = [];
    for (const { key, note, read } of kept) {
      const one = await record(key);
      if (one) found.push({ ...one, noted: { ...(note && { annote: note }), ...(read && { readstatus: "read" }) } });
      told(found.length);
    }
    return found;
  };
  return { name: "reading-list", count: kept.length, records };
}

/** Follows papers that have moved to another address, and marks those that are gone. */
async function check() {
  if (!papers().length) return;
  const [{ record }, { about }] = await Promise.all([import("./records.js"), import("./import-list.js")]);
  const now = new Map();
  for (const { key } of papers()) now.set(key, (await record(key)) ?? null);
  const same = papers().every((paper) => now.get(paper.key)?.id === paper.key && !paper.gone);
  if (same) return;
  change((kept) => once(kept.map((paper) => {
    const found = now.get(paper.key);
    if (found === undefined) return paper;
    return found ? { ...paper, ...about(found), gone: false } : { ...paper, gone: true };
  })));
}

const once = (papers) => [...new Map(papers.map((paper) => [paper.key, paper])).values()];

/** What an address has brought along: a list that somebody shared, of which nothing is kept until it is asked for. */
function shared(say) {
  const place = make("section", { class: "pg-shared", "aria-label": "A shared list", hidden: true });
  const look = async () => {
    const named = new URLSearchParams(location.hash.slice(1)).get("papers")?.split(",") ?? [];
    const keys = [...new Set(named)].filter(isKey).slice(0, 1000);
    place.hidden = !keys.length;
    if (!keys.length) return;
    place.replaceChildren(make("p", { role: "status" }, "Fetching the shared list"));
    try {
      const [{ records }, { about }] = await Promise.all([import("./records.js"), import("./import-list.js")]);
      fill(place, (await records(keys)).map(about), keys.length, say);
    } catch {
      place.replaceChildren(make("p", {}, "The shared list could not be fetched. Reload the page to try again."));
    }
  };
  addEventListener("hashchange", look);
  look();
  return place;
}

function fill(place, found, count, say) {
  const missing = count - found.length;
  const items = found.map(({ key, title, authors, date }) => make("li", {},
    make("p", {}, make("a", { href: `${SITE}papers/${encodeURIComponent(key)}/`, dir: "auto" }, title || key)),
    make("p", {}, authors), make("p", {}, date)));
  const keep = button("Add all to my list", () => {
    const added = found.filter(({ key }) => !has(key)).length;
    if (!change((kept) => merged(kept, found))) return say("This browser keeps nothing.");
    history.replaceState(null, "", location.pathname);
    place.hidden = true;
    say(`${counted(added, "paper", "papers")} added`);
  }, { class: "pg-button" });
  place.replaceChildren(make("h2", {}, `A list of ${counted(count, "paper", "papers")} that somebody shared`),
    ...(missing ? [make("p", { class: "pg-note" }, `${counted(missing, "paper is", "papers are")} not in this collection.`)] : []), keep, make("ol", { class: "pg-rows" }, ...items));
}

/** A list with more papers: notes that are there stay, those that are not are taken over. */
const merged = (kept, more) => [
  ...more.filter(({ key }) => !kept.some((paper) => paper.key === key)).map((paper) => fresh(paper)),
  ...kept.map((paper) => {
    const other = more.find(({ key }) => key === paper.key);
    return other ? { ...paper, read: paper.read || other.read === true, note: paper.note || other.note || "" } : paper;
  }),
];

/** A button that takes a saved list in. */
function importer(say) {
  const file = make("input", { type: "file", accept: ".json,.bib,application/json", class: "pg-file", "aria-label": "Add a saved list: JSON or BibTeX" });
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    if (!chosen) return;
    try {
      if (chosen.size > LARGEST) return say("This file is too large for a reading list.");
      say("Reading");
      const { papersIn } = await import("./import-list.js");
      const { papers: found, unknown } = await papersIn(await chosen.text());
      const added = found.filter(({ key }) => !has(key)).length;
      if (found.length && !change((kept) => merged(kept, found))) return say("This browser keeps nothing.");
      const rest = unknown.length ? ` Not in this collection: ${unknown.slice(0, 10).join("; ")}${unknown.length > 10 ? ` and ${unknown.length - 10} more` : ""}.` : "";
      say(found.length || unknown.length ? `${counted(added, "paper", "papers")} added, ${found.length - added} already there.${rest}` : "This file names no papers.");
    } catch {
      say("The file could not be read, or the collection not be fetched.");
    } finally {
      file.value = "";
    }
  });
  return make("div", { class: "pg-import" }, make("label", {}, "Add a saved list, JSON or BibTeX ", file));
}
