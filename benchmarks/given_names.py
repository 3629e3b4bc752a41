"""Write ``generator/papergarden/text/given_names.py``: the first words of names, from a corpus of papers.

    python benchmarks/given_names.py PAPERS.jsonl.gz > generator/papergarden/text/given_names.py

Only the tuning half of the corpus is looked at (``benchmarks/byline.py`` reports on the other half). A word
is kept when several different names begin with it, the commonest first until the table is full.
"""

import sys
import textwrap
from collections import Counter

from corpus import read_papers, tuning

from papergarden.text.names import PARTICLES, fold, is_organization

FULL = 36_000
"""Characters of names that the table may hold."""

HEAD = '''"""Words that printed names of authors commonly begin with, folded (no accents, small letters).

Made by ``benchmarks/given_names.py`` from the author lists of half a corpus of papers; a fact about each word
(several authors' printed names begin with it), nothing about anybody. Regenerate rather than edit.
"""

_TABLE = """
'''


def main(path: str) -> None:
    """Print the module."""
    names = {name for paper in read_papers(path) if tuning(paper) for name in paper["authors"]}
    count: Counter[str] = Counter()
    for name in names:
        word = "".join(fold(name.split()[0]).split()) if name.split() else ""
        if len(word) > 1 and word.isascii() and word not in PARTICLES and not is_organization(name):
            count[word] += 1
    kept: list[str] = []
    room = FULL
    for word, seen in sorted(count.items(), key=lambda item: (-item[1], item[0])):
        room -= len(word) + 1
        if room < 0 or seen < 2:
            break
        kept.append(word)
    print(HEAD + textwrap.fill(" ".join(sorted(kept)), width=110))
    print('"""\nGIVEN_NAMES = frozenset(_TABLE.split())')


if __name__ == "__main__":
    main(sys.argv[1])
