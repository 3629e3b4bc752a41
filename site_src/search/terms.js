// The terms of the shards that were loaded for a query.

import { position } from "./library.js";

export class Terms {
  constructor(library) {
    this.library = library;
    this.shards = new Map();
  }

  async load(terms) {
    const numbers = new Set(terms.map((term) => position(this.library.shards, term)));
    await Promise.all([...numbers].map(async (number) => {
      const entries = await this.library.shardAt(number);
      if (entries) this.shards.set(number, entries);
    }));
  }

  get(term) {
    return this.shardOf(term)?.get(term);
  }

  shardOf(term) {
    return this.shards.get(position(this.library.shards, term));
  }

  /** In how many documents the most frequent writing of a clause is. */
  df({ alternatives }) {
    return Math.max(0, ...alternatives.map(({ terms }) => Math.min(...terms.map((term) => this.get(term)?.df ?? 0))));
  }
}
