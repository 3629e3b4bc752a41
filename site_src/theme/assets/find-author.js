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

export function start(box) {
  const base = box.dataset.findAuthor;
  const input = box.querySelector("input");
  const status = box.querySelector("[role=status]");
  const list = box.querySelector("ul");
  const lists = new Map();
  let last = 0;

  const read = (name) => {
    if (!lists.has(name)) {
      lists.set(name, fetch(`${base}names/${name}.json`).then((reply) => (reply.ok ? reply.json() : []), () => []));
    }
    return lists.get(name);
  };
  const fetched = async (shard) => ((await read("index")).includes(shard) ? read(shard) : []);

  async function find() {
    const turn = ++last;
    const words = fold(input.value).split(" ").filter(Boolean);
    const longest = words.reduce((a, b) => (b.length > a.length ? b : a), "");
    if (!longest || (longest.length < 2 && longest < "\u0250")) {
      list.replaceChildren();
      status.textContent = "";
      return;
    }
    const people = await fetched(shardOf(longest));
    if (turn !== last) return;
    const fits = ([name, , , also = ""]) => {
      const theirs = `${fold(name)} ${also}`.split(" ");
      return words.every((word) => theirs.some((their) => their.startsWith(word)));
    };
    const found = people.filter(fits).sort((a, b) => b[2] - a[2]);
    list.replaceChildren(...found.slice(0, MOST).map(([name, slug, papers]) => {
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
    const more = found.length > MOST ? `, the first ${MOST} are shown` : "";
    status.textContent = found.length ? `${found.length} found${more}` : "Nobody of that name here";
  }

  box.hidden = false;
  input.addEventListener("input", find);
  if (input.value) find();
}
