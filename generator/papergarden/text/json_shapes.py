"""Which service or program a JSON document comes from, told from its beginning."""

import re

STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"\s*:')
LIST = re.compile(r"\s*\[\s*(?:\{|$)")
OBJECT = re.compile(r'\s*\{\s*(?:"|$)')
OBJECTS = re.compile(r'\s*\{\s*"(?:[^"\\\n]|\\.)*"\s*:\s*\{')
"""An object whose first member is one too, as where papers stand under their ids."""
SPACE = re.compile(r"\s*")
HEAD = 32768
"""How many characters of a document are looked at."""
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


def shape(text: str) -> str:
    """The origin of a JSON document (``crossref``, ``csl_json``, …), ``json_array`` if none is known, or "".

    JSON lines are no document in this sense: where an object's line is followed by another's, it is "".
    """
    head = text[:HEAD]
    if not (LIST.match(head) or (OBJECT.match(head) and not is_lines(text))):
        return ""
    keys = keys_in(head)
    found = next((origin for origin, signs in SIGNS if signs <= keys), "")
    return found or ("json_array" if LIST.match(head) or OBJECTS.match(head) or "[" in head else "")


def keys_in(head: str) -> set[str]:
    """The keys of all objects in a piece of JSON, however deep and wherever it breaks off."""
    return set(STRING.findall(head))


def is_lines(text: str) -> bool:
    """Whether the line that the first object begins on ends it, and the line of another follows."""
    end = text.find("\n", SPACE.match(text).end())  # type: ignore[union-attr]
    if end < 0:
        return False
    following = SPACE.match(text, end).end()  # type: ignore[union-attr]
    return text[max(0, end - 9) : end].rstrip().endswith("}") and text.startswith("{", following)
