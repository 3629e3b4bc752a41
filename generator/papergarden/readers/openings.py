"""Lines that look like the beginning of a record of some format, wherever in a document they stand.

They are hints, no more: where two documents were joined into one, the second begins at such a line or just
above it, and the readers themselves say whether that is so.
"""

import re
from collections import deque
from collections.abc import Iterator

LONGEST = 500
"""Characters of a line that are looked at."""
_ID = r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?"
_NAME = r"[^\W\d_a-z]{1,4} [^\W\d_][^\W\d_,]{0,40}(?:[ '’‐-][^\W\d_]{1,40}){0,4}"
_LINK = r"[\[({<]?(?:pdf|PDF|abs|Paper|paper|bib(?:tex)?|supp|html|arXiv)[\])}>]?"
_CELL = r"\"?+\w[\w ()/.-]{0,39}+\"?+"
_OPENINGS = {
    "bibtex": r"@[ \t]*[A-Za-z]{3,20}[ \t]*[{(]",
    "ris": r"TY[ \t]{1,3}-[ \t]",
    "nbib": r"PMID- ",
    "json_lines": r"\{[ \t]*\".*\}[ \t]*$",
    "json_list": r"\[[ \t]*[{\[\"].*\][ \t]*$",
    "json": r"[\[{][ \t]*(?:$|[{\[\"])",
    "feeds": r"<(?:feed|rss|rdf:RDF)\b",
    "dblp": r"<(?:dblp|dblpperson|result)\b",
    "xml": r"<(?:\?xml|xml)\b",
    "arxiv_listing": rf"(?:\[\d{{1,5}}\][ \t]*)?arXiv:\s?{_ID}.{{0,40}}\[(?:pdf|ps|html|other|abs)\b",
    "arxiv_abstract": rf"arXiv:\s?{_ID}[ \t]*\(|\[Submitted on |[A-Z][\w ,&-]{{3,60}}+> [A-Z][\w ]+$",
    "abstracts_page": r"(?:Abstract|ABSTRACT|abstract)[ \t]*:",
    "dataset_viewer": r"(?:string|list|sequence|int|float|bool|large_string)[ \w]{0,9}$",
    "daily_papers": r"(?:[Hh]ugging ?[Ff]ace )?(?:(?:[Nn]ew)?[Dd]aily|[Tt]rending) [Pp]apers|[Gg]et trending",
    "scholar_profile": rf"(?i:title\s+cited by\s+year)$|{_NAME}(?:, {_NAME}){{0,9}}(?:, |$)",
    "awesome_list": r"[-*+] .{0,80}\]\(https?://|\|(?:[^|\[]{0,40}\|){2,12}[ \t]*$",
    "id_list": rf"(?:[-*•] )?(?:(?:arXiv:)?{_ID}(?:$|[\s:,;])|(?:https?://\S+|10\.\d{{4,9}}/\S+)[ \t]*$)",
    "cards": r"(?:\d{1,4}\.\d{1,2})?(?:[A-Z]{2})?[A-Z][a-z]{2,8} \d{1,2}, \d{4}(?:Code)?$",
    "proceedings": rf"{_LINK}(?:[ ,|/]{{0,3}}{_LINK}){{1,9}}[ \t]*$",
    "table": rf"(?:{_CELL})?+(?:[,;\t|]{_CELL}){{1,60}}$",
}
_OPENING = re.compile("|".join(rf"(?P<{name}>{form})" for name, form in _OPENINGS.items()))
_TAIL = re.compile(r" et al\.(?: · [\w .&-]{1,60})?$| · [\w.-]{1,60}$")
"""What ends the first line of a card."""
FAMILIES = frozenset({"json", "json_lines", "json_list", "xml"})
"""Hints at more than one format."""
BACK = {"abstracts_page": 1, "dataset_viewer": 1, "scholar_profile": 1, "proceedings": 2}
"""How many lines above such a line its record begins."""


def openings(text: str) -> Iterator[tuple[str, int, int]]:
    """What each such line hints at, a reader or one of ``FAMILIES``, and number and place of its record.

    Of lines with one hint that follow each other only the first is given.
    """
    before, start, number = "", 0, 0
    starts: deque[int] = deque([0], maxlen=3)
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        number += 1
        starts.append(start)
        hint = _hint(text[start:end])
        if hint and hint != before:
            back = min(BACK.get(hint, 0), number - 1)
            yield hint, number - back, starts[-1 - back]
        before, start = hint, end + 1


def _hint(line: str) -> str:
    """What a line hints at, or ""."""
    if found := _OPENING.match(line if line[:1] in ("[", "{") else line[:LONGEST]):
        return found.lastgroup or ""
    return "cards" if ("·" in line or "al." in line) and _TAIL.search(line[:LONGEST]) else ""
