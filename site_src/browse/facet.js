// One facet beside the list: its values with counts, the most frequent first, and a box to find others.

import { commas } from "../search/commas.js";
import { button, make } from "./dom.js";

const FEW = 8, MORE = 40, FINDABLE = 20;
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** The place of a facet; `changed(name, slug, on)` hears what is chosen in it. */
export class FacetPlace {
  constructor(facet, changed) {
    Object.assign(this, { facet, changed, most: FEW, rows: new Map() });
    this.summary = make("summary", {}, facet.label);
    this.list = make("ul", { class: "pg-facet__values" });
    this.more = button("More", () => this.showMore(), { class: "pg-facet__more", hidden: true });
    this.note = make("p", { class: "pg-note", role: "status" });
    this.element = make("details", { class: "pg-facet" }, this.summary);
    if (facet.size > FINDABLE) this.element.append(this.findBox());
    this.element.append(this.list, this.note, this.more);
    this.element.addEventListener("toggle", () => this.element.open && this.draw());
  }

  findBox() {
    this.find = make("input", { type: "search", class: "pg-facet__find", "aria-label": `Find ${this.facet.label.toLowerCase()}`, placeholder: "Find", autocomplete: "off", spellcheck: "false" });
    this.find.addEventListener("input", () => this.draw());
    return this.find;
  }

  showMore() {
    const first = this.list.children.length;
    this.most += MORE;
    this.draw().then(() => this.list.children[first]?.querySelector("input").focus());
  }

  /** Shows the counts of a view; `chosen` are the slugs that are chosen here. */
  show(view, chosen) {
    Object.assign(this, { view, chosen });
    const count = chosen.size ? make("span", { class: "pg-facet__chosen" }, ` ${chosen.size}`) : "";
    this.summary.replaceChildren(this.facet.label, count);
    if (chosen.size && this.drawn === undefined) this.element.open = true;
    return this.element.open ? this.draw() : undefined;
  }

  async draw() {
    const turn = (this.drawn = (this.drawn ?? 0) + 1);
    if (!this.facet.ready) this.note.textContent = "Fetching";
    try {
      await this.facet.load();
      const counts = this.view.counts(this.facet);
      const { values, more } = await this.values(counts);
      const named = await Promise.all(values.map(async (value) => ({ ...(await this.facet.named(value)), count: counts[value] })));
      if (turn === this.drawn) this.fill(named, more);
    } catch {
      if (turn === this.drawn) this.note.textContent = "This part could not be fetched.";
    }
  }

  /** The values to show: chosen ones, then those with most papers here, or those whose names are asked for. */
  async values(counts) {
    const chosen = await Promise.all([...this.chosen].map((slug) => this.facet.valueOf(slug)));
    const first = chosen.filter((value) => value >= 0);
    const asked = fold(this.find?.value ?? "").split(/\s+/).filter(Boolean);
    const may = asked.length ? await this.matching(asked) : null;
    const others = best(counts, this.most + 1, (value) => !first.includes(value) && (!may || may.has(value)), this.facet.name === "year");
    return { values: [...first, ...others.slice(0, this.most)], more: others.length > this.most };
  }

  /** The values whose names have words that begin so. */
  async matching(asked) {
    const { names } = this.facet;
    if (names) {
      this.folded ??= names.map((name) => ` ${fold(name).replace(/[^\p{L}\p{N}]+/gu, " ")}`);
      return new Set([...names.keys()].filter((value) => asked.every((word) => this.folded[value].includes(` ${word}`))));
    }
    const { finder } = await import("./find-author.js");
    const people = await finder(new URL("../authors/", import.meta.url).href)(this.find.value);
    return new Set(await Promise.all((people ?? []).slice(0, MORE).map(([, slug]) => this.facet.valueOf(slug))));
  }

  /** Fills the list; a value that was shown keeps its element, and the focus. */
  fill(values, more) {
    const focused = document.activeElement;
    const rows = values.map((value) => this.row(value));
    this.list.replaceChildren(...rows);
    this.more.hidden = !more;
    this.note.textContent = values.length ? "" : "None here";
    if (focused !== document.activeElement && this.list.contains(focused)) focused.focus({ preventScroll: true });
  }

  row({ name, slug, count }) {
    if (!this.rows.has(slug)) {
      const box = make("input", { type: "checkbox" });
      const number = make("span", { class: "pg-n" });
      box.addEventListener("change", () => this.changed(this.facet.name, slug, box.checked));
      this.rows.set(slug, { item: make("li", {}, make("label", {}, box, make("span", { dir: "auto" }, name), number)), box, number });
    }
    const { item, box, number } = this.rows.get(slug);
    box.checked = this.chosen.has(slug);
    number.textContent = commas(count);
    return item;
  }
}

/** The values with most papers, so many of them; years as time goes, backwards. */
function best(counts, most, wanted, byValue) {
  const found = [];
  const better = byValue ? (a, b) => a > b : (a, b) => counts[a] > counts[b] || (counts[a] === counts[b] && a < b);
  for (let value = 0; value < counts.length; value++) {
    if (!counts[value] || (found.length === most && !better(value, found[most - 1])) || !wanted(value)) continue;
    let at = found.length;
    while (at && better(value, found[at - 1])) at--;
    found.splice(at, 0, value);
    if (found.length > most) found.pop();
  }
  return found;
}
