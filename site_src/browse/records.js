// What exports need, in one file that is fetched when somebody exports.

export { checksum, record, records, recordsAt } from "./api.js";
export { FORMATS, plain, reference } from "./formats.js";
