"""How many real author lists survive being printed in each usual way and split again by ``split_authors``.

    python -m benchmarks.names PAPERS.jsonl.gz [SAMPLE]

Printing with the family name first takes the last word for it; what comes back must be the plain names.
"""

import re
import sys
from collections.abc import Callable

from benchmarks.corpus import read_papers
from papergarden.text.author_lists import split_authors
from papergarden.text.name_parts import is_suffix

Names = list[str]
MARKS = ("1", "2,*", "1,3†")


def last_first(name: str) -> str:
    """A name as "Example, Ada"; a one-word name as it is."""
    *given, family = name.split()
    if len(given) > 1 and is_suffix(family):
        return f"{given.pop()}, {' '.join(given)}, {family}"
    return f"{family}, {' '.join(given)}" if given else family


def initials(name: str) -> str:
    """A name as "A. M. Example"."""
    *given, family = name.split()
    if len(given) > 1 and is_suffix(family):
        family = f"{given.pop()} {family}"
    return " ".join([*(word[0] + "." for word in given), family])


def is_one_name(printed: str) -> bool:
    """Whether an author of the corpus is one name without a footnote mark: others cannot come back."""
    return bool(printed) and not re.search(r"[,*&†\d]|\band\b", printed)


def listed(names: Names, conjunction: str) -> str:
    """Names between commas, the last after a conjunction."""
    return conjunction.join(part for part in (", ".join(names[:-1]), names[-1]) if part)


STYLES: dict[str, Callable[[Names], str]] = {
    "A, B, C": ", ".join,
    "A, B and C": lambda names: listed(names, " and "),
    "A, B, and C": lambda names: listed(names, ", and "),
    "A, B & C": lambda names: listed(names, " & "),
    "A; B; C": "; ".join,
    "A and B and C": " and ".join,
    "A (newline) B": "\n".join,
    "A • B • C": " • ".join,
    "Last, First and …": lambda names: " and ".join(map(last_first, names)),
    "Last, First; …": lambda names: "; ".join(map(last_first, names)),
    "Last, First, Last, First": lambda names: ", ".join(map(last_first, names)),
    "Last, F., Last, F.": lambda names: ", ".join(last_first(initials(name)) for name in names),
    "Last, F., & Last, F.": lambda names: listed([last_first(initials(name)) for name in names], ", & "),
    "A1, B2,*, C1,3†": lambda names: ", ".join(name + MARKS[at % 3] for at, name in enumerate(names)),
    "A (Place), B (Place)": lambda names: ", ".join(f"{name} (University of Somewhere)" for name in names),
    "A, B et al.": lambda names: ", ".join(names) + " et al.",
    "A and B and others": lambda names: " and ".join([*names, "others"]),
}


def main(path: str, sample: int) -> None:
    """Print, for each style, the share of lists that come back whole, and some that do not."""
    lists = [[" ".join(name.split()) for name in paper["authors"]] for paper in read_papers(path)]
    lists = [names for names in lists if all(map(is_one_name, names))][: sample or None]
    for style, print_as in STYLES.items():
        wrong = []
        for names in lists:
            wanted = tuple(map(initials, names)) if "F." in style else tuple(names)
            got, complete = split_authors(print_as(names))
            if got != wanted or complete == ("et al." in style or "others" in style):
                wrong.append((names, got))
        print(f"{100 - 100 * len(wrong) / len(lists):7.3f} %  {style}")
        for names, got in wrong[:: max(1, len(wrong) // 4)][:4]:
            print("           ", names[:4], "->", got[:4])


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 0)
