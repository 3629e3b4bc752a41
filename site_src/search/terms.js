// The terms of the shards that were loaded for a query, or of the front that is in the manifest.

import { position } from "./library.js";

export class Terms {
  constructor(library, front) {
    this.library = library;
    this.front = front;
    this.shards = new Map();
  }

  async load(terms) {
    if (this.front) return;
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
    return this.front ?? this.shards.get(position(this.library.shards, term));
  }

  /** In how many documents the most frequent writing of a clause is. */
  df({ alternatives }) {
    return Math.max(0, ...alternatives.map(({ terms }) => Math.min(...terms.map((term) => this.get(term)?.df ?? 0))));
  }
}
