// The Cite button of a paper's page: formats are made from the record in the page's head.

import { button, copy, foldAway, make, save } from "./dom.js";
import { pageRecord } from "./page.js";

/** Replaces the plain reference in the box by a choice of formats that can be copied and saved. */
export function start(box) {
  const details = box.closest("details");
  foldAway(details);
  details.addEventListener("toggle", () => fill(box), { once: true });
  if (details.open) fill(box);
}

async function fill(box) {
  if (box.querySelector("pre")) return;
  const record = pageRecord();
  const { FORMATS } = await import("./records.js");
  const text = { BibTeX: FORMATS.BibTeX, RIS: FORMATS.RIS, "CSL-JSON": FORMATS["CSL-JSON"], Text: FORMATS.Text };
  const made = Object.fromEntries(Object.entries(text).map(([name, { write }]) => [name, () => write([record])]));
  made.Key = () => `${record.cite.key}\n`;
  let chosen = "";
  const shown = make("pre", { tabindex: "0" });
  const status = make("span", { role: "status" });
  const saving = button("Save", () => save(`${record.cite.key}.${text[chosen].ending}`, text[chosen].type, shown.textContent));
  const buttons = Object.keys(made).map((name) => button(name, () => show(name)));
  function show(name) {
    chosen = name;
    shown.textContent = made[name]();
    shown.ariaLabel = name;
    status.textContent = "";
    saving.hidden = name === "Key";
    for (const one of buttons) one.ariaPressed = String(one.textContent === name);
  }
  const copying = button("Copy", async () => (status.textContent = await copy(shown)));
  const choice = make("div", { class: "pg-cite__choice", role: "group", "aria-label": "Citation format" }, ...buttons);
  box.replaceChildren(choice, shown, make("p", {}, copying, " ", saving, " ", status));
  show("BibTeX");
}
