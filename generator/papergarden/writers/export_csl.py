"""CSL-JSON, which citation processors take (schema 1.0 of the Citation Style Language)."""

import json
from functools import lru_cache
from typing import Any

from papergarden.model import Paper
from papergarden.text.names import parts
from papergarden.writers.citation import address, date_parts, in_journal

NAMES_KEPT = 1 << 12
"""Names that are remembered with their parts, which nobody changes."""
_encode = json.JSONEncoder(ensure_ascii=False).encode


def entry(paper: Paper, cited: str) -> str:
    """A paper as an item of a JSON array, indented by a space for each level."""
    return _indented(csl_item(cited, paper), "\n ")


def _indented(value: Any, margin: str) -> str:
    """JSON as ``json.dumps(value, indent=1)`` writes it, which takes four times as long."""
    if isinstance(value, str | int):
        return _encode(value)
    inside = margin + " "
    if isinstance(value, list):
        return f"[{','.join([inside + _indented(item, inside) for item in value])}{margin}]"
    lines = [f'{inside}"{name}": {_indented(item, inside)}' for name, item in value.items()]
    return f"{{{','.join(lines)}{margin}}}"


def csl_item(key: str, paper: Paper) -> dict[str, Any]:
    """One paper; what is not known is left out."""
    date = date_parts(paper)
    item = {
        "id": key,
        "type": csl_type(paper),
        "title": paper.title,
        "author": [csl_name(author.name, bool(author.person)) for author in paper.authors],
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


def csl_type(paper: Paper) -> str:
    """What is published in no journal and at no conference is an article, as preprints are."""
    return "article-journal" if in_journal(paper) else "paper-conference" if paper.venue else "article"


@lru_cache(NAMES_KEPT)
def csl_name(printed: str, is_person: bool) -> dict[str, str]:
    """Family and given name, cut where BibTeX too would cut them; organizations and single names whole."""
    known = parts(printed)
    if not is_person or not known.given:
        return {"literal": printed}
    name = {
        "family": known.family,
        "given": " ".join(known.given),
        "non-dropping-particle": " ".join(known.particles),
        "suffix": known.suffix,
    }
    return {part: value for part, value in name.items() if value}
