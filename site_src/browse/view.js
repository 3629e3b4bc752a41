// Which papers a state shows, in what order, and how many each value of a facet would leave: arithmetic only.

/** What narrows the papers: for each facet the masks and modes of what is chosen in it. */
export class View {
  /**
   * `chosen` maps names of facets to values; `found` are the papers that answer a query, best first, or null.
   * All facets named must be ready.
   */
  constructor({ count, facets }, chosen, found) {
    this.count = count;
    this.passed = new Uint8Array(count);
    this.tests = new Map();
    for (const [name, values] of chosen) this.tests.set(name, test(facets.get(name), values, count));
    if (found) {
      const mask = new Uint8Array(count);
      for (const paper of found) mask[paper] = 1;
      this.tests.set("", mask);
    }
    for (const mask of this.tests.values()) for (let paper = 0; paper < count; paper++) this.passed[paper] += mask[paper];
    this.mask = this.passedBut(0);
    this.found = found;
    this.total = this.mask.reduce((sum, one) => sum + one, 0);
  }

  /** The papers that pass all tests but so many. */
  passedBut(fewer) {
    const all = this.tests.size - fewer;
    return this.passed.map((tests) => Number(tests >= all));
  }

  /** How many papers each value of a facet has here; where one of several is enough, as if none were chosen. */
  counts(facet) {
    const own = facet.every ? undefined : this.tests.get(facet.name);
    if (!own) return facet.counts(this.mask);
    const others = this.tests.size - 1;
    return facet.counts(this.passed.map((tests, paper) => Number(tests - own[paper] === others)));
  }

  /** The papers in order; `ranked` are some of them, first, the others follow newest first. */
  order(ranked = []) {
    const left = this.mask.slice(), papers = [];
    for (const paper of ranked) {
      if (left[paper]) papers.push(paper);
      left[paper] = 0;
    }
    for (let paper = 0; paper < this.count; paper++) if (left[paper]) papers.push(paper);
    return papers;
  }
}

/** The papers that have every value chosen in a facet, or any of them. */
function test(facet, values, count) {
  const met = new Uint8Array(count);
  for (const value of values) if (value >= 0) facet.each(value, (paper) => met[paper]++);
  const least = facet.every ? values.length : 1;
  return met.map((times) => Number(times >= least));
}
