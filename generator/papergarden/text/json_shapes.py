"""Which service or program a JSON document comes from, told from its beginning."""

import re

STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"\s*:')
LIST = re.compile(r"\s*\[\s*(?:\{|$)")
OBJECT = re.compile(r'\s*\{\s*(?:"|$)')
SIGNS: tuple[tuple[str, frozenset[str]], ...] = (
    ("crossref", frozenset({"message-type", "message"})),
    ("openalex", frozenset({"abstract_inverted_index"})),
    ("openalex", frozenset({"authorships", "display_name"})),
    ("openreview", frozenset({"forum", "content"})),
    ("openreview", frozenset({"notes", "content"})),
    ("semantic_scholar", frozenset({"paperId"})),
    ("crossref", frozenset({"DOI", "indexed", "member"})),
    ("csl_json", frozenset({"type", "issued"})),
    ("csl_json", frozenset({"type", "title-short"})),
    ("csl_json", frozenset({"type", "container-title"})),
    ("csl_json", frozenset({"type", "family", "given"})),
)
"""Keys that only this origin's documents have together; the first whose keys are all there is it."""


def shape(head: str) -> str:
    """The origin of a JSON document (``crossref``, ``csl_json``, …), ``json_array`` if none is known, or "".

    JSON lines are no document in this sense: where a second line begins an object of its own, it is "".
    """
    if not (LIST.match(head) or (OBJECT.match(head) and not _is_lines(head))):
        return ""
    keys = set(STRING.findall(head))
    found = next((origin for origin, signs in SIGNS if signs <= keys), "")
    return found or ("json_array" if LIST.match(head) or "[" in head else "")


def _is_lines(head: str) -> bool:
    """Whether the first line closes the object that it opens."""
    lines = [line.strip() for line in head.split("\n") if line.strip()]
    return lines[0].endswith("}") and (len(lines) == 1 or lines[1].startswith("{"))
