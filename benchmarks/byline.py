"""How often ``cut_byline`` cuts a line at the right place, on lines made from a corpus of real papers.

    python -m benchmarks.byline PAPERS.jsonl.gz [SAMPLE] [--tuning]

The lines are glued as cards print them: title, first three authors, " et al." when there are more, and for
every second paper with a known organization " · organization". Rules and the table of given names were tuned
on one half of the corpus (``--tuning``); the figures to be believed are those of the other half, the default.
"""

import argparse
import re
import time

from benchmarks.corpus import Paper, read_papers, tuning
from papergarden.text.byline import Byline, cut_byline
from papergarden.text.name_parts import is_suffix


def printable(paper: Paper) -> bool:
    """Whether the corpus itself keeps the names apart."""
    return not any(is_suffix(name) or "," in name or re.search(r"\band\b", name) for name in paper["authors"])


def glue(paper: Paper, number: int) -> tuple[str, Byline]:
    """A card's line of a paper, and how it should be cut."""
    title = " ".join(paper["title"].split())
    names = [" ".join(name.split()) for name in paper["authors"] if name.strip()]
    organizations = paper.get("organizations") or [""]
    organization = "-".join(organizations[0].lower().replace(",", "").split()) if number % 2 else ""
    line = title + ", ".join(names[:3]) + (" et al." if len(names) > 3 else "")
    line += f" · {organization}" if organization else ""
    return line, Byline(title, tuple(names[:3]), len(names) <= 3, organization, certain=True)


def main() -> None:
    """Cut every line and print the shares, then the lines that were cut wrongly."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("corpus")
    arguments.add_argument("sample", type=int, nargs="?", default=0)
    arguments.add_argument("--tuning", action="store_true", help="the half that rules are tuned on")
    given = arguments.parse_args()
    papers = [
        paper for paper in read_papers(given.corpus) if tuning(paper) == given.tuning and printable(paper)
    ]
    lines = [glue(paper, number) for number, paper in enumerate(papers[: given.sample or None])]
    start = time.perf_counter()
    cuts = [cut_byline(line) for line, _ in lines]
    seconds = time.perf_counter() - start
    wrong = [
        (line, cut)
        for (line, want), cut in zip(lines, cuts, strict=True)
        if (cut.title, cut.authors, cut.complete, cut.organization)
        != (want.title, want.authors, want.complete, want.organization)
    ]
    unsure = sum(not cut.certain for cut in cuts)
    surely_wrong = sum(cut.certain for _, cut in wrong)
    print(f"lines {len(lines)}, {1e6 * seconds / len(lines):.0f} µs each")
    right = 100 - 100 * len(wrong) / len(lines)
    print(f"right {right:.3f} %, wrong {len(wrong)}, of them certain {surely_wrong}")
    print(
        f"uncertain {unsure} ({100 * unsure / len(lines):.2f} %), of them wrong {len(wrong) - surely_wrong}"
    )
    for line, cut in wrong[:80]:
        print(
            "certain  " if cut.certain else "uncertain",
            cut.title[-40:],
            "|",
            ", ".join(cut.authors),
            " <- ",
            line[-90:],
        )


if __name__ == "__main__":
    main()
