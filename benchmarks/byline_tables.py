"""Write ``generator/papergarden/text/byline_tables.py``: words that begin names and words that end titles.

    python -m benchmarks.byline_tables PAPERS.jsonl.gz > generator/papergarden/text/byline_tables.py

Only the tuning half of the corpus is looked at (``benchmarks/byline.py`` reports on the other half). Longer
names of two or three Chinese syllables are left out: a pattern knows them.
"""

import re
import sys
import textwrap
from collections import Counter
from collections.abc import Iterable

from benchmarks.corpus import read_papers, tuning
from papergarden.text.letters import SYLLABLES, fold
from papergarden.text.name_parts import PARTICLES
from papergarden.text.organizations import is_organization

HEAD = '''"""Words that printed names begin with, and words that titles end with.

Made by ``benchmarks/byline_tables.py`` from the author lists and titles of half a corpus of papers; a last
word is here when several titles have it. Names are folded: no accents, small letters. Regenerate, not edit.
"""
'''


def main(path: str) -> None:
    """Print the module."""
    papers = [paper for paper in read_papers(path) if tuning(paper)]
    names = {
        name for paper in papers for name in paper["authors"] if name.strip() and not is_organization(name)
    }
    given = Counter("".join(fold(name.split()[0]).split()) for name in names)
    titles = [paper["title"].split() for paper in papers if not paper["title"].isupper()]
    last = Counter(re.split(r"[-–—/]", title[-1])[-1].casefold() for title in titles)
    acronyms = Counter(word for title in titles for word in set(title) if re.fullmatch("[A-Z]{2,6}", word))
    print(HEAD)
    print_table("GIVEN_NAMES", (word for word, seen in given.items() if is_needed(word, seen)))
    print_table(
        "LAST_WORDS", (word for word, seen in last.items() if seen > 3 and re.fullmatch("[a-z]{3,}", word))
    )
    print_table("ACRONYMS", (word for word, seen in acronyms.items() if seen > 2))


def is_needed(word: str, seen: int) -> bool:
    """Whether a folded first word of names is worth a place: no pattern knows it, it is not long and rare."""
    if (seen == 1 and len(word) > 9) or (len(word) > 4 and SYLLABLES.fullmatch(word)):
        return False
    return len(word) > 1 and word.isascii() and word.isalpha() and word not in PARTICLES


def print_table(name: str, entries: Iterable[str]) -> None:
    """Print one table, sorted, as a set of words."""
    print(f'_{name} = """\n' + textwrap.fill(" ".join(sorted(entries)), width=110))
    print(f'"""\n{name} = frozenset(_{name}.split())')


if __name__ == "__main__":
    main(sys.argv[1])
