// What the browser's modules say, for tests in Python to compare: reads one JSON request on stdin, answers on stdout.

import { cpSync, readFileSync, rmSync } from "node:fs";
import { excerpt, mark } from "../../site_src/search/excerpt.js";
import { library } from "../../site_src/search/library.js";
import { distance } from "../../site_src/search/mend.js";
import { identifier, label, parse } from "../../site_src/search/parse.js";
import { search } from "../../site_src/search/rank.js";
import { stem } from "../../site_src/search/stem.js";
import { words } from "../../site_src/search/tokens.js";

// Files of the index come from a folder; a path that is not there is what a server calls 404.
let fetched = [];
globalThis.fetch = async (path) => {
  fetched.push(path);
  try {
    const file = path.startsWith("file:") ? new URL(path) : path;
    return new Response(readFileSync(path.endsWith("/") ? `${file}index.html` : file));
  } catch {
    return new Response("", { status: 404 });
  }
};

const questions = {
  stems: (list) => list.map(stem),
  words: (list) => list.map((text) => words(text).map(({ parts, solid }) => [parts, solid])),
  labels: (list) => list.map(label),
  identifiers: (list) => list.map(identifier),
  distances: (list) => list.map(([a, b, most]) => distance(a, b, most)),
  parsed: (list) => list.map((text) => parse(text, { stop: new Set(["the", "of"]), common: [] })),
  marks: ({ text, asked }) => mark(text, new Set(asked)),
  excerpt: ({ text, asked }) => excerpt(text, new Set(asked)),
  search: async ({ base, queries, options }) => {
    const answers = [];
    for (const query of queries) {
      fetched = [];
      const opened = await library(base), early = [];
      const asked = { ...options, early: (answer) => early.push({ ...answer, fetched: [...fetched] }) };
      answers.push({ ...(await search(opened, query, asked)), early, fetched });
    }
    return answers;
  },
  // The worker as a page has it, while the site below it is published anew between two queries.
  worker: async ({ base, replacement, queries }) => {
    const answers = [];
    globalThis.self = { location: { href: `file://${base}worker.js` }, postMessage: (answer) => answers.push(answer) };
    await import("../../site_src/search/worker.js");
    for (const [id, text] of queries.entries()) {
      await self.onmessage({ data: { id, text } });
      if (id > 0) continue;
      rmSync(base, { recursive: true });
      cpSync(replacement, base, { recursive: true });
    }
    return answers;
  },
  // The worker with questions that come before it has answered, or when it has begun to: `after` names to which.
  together: async ({ base, asked }) => {
    const answers = [], waiting = [];
    const send = (message, id) => waiting.push(self.onmessage({ data: { id, ...message } }));
    const postMessage = (answer) => {
      answers.push(answer);
      asked.forEach((message, id) => message.after === answer.id && send({ ...message, after: undefined }, id));
    };
    globalThis.self = { location: { href: `file://${base}worker.js` }, postMessage };
    await import("../../site_src/search/worker.js");
    asked.forEach((message, id) => message.after === undefined && send(message, id));
    for (const one of waiting) await one;
    return answers;
  },
};

const { question, about } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(await questions[question](about)));
