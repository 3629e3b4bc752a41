"""A paper as the browser takes it to cite, export and list it: what `export` tells, and how it is cited."""

from typing import Any

from papergarden.model import Authorship, Paper
from papergarden.writers.export_csl import csl_item
from papergarden.writers.export_jsonl import paper_object
from papergarden.writers.linked_data import told

NOT_CITED = (
    "url",
    "tags",
    "title_origin",
    "abstract",
    "arxiv_version",
    "organizations",
    "has_code",
    "score",
    "related",
    "sources",
)
"""What a citation does not need, so that a page need not carry it."""


def record(paper: Paper, citation_key: str) -> dict[str, Any]:
    """The object of the JSON lines with one more key, ``cite``.

    It holds the citation ``key``, the CSL ``type``, the names of the ``tags`` with how many of them are
    ``topics`` (their places), and in ``names`` the parts of those authors' names, by place, that are not
    simply given names and a last word that is the family name.
    """
    return paper_object(paper) | {"cite": _cite(paper, citation_key)}


def page_record(paper: Paper, citation_key: str) -> dict[str, Any]:
    """What a paper's own page carries for its Cite button beside what its article says (`linked_data`)."""
    said = told(paper)
    known = record(paper, citation_key)
    known["authors"] = [{"name": author.name} for author in paper.authors]
    known["links"] = [link for link in known["links"] if link["kind"] in ("page", "pdf")]
    topics = [tag.name for tag in paper.tags if tag.kind == "topic"]
    del known["cite"]["tags"], known["cite"]["topics"]
    if topics != said["topics"]:
        known["cite"] |= {"tags": topics, "topics": list(range(len(topics)))}
    return {
        name: value
        for name, value in known.items()
        if name not in NOT_CITED and value not in (None, []) and value != said.get(name)
    }


def _cite(paper: Paper, citation_key: str) -> dict[str, Any]:
    item = csl_item(citation_key, paper)
    parts = zip(paper.authors, item.get("author", ()), strict=True)
    return {
        "key": citation_key,
        "type": item["type"],
        "names": {str(at): name for at, (author, name) in enumerate(parts) if name != usual_parts(author)},
        "tags": [tag.name for tag in paper.tags],
        "topics": [at for at, tag in enumerate(paper.tags) if tag.kind == "topic"],
    }


def usual_parts(author: Authorship) -> dict[str, str] | None:
    """The parts of most names, which the browser can tell as well; an organization is nobody's usual name."""
    *given, family = author.name.split(" ")
    if not author.person:
        return None
    return {"family": family, "given": " ".join(given)} if given else {"literal": family}
