"""List of ids

One paper a line, by its arXiv id, DOI or web address, with or without a bullet or number before it. What
follows ``#`` is a remark and is kept with the paper. A line of its own that begins with ``#`` is a heading.
Titles, authors and abstracts come from other seeds or from ``papergarden enrich``.

Example::

    # to read
    2406.09415
    arXiv:cs/0112017
    - https://arxiv.org/abs/0704.0001v2
    10.1145/3292500.3330701
    https://openreview.net/forum?id=EXAMPLE
"""

import re
from collections.abc import Iterator

from papergarden.model import Entry, Finding, Furniture, Link, Reading, Seed
from papergarden.text.ids import parse_arxiv, parse_doi, with_version
from papergarden.text.links import is_paper, kind

READER = "id_list"
_BULLET = re.compile(r"(?:[-*•·]|\d{1,4}[.)]|\[\d{1,4}\])\s+")
_REMARK = re.compile(r"\s+(?:#|//|;)\s*")
_ADDRESS = re.compile(r"<?(https?://[^\s<>]+)>?", re.IGNORECASE)


def sniff(seed: Seed) -> bool:
    """Ids, addresses and remarks, most of them certainly of papers, and nearly nothing else."""
    items = [_parts(line)[0] for line in seed.head_lines if not line.startswith("#")]
    papers = [item for item in items if _is_of_paper(item)]
    addresses = [item for item in items if _ADDRESS.fullmatch(item) and item not in papers]
    return 0 < len(items) <= 2 * len(papers) and 4 * (len(papers) + len(addresses)) >= 3 * len(items)


def _parts(line: str) -> tuple[str, str]:
    """What a line lists, without its bullet, and the remark behind it."""
    bullet = _BULLET.match(line)
    item, *remarks = _REMARK.split(line[bullet.end() :] if bullet else line, maxsplit=1)
    return item.strip().rstrip(",;"), "".join(remarks).strip()


def _is_of_paper(item: str) -> bool:
    address = _ADDRESS.fullmatch(item)
    return bool(parse_arxiv(item) or parse_doi(item) or (address and is_paper(address[1])))


def read(seed: Seed) -> Iterator[Reading]:
    """One entry for each id or address, one finding for each line that is neither."""
    for number, line in seed.lines():
        text = line.strip()
        if text.startswith("#"):
            yield Furniture(seed.at(number), number, "heading")
        elif text:
            yield _reading(seed, number, text)


def _reading(seed: Seed, number: int, text: str) -> Entry | Finding:
    item, remark = _parts(text)
    address = _ADDRESS.fullmatch(item)
    arxiv = parse_arxiv(item)
    doi = None if arxiv else parse_doi(item)
    if not (address or arxiv or doi):
        what = "The line is neither an arXiv id nor a DOI nor a web address."
        fix = "Correct it, or put # before it if it is a remark."
        return Finding("warning", "not-an-id", seed.at(number), what, fix, text)
    return Entry(
        source=seed.at(number),
        end=number,
        reader=READER,
        arxiv_id=with_version(arxiv),
        doi=item if doi else "",
        links=(Link(kind("", address[1]), address[1]),) if address else (),
        extra={"remark": remark} if remark else {},
    )
