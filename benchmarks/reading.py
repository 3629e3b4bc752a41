"""How fast and how truly pages are read: real papers are printed as each format prints them, and read again.

    python -m benchmarks.reading PAPERS.jsonl[.gz] [--papers 4000]

For each format it prints megabytes and papers a second of processor time on one large document of papers
that are all different, the most memory that reading it took beside its text, and how many papers came back
with the title, abstract and authors that went in, from documents of twenty papers each, which the format's
own reader has to claim alone.
"""

import argparse
import json
import sys
import time
import tracemalloc
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks.corpus import Paper, read_papers
from papergarden.model import Entry, Seed
from papergarden.readers import READERS, Reader, claimants, name

A_DOCUMENT = 20
LARGE = 4_000_000
WARM_UP = 100_000


def _title(paper: Paper) -> str:
    return " ".join(paper["title"].split())


def _abstract(paper: Paper) -> str:
    return " ".join(paper["abstract"].split())


def _authors(paper: Paper) -> str:
    return ", ".join(paper["authors"])


def _card(at: int, paper: Paper) -> str:
    others = " et al." if len(paper["authors"]) > 3 else ""
    score = "44.9LGFeb 14, 2025Code\n" if at % 4 == 0 else ""
    return f"{score}{_title(paper)}{', '.join(paper['authors'][:3])}{others}\n{_abstract(paper)}\n"


def _arxiv(at: int) -> str:
    return f"24{at // 10_000 % 12 + 1:02}.{at % 100_000:05}"


def _initials(author: str) -> str:
    *given, family = author.split()
    return f"{''.join(word[0] for word in given).upper() or 'X'} {family}"


def _object(paper: Paper) -> dict[str, object]:
    return {"title": _title(paper), "abstract": _abstract(paper), "authors": paper["authors"]}


def _csl(paper: Paper) -> dict[str, object]:
    names = [{"literal": name} for name in paper["authors"]]
    return {"type": "article", "issued": {}, "author": names, **_object(paper), "authors": None}


def _bibtex(at: int, paper: Paper) -> str:
    fields = {"title": _title(paper), "author": " and ".join(paper["authors"]), "abstract": _abstract(paper)}
    return f"@article{{key{at},\n" + "".join(f"  {k} = {{{v}}},\n" for k, v in fields.items()) + "}\n"


def _atom(at: int, paper: Paper) -> str:
    authors = "".join(f"<author><name>{escape(name)}</name></author>" for name in paper["authors"])
    return (
        f"<entry><id>http://arxiv.org/abs/{_arxiv(at)}v1</id><title>{escape(_title(paper))}</title>"
        f"<summary>{escape(_abstract(paper))}</summary>{authors}</entry>\n"
    )


def _elements(tag: str, paper: Paper) -> str:
    return "".join(f"<{tag}>{escape(name)}</{tag}>" for name in paper["authors"])


def _tagged(tag: str, paper: Paper) -> str:
    return "".join(f"{tag}{name}\n" for name in paper["authors"])


def _row(*cells: str) -> str:
    return ",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in cells) + "\n"


FORMATS: dict[str, tuple[str, Callable[[int, Paper], str], str]] = {
    "abstracts_page": (
        "Example University\n",
        lambda _, paper: f"{_title(paper)}\n{_authors(paper)}\nAbstract:{_abstract(paper)}\n",
        "title abstract authors",
    ),
    "arxiv_abstract": (
        "",
        lambda at, paper: (
            f"Computer Science > Machine Learning\narXiv:{_arxiv(at)} (cs)\n[Submitted on 1 Apr 2024]\n"
            f"Title:{_title(paper)}\n{_authors(paper)}\nView PDF\nAbstract:{_abstract(paper)}\n"
            "Subjects:\tMachine Learning (cs.LG)\n"
        ),
        "title abstract authors",
    ),
    "arxiv_listing": (
        "Machine Learning\n",
        lambda at, paper: (
            f"[{at}] arXiv:{_arxiv(at)} [pdf, html, other]\nTitle: {_title(paper)}\n{_authors(paper)}\n"
            f"Subjects: Machine Learning (cs.LG)\n{_abstract(paper)}\n"
        ),
        "title abstract authors",
    ),
    "awesome_list": (
        "# Awesome papers\n",
        lambda at, paper: (
            f"- [{_title(paper)}](https://arxiv.org/abs/{_arxiv(at)}) {_authors(paper)}, "
            f"{paper['venue']} {paper['year']}\n"
        ),
        "title authors",
    ),
    "bibtex": ("", _bibtex, "title abstract authors"),
    "cards": ("", _card, "title abstract"),
    "csl_json": (
        "",
        lambda _, paper: f"[\n{json.dumps(_csl(paper))}\n]\n",
        "title abstract authors",
    ),
    "daily_papers": (
        "Get trending papers in your email inbox!\nSubscribe\n",
        lambda _, paper: f"{_title(paper)}\n\n{_abstract(paper)}\n\n",
        "title abstract",
    ),
    "dataset_viewer": (
        "title\nstringlengths\n2\n300\nauthors\nlistlengths\n1\n50\nabstract\nstringlengths\n80\n9.9k\n",
        lambda _, paper: f"{_title(paper)}\n{json.dumps(paper['authors'])}\n{_abstract(paper)}\n",
        "title abstract authors",
    ),
    "endnote_xml": (
        "<xml><records>\n",
        lambda _, paper: (
            f"<record><contributors><authors>{_elements('author', paper)}</authors></contributors><titles>"
            f"<title>{escape(_title(paper))}</title></titles>"
            f"<abstract>{escape(_abstract(paper))}</abstract></record>\n"
        ),
        "title abstract authors",
    ),
    "feeds": ("<feed>\n", _atom, "title abstract authors"),
    "json_array": (
        "",
        lambda _, paper: f"[\n{json.dumps(_object(paper))}\n]\n",
        "title abstract authors",
    ),
    "id_list": ("# to read\n", lambda at, _: f"- https://arxiv.org/abs/{_arxiv(at)}v1\n", ""),
    "json_lines": (
        "",
        lambda _, paper: f"{json.dumps(_object(paper))}\n",
        "title abstract authors",
    ),
    "nbib": (
        "",
        lambda at, paper: (
            f"PMID- {at}\nTI  - {_title(paper)}\n{_tagged('FAU - ', paper)}AB  - {_abstract(paper)}\n\n"
        ),
        "title abstract authors",
    ),
    "proceedings": (
        "Accepted papers\n",
        lambda _, paper: f"{_title(paper)}\n{_authors(paper)}\n[pdf] [supp] [bibtex]\n",
        "title authors",
    ),
    "ris": (
        "",
        lambda _, paper: (
            f"TY  - JOUR\nTI  - {_title(paper)}\n{_tagged('AU  - ', paper)}AB  - {_abstract(paper)}\nER  - \n"
        ),
        "title abstract authors",
    ),
    "scholar_profile": (
        "Ada Example\nExample University\nTITLE\nCITED BY\nYEAR\n",
        lambda at, paper: (
            f"{_title(paper)}\n{', '.join(map(_initials, paper['authors']))}\n{paper['venue']}, "
            f"{paper['year']}\n{at + 1}\t{paper['year']}\n"
        ),
        "title",
    ),
    "table": (
        "title,authors,abstract,year\n",
        lambda _, paper: _row(
            _title(paper), "; ".join(paper["authors"]), _abstract(paper), str(paper["year"])
        ),
        "title abstract authors",
    ),
}
"""Reader -> the head of the page, what it prints of a paper, and what must come back."""


