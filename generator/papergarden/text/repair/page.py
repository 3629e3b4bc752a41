"""Parts of the page that ran into the text: running headers, figures with captions, footnotes."""

import re
from collections.abc import Iterator

from papergarden.text.patch import Edit

HEADER = re.compile(
    r"arXiv:(?P<id>\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?)\s+"
    r"\[(?P<category>[a-z-]+(?:\.[A-Za-z-]+)?)\]\s+(?P<date>\d{1,2} [A-Z][a-z]{2,8} \d{4})"
)
"""What arXiv prints in the margin of a first page."""

_IMAGE = re.compile(r"!\[[^\]\n]{0,200}\]\([^()\s]{0,300}\)")
_CAPTION = re.compile(r"\s*(?:Figure|Fig\.|Table) ?\d+ ?[.:]")
_NOTE = re.compile(
    r"(?<![\d ])(?<!\d\.)( ?)(?<!\w )(\d{1,2})\2\2(?=https?://|www\.|(?:[A-Z][a-z]*|[A-Z]+) ?[a-z:]+)"
)
_DAGGER = re.compile(r"[†‡∗*]{2,}[*∗]? ?(?=[A-Z][a-z]+)")
_AUTHOR_NOTE = re.compile(
    r"\s*[†‡∗*]{2,}[*∗]? ?(?:(?:Authors? |These authors )?(?:contributed|contribute|contribution)[^.]{0,60}"
    r"|Equal contributions?|Corresponding authors?[^.]{0,80}|Work done[^.]{0,80})\.?\s*$",
    re.IGNORECASE,
)


def figures(text: str) -> Iterator[Edit]:
    """An image of the page, and its caption where that runs to the end of the text."""
    if "![" not in text:
        return
    for match in _IMAGE.finditer(text):
        ended = text[: match.start()].rstrip()[-1:] in (".", "!", "?", "")
        if ended and _CAPTION.match(text, match.end()):
            yield Edit(match.start(), len(text), "")
            return
        yield Edit(match.start(), match.end(), "")


def headers(text: str) -> Iterator[Edit]:
    """The line that arXiv prints down the margin."""
    if "arXiv:" in text:
        for match in HEADER.finditer(text):
            yield Edit(match.start(), match.end(), "")
