"""RIS as reference managers import it: a tag of two letters a line, `ER` ends a paper."""

from collections.abc import Iterator

from papergarden.model import Library, Paper
from papergarden.text.names import parts
from papergarden.writers.citation import address, date_parts, in_journal


def ris(library: Library) -> Iterator[str]:
    """The records of the papers, sorted by key."""
    return map(_entry, sorted(library.papers, key=lambda paper: paper.key))


def _entry(paper: Paper) -> str:
    lines = [f"{tag}  - {' '.join(value.split())}\n" for tag, value in _tags(paper) if value.strip()]
    return "".join([*lines, "ER  - \n\n"])


def _tags(paper: Paper) -> Iterator[tuple[str, str]]:
    yield "TY", "JOUR" if in_journal(paper) else "CPAPER" if paper.venue else "GEN"
    yield "TI", paper.title
    for authorship in paper.authors:
        yield "AU", _inverted(authorship.name) if authorship.person else authorship.name
    yield "AB", paper.abstract
    yield "T2", paper.venue
    date = date_parts(paper)
    if date:
        yield "PY", str(date[0])
        yield "DA", "/".join([*(f"{part:02}" for part in date), *[""] * (4 - len(date))])
    yield "DO", paper.doi
    yield "UR", address(paper)
    yield "AN", f"arXiv:{paper.arxiv_id}" if paper.arxiv_id else ""
    for tag in paper.tags:
        yield "KW", tag.name if tag.kind == "topic" else ""
    yield "ID", paper.key


def _inverted(name: str) -> str:
    """``Family, Given, Suffix``, cut where BibTeX too would cut it; a name of one part stays as it is."""
    known = parts(name)
    if not known.given:
        return name
    family = " ".join([*known.particles, known.family])
    return ", ".join(filter(None, [family, " ".join(known.given), known.suffix]))
