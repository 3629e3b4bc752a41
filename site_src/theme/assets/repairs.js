// Marks the repaired places in the abstract when the reader opens the list of them.

/** The characters of an element as they are shown, each with its place: formulas count as one odd character. */
function characters(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest("math") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  let text = "";
  const places = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeName === "math") {
      text += "\ufffc";
      places.push(null);
    } else if (node.nodeType === Node.TEXT_NODE) {
      for (let at = 0; at < node.length; at += 1) places.push([node, at]);
      text += node.data;
    }
  }
  return { text, places };
}

/** What stands left of, in and right of a repaired place, and what stood there before. */
function parts(item) {
  const said = { left: "", ins: "", right: "", del: "" };
  let side = "left";
  for (const node of item.childNodes) {
    if (node.nodeName === "DEL" || node.nodeName === "INS") {
      said[node.nodeName.toLowerCase()] = node.textContent;
      side = "right";
    } else if (node.nodeType === Node.TEXT_NODE) {
      said[side] += node.data;
    }
  }
  return { ...said, left: said.left.trim(), right: said.right.trim() };
}

/** Where the mended words stand: with all the words around them, else with fewer, if that is one place only. */
function find(text, { left, ins, right }, from) {
  const joined = (before, after) => [before, ins, after].filter(Boolean).join(" ");
  const near = [[left, right], [left, ""], ["", right], ["", ""]];
  for (const [before, after] of near) {
    const words = joined(before, after);
    if (words.length < 2) continue;
    const at = text.indexOf(words, from);
    const lone = text.indexOf(words) === text.lastIndexOf(words);
    if (at < 0 || (!lone && (before !== left || after !== right))) continue;
    const start = at + (before && ins ? before.length + 1 : before.length);
    return { start, end: start + ins.length };
  }
  return null;
}

/** The stretches of text nodes that the characters from one to another lie in: node, first character, one past the last. */
function stretches(places, { start, end }) {
  if (start === end) {
    const [node, at] = places[start] ?? [];
    const [last, before] = places[start - 1] ?? [];
    return node ? [[node, at, at]] : last ? [[last, before + 1, before + 1]] : [];
  }
  const found = [];
  for (const place of places.slice(start, end)) {
    if (place && found.at(-1)?.[0] === place[0]) found.at(-1)[2] = place[1] + 1;
    else if (place) found.push([place[0], place[1], place[1] + 1]);
  }
  return found;
}

/** Marks a mended place; the first stretch of it that is no link can be asked what stood there before. */
function mark(places, place) {
  let asked = false;
  const marks = stretches(places, place).map(([node, first, last]) => {
    const mended = document.createElement("ins");
    if (!asked && !node.parentElement.closest("a")) {
      asked = true;
      mended.tabIndex = 0;
      mended.setAttribute("aria-describedby", `repair-${place.number}`);
      const was = document.createElement("del");
      was.textContent = place.before || "nothing stood here";
      mended.append(was);
    } else {
      mended.title = `Before: ${place.before}`;
    }
    return [node, first, last, mended];
  });
  for (const [node, first, last, mended] of marks.reverse()) {
    const inside = node.splitText(first);
    inside.splitText(last - first);
    mended.prepend(inside.data || "‸");
    inside.replaceWith(mended);
  }
}

export function start(fold) {
  const abstract = document.querySelector(".pg-abstract");
  const plain = abstract?.cloneNode(true);
  const items = [...fold.querySelectorAll("li:not([data-field])")];
  for (const [number, item] of items.entries()) item.id = `repair-${number}`;

  function show() {
    if (!abstract) return;
    abstract.replaceChildren(...plain.cloneNode(true).childNodes);
    if (!fold.open) return;
    const { text, places } = characters(abstract);
    let from = 0;
    const found = items.map((item, number) => {
      const said = parts(item);
      const place = find(text, said, from) ?? find(text, said, 0);
      from = place?.end ?? from;
      return place && { ...place, before: said.del, number };
    });
    // From the end, so that the places before stay where they are; words that two places share are the later one's.
    let rest = text.length;
    for (const place of found.filter(Boolean).sort((one, other) => other.start - one.start)) {
      mark(places, { ...place, end: Math.min(place.end, rest) });
      rest = place.start;
    }
  }

  fold.addEventListener("toggle", show);
  if (fold.open) show();
}
