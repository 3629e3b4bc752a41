"""The names on a paper in the forms in which the head of its page tells them."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from papergarden.text.escape import html
from papergarden.text.names import Name, parts
from papergarden.writers.export_csl import csl_name

NAMES_KEPT = 1 << 12


class Byline(NamedTuple):
    """A name as HTML of ``citation_author``, and its parts where the browser cannot tell them."""

    inverted: str
    odd: dict[str, str] | None


@lru_cache(NAMES_KEPT)
def byline(name: str, is_person: bool) -> Byline:
    """How the head of a page tells a name: most are given names and a last word, the family name."""
    given, space, family = name.rpartition(" ")
    if is_person and _are_parts(given, family, parts(name)) and bool(space) == bool(given):
        return Byline(html(f"{family}, {given}" if given else family), None)
    odd = csl_name(name, is_person)
    return Byline(html(inverted(odd)), odd)


def inverted(author: Mapping[str, str]) -> str:
    """A name of CSL-JSON, family name first, as ``citation_author`` has it; a whole name as given."""
    if "literal" in author:
        return author["literal"]
    family = " ".join(filter(None, (author.get("non-dropping-particle"), author.get("family"))))
    return ", ".join(filter(None, (family, author.get("given"), author.get("suffix"))))


def _are_parts(given: str, family: str, known: Name) -> bool:
    """Whether a name has no other parts than these; a single word is one, however it is known."""
    if not given:
        return not known.given
    return known.family == family and " ".join(known.given) == given and not (known.particles or known.suffix)
