"""CSL-JSON, which citation processors take (schema 1.0 of the Citation Style Language)."""

import json
from collections.abc import Iterator
from typing import Any

from papergarden.model import Authorship, Library, Paper
from papergarden.text.names import parts
from papergarden.writers.citation import address, citation_keys, date_parts, in_journal


def csl_json(library: Library) -> Iterator[str]:
    """The papers as items of a JSON array, sorted by key."""
    keys = citation_keys(library)
    for paper in sorted(library.papers, key=lambda paper: paper.key):
        item = csl_item(keys[paper.key], paper)
        yield json.dumps(item, ensure_ascii=False, indent=1).replace("\n", "\n ")


def csl_item(key: str, paper: Paper) -> dict[str, Any]:
    """One paper; what is not known is left out."""
    date = date_parts(paper)
    item = {
        "id": key,
        "type": "article-journal" if in_journal(paper) else "paper-conference" if paper.venue else "article",
        "title": paper.title,
        "author": [_name(authorship) for authorship in paper.authors],
        "abstract": paper.abstract,
        "container-title": paper.venue,
        "issued": {"date-parts": [date]} if date else None,
        "DOI": paper.doi,
        "URL": address(paper),
        "archive": "arXiv" if paper.arxiv_id else "",
        "archive_location": paper.arxiv_id,
        "keyword": ", ".join(tag.name for tag in paper.tags if tag.kind == "topic"),
    }
    return {name: value for name, value in item.items() if value}


def _name(authorship: Authorship) -> dict[str, str]:
    """Family and given name, cut where BibTeX too would cut them; organizations and single names whole."""
    known = parts(authorship.name)
    if not authorship.person or not known.given:
        return {"literal": authorship.name}
    name = {
        "family": known.family,
        "given": " ".join(known.given),
        "non-dropping-particle": " ".join(known.particles),
        "suffix": known.suffix,
    }
    return {part: value for part, value in name.items() if value}
