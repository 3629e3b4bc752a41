// What lists of papers get on their pages: a menu that exports the whole list, however many pages it has.

import { exportMenu } from "./export-menu.js";
import { keyOf, titlesIn } from "./keys.js";

export function start(place) {
  place.append(exportMenu(async () => {
    const keys = await keysOfList();
    const { records } = await import("./records.js");
    return { name: nameOfList(), count: keys.length, records: (told) => records(keys, told) };
  }));
}

/** The keys of the papers on this page and on the others that the list goes on on. */
async function keysOfList() {
  const home = new URL(location.href.replace(/(?:page\/\d+\/)?(?:index\.html)?(?:[?#].*)?$/, ""));
  const count = Number(/(\d+)$/.exec(document.querySelector(".pg-pager span")?.textContent ?? "")?.[1] ?? 1);
  const pages = await Promise.all(Array.from({ length: count }, async (_, i) => {
    const address = i ? new URL(`page/${i + 1}/`, home) : home;
    if (count === 1) return document;
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }));
  return [...new Set(pages.flatMap((page) => titlesIn(page).flatMap((link) => keyOf(link) ?? [])))];
}

const nameOfList = () => location.pathname.split("/").filter((part) => part && !/^(page|\d+|index\.html)$/.test(part)).at(-1) ?? "papers";
