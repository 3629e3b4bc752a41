// The page to browse: every paper, narrowed by facets and words, in any order; what is seen stands in the address.

import { ask, sentence } from "../search/box.js";
import { commas } from "../search/commas.js";
import { mark } from "../search/excerpt.js";
import { read, usualSort, write } from "./address.js";
import { collection } from "./columns.js";
import { button, counted, make } from "./dom.js";
import { exportMenu } from "./export-menu.js";
import { FacetPlace } from "./facet.js";
import { stars } from "./star.js";
import { View } from "./view.js";

const PAGE = 20, SENTENCES = 10, WAIT = 250;
const SORTS = { relevance: "Best match", newest: "Newest", title: "Title", score: "Score" };
const OPEN = 2;

/** Builds the page around what the build has written; where the data cannot be had, all of that stays. */
export async function start(place) {
  new Browse(place, await collection()).go(location.search);
}

class Browse {
  constructor(place, papers) {
    Object.assign(this, { place, papers, turn: 0, answers: new Map() });
    this.find = (name) => place.querySelector(`.pg-browse__${name}`);
    this.list = place.querySelector(".pg-rows");
    this.asks();
    this.narrows();
    this.heads();
    addEventListener("popstate", () => this.go(location.search));
  }

  /** The field for words. */
  asks() {
    this.field = make("input", { type: "search", name: "q", class: "pg-browse__field", "aria-label": "Search titles, abstracts, authors and topics", placeholder: "Words, names, an id", autocomplete: "off", spellcheck: "false" });
    const form = make("form", { role: "search", action: "", class: "pg-browse__form" }, this.field, button("Search", () => {}, { type: "submit", class: "pg-button" }));
    const help = make("a", { href: new URL("../search/", import.meta.url).href }, "What can be typed");
    this.find("ask").append(form, make("p", { class: "pg-note" }, help));
    let timer;
    const look = () => {
      clearTimeout(timer);
      const q = this.field.value.trim();
      if (q !== this.state.q) this.change({ q, literal: false, page: 1, sort: q && this.state.q ? this.state.sort : "" }, this.state.q !== "" && q !== "");
    };
    this.field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(look, WAIT);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      look();
    });
  }

  /** The facets, which a small screen folds. */
  narrows() {
    this.places = [...this.papers.facets.values()].map((facet) => new FacetPlace(facet, (name, slug, on) => this.choose(name, slug, on)));
    this.filters = make("summary", {}, "Filters");
    const fold = make("details", { class: "pg-browse__filters" }, this.filters, ...this.places.map(({ element }) => element));
    this.find("narrow").append(fold);
    const wide = matchMedia("(min-width: 60em)");
    const unfold = () => (fold.open = wide.matches);
    wide.addEventListener("change", unfold);
    unfold();
    this.places.slice(0, OPEN).forEach(({ element }) => (element.open = true));
  }

  /** What stands above and below the list. */
  heads() {
    this.status = this.find("status");
    this.said = make("p", { class: "pg-browse__said" });
    this.chips = make("ul", { class: "pg-chips", "aria-label": "Filters in use" });
    this.sort = make("select", {});
    this.sort.addEventListener("change", () => this.change({ sort: this.sort.value, page: 1 }));
    const tools = make("div", { class: "pg-tools" }, make("label", {}, "Sort by ", this.sort), exportMenu(() => this.exported()));
    this.find("head").append(tools);
    this.find("head").after(this.said, this.chips);
    this.pager = make("nav", { class: "pg-pager", "aria-label": "Pages of this list" });
    this.find("rest").replaceWith(this.pager);
  }

  choose(name, slug, on) {
    const slugs = new Set(this.state.chosen.get(name));
    if (on) slugs.add(slug);
    else slugs.delete(slug);
    const chosen = new Map(this.state.chosen);
    if (slugs.size) chosen.set(name, slugs);
    else chosen.delete(name);
    this.change({ chosen, page: 1 });
  }

  /** Another state, in the address too: a step to go back over, or in place of the last while words are typed. */
  change(what, inPlace = false) {
    this.state = { ...this.state, ...what };
    history[inPlace ? "replaceState" : "pushState"](null, "", write(this.state) || location.pathname);
    return this.show();
  }

  go(search) {
    this.state = read(search, this.papers.facets.keys());
    this.field.value = this.state.q;
    return this.show();
  }

  /** Shows the state; a later one overtakes it. */
  async show() {
    const turn = ++this.turn, { state } = this;
    this.list.ariaBusy = "true";
    try {
      const [answer, view] = await this.view(state);
      if (turn !== this.turn) return;
      Object.assign(this, { answer, current: view });
      const facets = this.places.map((place) => place.show(view, state.chosen.get(place.facet.name) ?? new Set()));
      this.tell(answer, view);
      this.order = await this.ordered(view, answer);
      if (turn !== this.turn) return;
      await Promise.all([this.rows(turn), this.chosenOnes(turn), ...facets]);
      this.place.dataset.ready = write(state);
    } catch {
      if (turn !== this.turn) return;
      this.status.textContent = "Not everything could be fetched. Reload the page to try again.";
      this.place.dataset.ready = "";
    } finally {
      if (turn === this.turn) this.list.ariaBusy = "false";
    }
  }

  async view({ q, literal, chosen }) {
    const { facets } = this.papers;
    const values = Promise.all([...chosen].map(async ([name, slugs]) => {
      const facet = facets.get(name);
      await facet.load();
      return [name, await Promise.all([...slugs].map((slug) => facet.valueOf(slug)))];
    }));
    const [answer, known] = await Promise.all([q ? this.asked(q, literal) : null, values]);
    return [answer, new View(this.papers, new Map(known), answer?.papers ?? null)];
  }

  /** What the search says to words: its answer, with the papers of this page's numbers in it. */
  async asked(text, literal) {
    const name = `${literal} ${text}`;
    if (!this.answers.has(name)) {
      const [answer, ours] = await Promise.all([ask({ text, literal, every: true }), this.papers.bySearch()]);
      if (answer.error) throw new Error(answer.error);
      answer.papers = [...answer.documents].map((number) => ours[number] ?? -1).filter((paper) => paper >= 0);
      this.answers.set(name, answer);
    }
    return this.answers.get(name);
  }

  async ordered(view, answer) {
    const sort = this.state.sort || usualSort(this.state.q);
    if (sort === "title") return view.order(await this.papers.byTitle());
    if (sort === "score") return view.order(await this.papers.byScore());
    return view.order(sort === "relevance" ? answer.papers : []);
  }

  /** Says how many papers there are, how they were found, and offers orders that make sense. */
  tell(answer, { total }) {
    const all = counted(this.papers.count, "paper", "papers");
    const pages = Math.ceil(total / PAGE), page = this.state.page > 1 ? `, page ${this.state.page} of ${pages}` : "";
    this.status.textContent = (total === this.papers.count ? all : total ? `${commas(total)} of ${all}` : "No paper fits all of this") + page;
    this.said.replaceChildren(...this.foundHow(answer));
    const orders = Object.keys(SORTS).filter((sort) => (sort === "relevance" ? this.state.q : sort === "score" ? this.papers.scored : true));
    this.sort.replaceChildren(...orders.map((sort) => new Option(SORTS[sort], sort)));
    this.sort.value = this.state.sort || usualSort(this.state.q);
  }

  foundHow(answer) {
    if (!answer) return [];
    const { mended = [], names = [], whole, missing } = answer;
    const said = [];
    if (!whole && answer.papers.length) said.push("No paper has all of these words; these have some of them. ");
    if (missing) said.push("A part of the index is missing: there may be more. ");
    if (mended.length) {
      const typed = mended.map((word) => word.typed).join(" "), searched = mended.map((word) => word.searched).join(" ");
      said.push(`Showing results for “${searched}”. `, button(`Search for “${typed}” as typed`, () => this.change({ literal: true, page: 1 })), " ");
    }
    names.forEach(({ name, papers, url }, i) => {
      said.push(i ? ", " : "See also ", make("a", { href: new URL(`../${url}`, import.meta.url).href, dir: "auto" }, name), ` (${commas(papers)})`);
    });
    return said;
  }

  /** A chip for each value in use, to be rid of it. */
  async chosenOnes(turn) {
    const chips = await Promise.all([...this.state.chosen].flatMap(([name, slugs]) => [...slugs].map((slug) => this.chip(name, slug))));
    if (turn !== this.turn) return;
    if (chips.length > 1) chips.push(button("Clear all", () => this.change({ chosen: new Map(), page: 1 }), { class: "pg-chip pg-chip--all" }));
    this.chips.replaceChildren(...chips.map((chip) => make("li", {}, chip)));
    this.filters.textContent = chips.length ? `Filters (${[...this.state.chosen.values()].reduce((sum, slugs) => sum + slugs.size, 0)})` : "Filters";
  }

  async chip(name, slug) {
    const facet = this.papers.facets.get(name), value = await facet.valueOf(slug);
    const shown = value < 0 ? slug : (await facet.named(value)).name;
    return button(`${shown} ×`, () => {
      this.choose(name, slug, false);
      this.status.focus();
    }, { class: "pg-chip", "aria-label": `Remove ${facet.label.toLowerCase()} ${shown}` });
  }

  /** The rows of this page of the list; those that the build has written are already there. */
  async rows(turn) {
    const { page } = this.state;
    const papers = this.order.slice((page - 1) * PAGE, page * PAGE);
    const here = papers.join();
    if (!this.here && papers.every((paper, i) => paper === i) && papers.length === this.list.children.length) this.here = here;
    if (here !== this.here || this.answer || this.marks) {
      const html = await this.papers.rows(papers);
      if (turn !== this.turn) return;
      const template = document.createElement("template");
      template.innerHTML = html.join("");
      this.list.replaceChildren(template.content);
      this.here = here;
      this.marks = Boolean(this.answer);
      if (this.answer) this.marked(turn);
    }
    stars(this.list);
    this.list.start = (page - 1) * PAGE + 1;
    this.pages();
  }

  /** Marks the words that were found, and adds the sentences that answer. */
  async marked(turn) {
    const words = this.answer.words ?? [], asked = new Set(words);
    const rows = [...this.list.children];
    for (const row of rows) for (const text of textsIn(row.querySelector("a"))) text.replaceWith(...parts(mark(text.data, asked)));
    const places = rows.slice(0, SENTENCES).map((row) => {
      const said = make("p", { class: "pg-row__sentence", dir: "auto" });
      row.querySelector("p:last-of-type").before(said);
      return [said, row.querySelector("a").getAttribute("href").replace(/^(\.\.\/)+/, "")];
    });
    for (const [said, url] of places) {
      const found = await sentence(url, words);
      if (turn !== this.turn) return;
      if (found?.length) said.append(...parts(found));
    }
  }

  pages() {
    const { page } = this.state, last = Math.ceil(this.order.length / PAGE);
    const to = (number, text, attributes = {}) => {
      const link = make("a", { href: write({ ...this.state, page: number }) || location.pathname, ...attributes }, text);
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
        event.preventDefault();
        this.change({ page: number }).then(() => this.top());
      });
      return link;
    };
    const near = [1, page - 1, page + 1, last].filter((number, i, all) => number > 0 && number <= last && number !== page && all.indexOf(number) === i);
    this.pager.replaceChildren(...(last < 2 ? [] : [
      ...(page > 1 ? [to(page - 1, "← Back", { rel: "prev" })] : []),
      make("span", {}, `Page ${commas(page)} of ${commas(last)}`),
      ...(page < last ? [to(page + 1, "Next →", { rel: "next" })] : []),
      ...near.map((number) => to(number, commas(number), { "aria-label": `Page ${number}` })),
    ]));
  }

  top() {
    this.status.tabIndex = -1;
    this.status.focus();
    this.place.scrollIntoView();
  }

  async exported() {
    const { order } = this;
    const [{ recordsAt }, places] = await Promise.all([import("./records.js"), this.papers.records(order)]);
    return { name: "papers", count: order.length, records: (told) => recordsAt(places, this.papers.version, told) };
  }
}

const parts = (marked) => marked.filter(({ text }) => text).map(({ text, hit }) => (hit ? make("mark", {}, text) : text));

function textsIn(element) {
  const found = [], walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("math")) found.push(walker.currentNode);
  return found;
}
