"""RIS as reference managers import it: a tag of two letters a line, `ER` ends a paper."""

from collections.abc import Iterator

from papergarden.model import Paper
from papergarden.text.names import parts
from papergarden.writers.citation import address, date_parts, in_journal


def entry(paper: Paper, cited: str) -> str:
    """The record of a paper; RIS knows no citation keys."""
    known = [(tag, _one_line(value)) for tag, value in _tags(paper)]
    return "".join([*(f"{tag}  - {value}\n" for tag, value in known if value), "ER  - \n\n"])


def _one_line(value: str) -> str:
    """White space folded; most values have none but single spaces, which is quick to see."""
    return value.strip() if value.isprintable() and "  " not in value else " ".join(value.split())


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
