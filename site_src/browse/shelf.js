// The reading list: kept in this browser for this site, and nowhere else.

const SITE = new URL("../", import.meta.url).pathname;
const NAME = `${SITE}reading-list`;
const FORMAT = 1;
const KEY = /^[A-Za-z0-9][\w.-]{0,200}$/;
const LONGEST = { title: 1000, authors: 300, date: 10, note: 20_000, added: 30 };

const listeners = new Set();

/** What is kept, newest first: `{key, title, authors, date, added, note, read, gone}`; the last two are flags. */
export function papers() {
  return understood(read()) ?? [];
}

/** The papers in what somebody stored, saved or shared, whatever it is; null when it is no reading list at all. */
export function understood(text) {
  let stored;
  try {
    stored = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(stored?.papers)) return null;
  const known = new Map();
  for (const one of stored.papers) if (isKey(one?.key) && !known.has(one.key)) known.set(one.key, paper(one));
  return [...known.values()];
}

export const isKey = (key) => typeof key === "string" && KEY.test(key);

function paper({ key, read, gone, ...said }) {
  const texts = Object.entries(LONGEST).map(([name, longest]) => [name, typeof said[name] === "string" ? said[name].slice(0, longest) : ""]);
  return { key, read: read === true, gone: gone === true, ...Object.fromEntries(texts) };
}

/** The list as a text that `understood` understands. */
export const written = (papers) => JSON.stringify({ format: FORMAT, papers });

/**
 * Changes the list as it is now, also by other tabs: `act` is given the papers and returns them changed. Says whether
 * the browser kept it.
 */
export function change(act) {
  const before = read();
  const kept = understood(before);
  try {
    // What is stored under our name and is not ours may be somebody's; it is put aside, not lost.
    if (before !== null && kept === null) localStorage.setItem(`${NAME} (unreadable)`, before);
    localStorage.setItem(NAME, written(act(kept ?? [])));
  } catch {
    return false;
  }
  tell();
  return true;
}

export const has = (key) => papers().some((paper) => paper.key === key);

/** Puts a paper on the list, or takes it off. */
export function toggle(about) {
  const on = has(about.key);
  return change((kept) => (on ? kept.filter(({ key }) => key !== about.key) : [fresh(about), ...kept]));
}

export const fresh = (about) => paper({ ...about, added: new Date().toISOString().slice(0, 10) });

/** Calls back whenever the list changes, here or in another tab. */
export function watch(listener) {
  listeners.add(listener);
  if (listeners.size === 1) addEventListener("storage", ({ key }) => (key === NAME || key === null) && tell());
}

const tell = () => listeners.forEach((listener) => listener());

function read() {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null;
  }
}