def documents(reader: str, papers: Sequence[Paper], size: int) -> Iterator[tuple[Seed, Sequence[Paper]]]:
    """The papers as documents of ``size`` papers each."""
    head, printed, _ = FORMATS[reader]
    for start in range(0, len(papers), size):
        some = papers[start : start + size]
        yield Seed("page", head + "".join(printed(start + at, paper) for at, paper in enumerate(some))), some


def entries(reader: Reader, seed: Seed) -> list[Entry]:
    """What the reader makes of a document."""
    return [reading for reading in reader.read(seed) if isinstance(reading, Entry)]


def correct(reader: Reader, papers: Sequence[Paper]) -> int:
    """How many papers come back as they went in, from documents that the reader alone claims."""
    wanted = FORMATS[name(reader)][2]
    total = 0
    for seed, some in documents(name(reader), papers, A_DOCUMENT):
        if claimants(seed) == (reader,):
            found = {_content(entry, wanted) for entry in entries(reader, seed)}
            total += sum(_expected(paper, wanted) in found for paper in some)
    return total


def _content(entry: Entry, wanted: str) -> tuple[object, ...]:
    return tuple(getattr(entry, field) for field in wanted.split())


def _expected(paper: Paper, wanted: str) -> tuple[object, ...]:
    facts = {"title": _title(paper), "abstract": _abstract(paper), "authors": tuple(paper["authors"])}
    return tuple(facts[field] for field in wanted.split())


def large(reader: Reader, papers: Sequence[Paper]) -> Seed:
    """One document of about four megabytes; papers stand in it once, as long as there are enough."""
    head, printed, _ = FORMATS[name(reader)]
    pieces, size = [head], len(head)
    for at, paper in enumerate(cycle(papers)):
        if size > LARGE:
            break
        pieces.append(printed(at, paper))
        size += len(pieces[-1])
    return Seed("page", "".join(pieces))


def speed(reader: Reader, seed: Seed) -> tuple[float, float]:
    """Megabytes, and thousands of papers, a second of processor time."""
    entries(reader, Seed("page", seed.text[:WARM_UP]))
    start = time.process_time()
    count = sum(isinstance(reading, Entry) for reading in reader.read(seed))
    seconds = time.process_time() - start
    return len(seed.text.encode()) / 1e6 / seconds, count / 1e3 / seconds


def memory(reader: Reader, seed: Seed) -> float:
    """Most megabytes that reading takes beside the text, each reading forgotten as soon as it is there."""
    tracemalloc.start()
    deque(reader.read(seed), maxlen=0)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1e6


def main(arguments: Sequence[str]) -> None:
    """Print a line for each format."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("formats", nargs="*", help="only these")
    parser.add_argument("--papers", type=int, default=4000, help="how many are read back")
    options = parser.parse_args(arguments)
    everything = [
        paper for paper in read_papers(options.corpus) if paper["abstract"] and "*" not in _authors(paper)
    ]
    papers = everything[::5][: options.papers]
    for reader in READERS:
        if name(reader) in (options.formats or FORMATS):
            share = correct(reader, papers) / len(papers)
            seed = large(reader, everything)
            (rate, thousands), held = speed(reader, seed), memory(reader, seed)
            print(
                f"{name(reader):16} {rate:5.1f} MB/s {thousands:6.1f} thousand papers/s "
                f"{held:6.1f} MB held  {share:.2%} of papers right"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
