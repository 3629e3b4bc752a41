// Light stemming: steps 0, 1 and 5 of Porter2 (snowballstem.org/algorithms/english/stemmer.html).
// The same function as papergarden/text/stemming.py; tests/search/stems.json holds both to it.

const WHOLE = {
  cpus: "cpu", gpus: "gpu", tpus: "tpu",
  skis: "ski", skies: "sky", dying: "die", lying: "lie", tying: "tie", idly: "idl", gently: "gentl",
  ugly: "ugli", early: "earli", only: "onli", singly: "singl", sky: "sky", news: "news", howe: "howe",
  atlas: "atlas", cosmos: "cosmos", bias: "bias", andes: "andes",
};
const AFTER_PLURAL = /^(inning|outing|canning|herring|earring|proceed|exceed|succeed)$/;
const FIRST_REGION = /(gener|commun|arsen|.*?[aeiouy][^aeiouy])/y;
const NEXT_REGION = /.*?[aeiouy][^aeiouy]/y;
const SHORT_END = /^[aeiouy][^aeiouy]$|[^aeiouy][aeiouy][^aeiouywxY]$/;

/** The word without its inflection; words that are not lower-case English letters come back as they are. */
export function stem(word) {
  if (!/^[a-z']{3,}$/.test(word)) return word;
  if (Object.hasOwn(WHOLE, word)) return WHOLE[word];
  // An upper-case Y marks a consonant for as long as the steps run.
  word = word.replace(/^'/, "").replace(/(^|[aeiouy])y/g, "$1Y").replace(/'s?'?$/, "");
  word = withoutPlural(word);
  if (!AFTER_PLURAL.test(word)) {
    const first = region(FIRST_REGION, word, 0);
    const second = region(NEXT_REGION, word, first);
    word = withoutPast(word, first).replace(/(.[^aeiouy])[yY]$/, "$1i");
    word = withoutEnd(word, first, second);
  }
  return word.replaceAll("Y", "y");
}

function withoutPlural(word) {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  // Porter2, made for running English, would leave "llms" as it is.
  return /[aeiouy].*[^us]s$|^[^aeiouy]{2,}[^aeiouys]s$/.test(word) ? word.slice(0, -1) : word;
}

function region(opening, word, start) {
  opening.lastIndex = start;
  return opening.test(word) ? opening.lastIndex : word.length;
}

function withoutPast(word, region) {
  let cut = /eed(ly)?$/.exec(word);
  if (cut) return cut.index >= region ? word.slice(0, cut.index) + "ee" : word;
  cut = /(ing|ed)(ly)?$/.exec(word);
  if (!cut || !/[aeiouy]/.test(word.slice(0, cut.index))) return word;
  word = word.slice(0, cut.index);
  if (/(at|bl|iz)$/.test(word)) return word + "e";
  if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(word)) return word.slice(0, -1);
  return region >= word.length && SHORT_END.test(word) ? word + "e" : word;
}

function withoutEnd(word, first, second) {
  const last = word.length - 1;
  if (/e$/.test(word) && (last >= second || last >= first && !SHORT_END.test(word.slice(0, -1)))) return word.slice(0, -1);
  return /ll$/.test(word) && last >= second ? word.slice(0, -1) : word;
}
