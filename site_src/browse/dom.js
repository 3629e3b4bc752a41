// Small things for making elements; text is never read as HTML.

import { commas } from "../search/commas.js";

/** An element with attributes and children; an attribute that is false or undefined is left out. */
export function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false && value !== undefined) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/** A button that does something; small ones stand in rows. */
export function button(text, act, attributes = {}) {
  const made = make("button", { type: "button", class: "pg-button pg-button--small", ...attributes }, text);
  made.addEventListener("click", act);
  return made;
}

export const counted = (count, one, more) => `${commas(count)} ${count === 1 ? one : more}`;

/** Gives the reader a file. */
export function save(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = make("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Copies a text, or selects it for the reader to copy; says which. */
export async function copy(shown) {
  try {
    await navigator.clipboard.writeText(shown.textContent);
    return "Copied";
  } catch {
    getSelection().selectAllChildren(shown);
    return "Selected: copy with your keyboard";
  }
}

/** A folded piece that closes with Esc and when something else is clicked. */
export function foldAway(details) {
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    details.querySelector("summary").focus();
  });
  document.addEventListener("click", ({ target }) => {
    if (!details.contains(target) && target.isConnected) details.open = false;
  });
}
