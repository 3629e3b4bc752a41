// The citation of a paper as BibTeX, RIS, CSL-JSON or text, made from the record in the page's head.

const ESCAPES = {
  "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "&": "\\&", "%": "\\%", "#": "\\#",
  "_": "\\_", $: "\\$", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}",
};
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const FORMULA = /(\$(?![\s$])(?:[^$\\]|\\.)*?(?<!\s)\$(?!\d))/;

function balanced(formula) {
  let depth = 0;
  for (const char of formula) {
    depth += (char === "{") - (char === "}");
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Text escaped for TeX, with its formulas left as they are where their braces are balanced. */
function tex(text) {
  const escaped = (piece) => piece.replace(/[\\{}&%#_$~^]/g, (char) => ESCAPES[char]);
  return text.split(FORMULA).map((piece, at) => (at % 2 && balanced(piece) ? piece : escaped(piece))).join("");
}

const verbatim = (text) => text.replace(/[{}\\]/g, encodeURIComponent);
const words = (...parts) => parts.filter(Boolean).join(" ");
const dateOf = (record) => record.issued?.["date-parts"][0] ?? [];

function texName(author) {
  if (author.literal === undefined) {
    return tex(words(author["non-dropping-particle"], author.family)) +
      (author.suffix ? `, ${tex(author.suffix)}` : "") + (author.given ? `, ${tex(author.given)}` : "");
  }
  const name = tex(author.literal);
  return author.whole || /,| and /i.test(name) || /^others$/i.test(name) ? `{${name}}` : name;
}

export function bibtex(record) {
  const [year, month] = dateOf(record);
  const authors = (record.author ?? []).map(texName);
  const fields = {
    title: record.title && `{{${tex(record.title)}}}`,
    author: authors.length && `{${[...authors, ...(record.incomplete ? ["others"] : [])].join(" and ")}}`,
    booktitle: record["container-title"] && `{${tex(record["container-title"])}}`,
    year: year && `{${year}}`,
    month: month && MONTHS[month - 1],
    eprint: record.archive_location && `{${record.archive_location}}`,
    archiveprefix: record.archive_location && "{arXiv}",
    doi: record.DOI && `{${verbatim(record.DOI)}}`,
    url: record.URL && `{${verbatim(record.URL)}}`,
  };
  const lines = Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `  ${name} = ${value},\n`);
  return `@${record["container-title"] ? "inproceedings" : "misc"}{${record.id},\n${lines.join("")}}\n`;
}

export function ris(record) {
  const date = dateOf(record);
  const name = (author) => author.literal ??
    [words(author["non-dropping-particle"], author.family), author.given, author.suffix].filter(Boolean).join(", ");
  const day = date.map((part) => String(part).padStart(2, "0"));
  const tags = [
    ["TY", record["container-title"] ? "CPAPER" : "GEN"],
    ["TI", record.title],
    ...(record.author ?? []).map((author) => ["AU", name(author)]),
    ["T2", record["container-title"]],
    ["PY", date[0]],
    ["DA", date.length && [...day, ...Array(4 - day.length).fill("")].join("/")],
    ["DO", record.DOI],
    ["UR", record.URL],
    ["AN", record.archive_location && `arXiv:${record.archive_location}`],
    ["KW", record.keyword],
    ["ID", record.id],
  ];
  return [...tags.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value}`), "ER  - ", ""].join("\n");
}

export function csl(record) {
  const { incomplete, ...item } = record;
  item.author = (record.author ?? []).map(({ whole, ...author }) => author);
  if (incomplete) item.author.push({ literal: "others" });
  return `${JSON.stringify([item], null, 1)}\n`;
}

/** Replaces the plain reference in the box by a choice of formats with a button that copies. */
export function start(box) {
  const record = JSON.parse(document.getElementById("pg-citation").textContent);
  const text = box.textContent.trim();
  const formats = {
    BibTeX: () => bibtex(record),
    RIS: () => ris(record),
    "CSL-JSON": () => csl(record),
    Text: () => `${text}\n`,
    Key: () => `${record.id}\n`,
  };
  const shown = document.createElement("pre");
  shown.tabIndex = 0;
  const choice = document.createElement("div");
  choice.className = "pg-cite__choice";
  choice.role = "group";
  choice.ariaLabel = "Citation format";
  const buttons = Object.keys(formats).map((name) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "pg-button pg-button--small";
    button.textContent = name;
    button.addEventListener("click", () => show(name));
    return button;
  });
  const copy = document.createElement("button");
  copy.type = "button";
  copy.className = "pg-button pg-button--small";
  const status = document.createElement("span");
  status.role = "status";
  copy.textContent = "Copy";
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(shown.textContent);
      status.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(shown);
      status.textContent = "Selected: copy with your keyboard";
    }
  });
  function show(name) {
    shown.textContent = formats[name]();
    shown.ariaLabel = name;
    status.textContent = "";
    for (const button of buttons) button.ariaPressed = String(button.textContent === name);
  }
  choice.append(...buttons);
  const foot = document.createElement("p");
  foot.append(copy, " ", status);
  box.replaceChildren(choice, shown, foot);
  show("BibTeX");
}
