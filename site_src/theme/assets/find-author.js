// Finds authors while one types: the names are fetched in small lists by the first two letters of a word.

const SPECIAL = { ø: "o", ł: "l", đ: "d", ı: "i", ß: "ss", æ: "ae" };
const MOST = 40;

/** A name without accents, case and punctuation, as the lists were cut. */
export function fold(name) {
  const bare = name.toLowerCase().replace(/[øłđıßæ]/g, (char) => SPECIAL[char]).normalize("NFKD");
  return (bare.replace(/\p{M}/gu, "").replace(/['’`´ʼ]/g, "").match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}

/** The name of the list that has everybody with a word that begins like this one. */
export const shardOf = (word) => [...word].slice(0, 2).map((char) => char.codePointAt(0).toString(16)).join("-");

/**
 * A function that finds people below an address (`…/authors/`): it promises `[name, slug, papers]` of all who have
 * every word of a text in their names, those with most papers first; null when the text is too short to tell.
 */
export function finder(base) {
  const lists = new Map();
  const read = (name) => {
    if (!lists.has(name)) {
      lists.set(name, fetch(`${base}names/${name}.json`).then((reply) => (reply.ok ? reply.json() : []), () => []));
    }
    return lists.get(name);
  };
  return async (text) => {
    const words = fold(text).split(" ").filter(Boolean);
    const longest = words.reduce((a, b) => (b.length > a.length ? b : a), "");
    if (!longest || (longest.length < 2 && longest < "\u0250")) return null;
    const shard = shardOf(longest);
    const people = (await read("index")).includes(shard) ? await read(shard) : [];
    const fits = ([name, , , also = ""]) => {
      const theirs = `${fold(name)} ${also}`.split(" ");
      return words.every((word) => theirs.some((their) => their.startsWith(word)));
    };
    return people.filter(fits).sort((a, b) => b[2] - a[2]);
  };
}

export function start(box) {
  const base = box.dataset.findAuthor;
  const find = finder(base);
  const input = box.querySelector("input");
  const status = box.querySelector("[role=status]");
  const list = box.querySelector("ul");
  let last = 0;

  async function show() {
    const turn = ++last;
    const found = await find(input.value);
    if (turn !== last) return;
    list.replaceChildren(...(found ?? []).slice(0, MOST).map(([name, slug, papers]) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `${base}${slug}/`;
      link.textContent = name;
      const count = document.createElement("span");
      count.className = "pg-n";
      count.textContent = papers;
      item.append(link, " ", count);
      return item;
    }));
    if (!found) status.textContent = "";
    else if (!found.length) status.textContent = "Nobody of that name here";
    else status.textContent = `${found.length} found${found.length > MOST ? `, the first ${MOST} are shown` : ""}`;
  }

  box.hidden = false;
  input.addEventListener("input", show);
  if (input.value) show();
}
