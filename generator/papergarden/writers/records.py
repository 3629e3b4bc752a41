"""A paper as the browser takes it to cite, export and list it: what `export` tells, and how it is cited."""

from collections.abc import Sequence
from typing import Any

from papergarden.model import Paper
from papergarden.text import escape
from papergarden.writers import rich
from papergarden.writers.bylines import byline
from papergarden.writers.export_csl import csl_type
from papergarden.writers.export_jsonl import paper_object


def record(paper: Paper, citation_key: str) -> dict[str, Any]:
    """The object of the JSON lines with one more key, ``cite``.

    It holds the citation ``key``, the CSL ``type``, the names of the ``tags`` with how many of them are
    ``topics`` (their places), and in ``names`` the parts of those authors' names, by place, that are not
    simply given names and a last word that is the family name.
    """
    return paper_object(paper) | {"cite": _cite(paper, citation_key)}


def page_record(paper: Paper, citation_key: str) -> dict[str, Any]:
    """What a paper's own page carries for its Cite button beside what its article says (`linked_data`).

    An article says texts on one line; they are told again where that is not how they are.
    """
    topics, names = _topics(paper), [author.name for author in paper.authors]
    is_usual = _are_folded([text for text in (*names, *topics, paper.date, paper.venue) if text])
    cite: dict[str, Any] = {"key": citation_key, "type": csl_type(paper), "names": _odd_names(paper)}
    if not (is_usual or _are_folded(topics)):
        cite |= {"tags": topics, "topics": list(range(len(topics)))}
    said = {
        "id": paper.key,
        "title": "" if paper.title == rich.plain(paper.title) else paper.title,
        "authors": [] if is_usual or _are_folded(names) else [{"name": name} for name in names],
        "authors_complete": paper.authors_complete,
        "arxiv_id": paper.arxiv_id,
        "doi": paper.doi,
        "date": "" if is_usual or _is_folded(paper.date) else paper.date,
        "venue": "" if is_usual or _is_folded(paper.venue) else paper.venue,
        "categories": list(paper.categories),
        "links": [{"kind": one.kind, "url": one.url} for one in paper.links if one.kind in ("page", "pdf")],
        "cite": cite,
    }
    return {name: value for name, value in said.items() if value or value is False}


def _cite(paper: Paper, citation_key: str) -> dict[str, Any]:
    return {
        "key": citation_key,
        "type": csl_type(paper),
        "names": _odd_names(paper),
        "tags": [tag.name for tag in paper.tags],
        "topics": [at for at, tag in enumerate(paper.tags) if tag.kind == "topic"],
    }


def _topics(paper: Paper) -> list[str]:
    return [tag.name for tag in paper.tags if tag.kind == "topic"]


def _odd_names(paper: Paper) -> dict[str, dict[str, str]]:
    """The parts of those authors' names, by place, that the browser cannot tell."""
    odd = [byline(author.name, bool(author.person)).odd for author in paper.authors]
    return {str(at): one for at, one in enumerate(odd) if one} if any(odd) else {}


def _are_folded(texts: Sequence[str]) -> bool:
    """Whether each of some texts is on one line, as nearly always; then all of them together are."""
    return _is_folded(" ".join(texts)) or all(map(_is_folded, texts))


def _is_folded(text: str) -> bool:
    return text == escape.fold(text)
