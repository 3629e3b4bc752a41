// The menu that exports a list of papers: which papers they are is asked when a format is chosen.

import { button, counted, foldAway, make, save } from "./dom.js";

/**
 * A folded menu. `wanted()` promises `{name, count, records(told)}`: what the file is called, how many papers there
 * are, and their records, of which `told(done)` hears how many are there.
 */
export function exportMenu(wanted) {
  const status = make("p", { role: "status", class: "pg-note" });
  const choice = make("div", { class: "pg-cite__choice", role: "group", "aria-label": "Format" });
  const box = make("div", { class: "pg-cite__box" }, make("p", {}, "Save these papers as"), choice, status);
  const details = make("details", { class: "pg-cite pg-export" }, make("summary", {}, "Export"), box);
  for (const name of ["BibTeX", "RIS", "CSL-JSON", "CSV", "JSON", "Text"]) choice.append(button(name, () => run(name)));
  foldAway(details);

  let turn = 0;
  async function run(format) {
    const mine = ++turn;
    const say = (text) => mine === turn && (status.textContent = text);
    try {
      say("Fetching");
      const [{ FORMATS }, { name, count, records }] = await Promise.all([import("./records.js"), wanted()]);
      const found = await records((done) => done % 20 || say(`Fetching ${done} of ${counted(count, "paper", "papers")}`));
      if (mine !== turn) return;
      const { write, ending, type } = FORMATS[format];
      save(`${name}.${ending}`, type, write(found));
      say(`${counted(found.length, "paper", "papers")} saved as ${name}.${ending}`);
    } catch {
      say("Not all papers could be fetched. Reload the page and try again.");
    }
  }
  return details;
}
