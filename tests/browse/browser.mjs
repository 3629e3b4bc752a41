// What the browser's modules say, for tests in Python to compare: reads one JSON request on stdin, answers on stdout.

import { readFileSync } from "node:fs";
import { checksum } from "../../site_src/browse/api.js";
import { FORMATS } from "../../site_src/browse/formats.js";
import { segments } from "../../site_src/browse/formulas.js";
import { joined } from "../../site_src/browse/page.js";

const questions = {
  checksums: (list) => list.map(checksum),
  segments: (list) => list.map(segments),
  joined: (pairs) => pairs.map(([own, article]) => joined(own, article)),
  exports: ({ format, records }) => FORMATS[format].write(records),
};

const { question, about } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(await questions[question](about)));
