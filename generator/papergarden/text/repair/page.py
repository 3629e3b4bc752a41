"""Parts of the page that ran into the text: running headers, figures with captions, footnotes."""

import re
from collections.abc import Iterator

from papergarden.text import urls
from papergarden.text.letters import outline
from papergarden.text.patch import Edit, where

HEADER = re.compile(
    r"arXiv:(?P<id>\d{4}\.\d{4,5}(?:v\d{1,3})?|[a-z-]{2,12}(?:\.[A-Z]{2})?/\d{7}(?:v\d{1,3})?)\s{1,3}"
    r"\[(?P<category>[a-z-]{2,12}(?:\.[A-Za-z-]{2,20})?)\]\s{1,3}(?P<date>\d{1,2} [A-Z][a-z]{2,8} \d{4})"
)
"""What arXiv prints in the margin of a first page."""

_HEADING = re.compile(r"\s*(?:Abstract|ABSTRACT)\s?[:.—–]\s+(?=[A-Z])")
_IMAGE = re.compile(r"!\[[^\]\[\n]{0,200}\]\([^()\s]{0,300}\)")
_CAPTION = re.compile(r"\s{0,3}(?:Figure|Fig\.|Table) ?\d{1,3} ?[.:]")
_RESUMED = re.compile(
    r"[.!?] (?=(?:We|Our|In (?:this|particular|addition|contrast)|This (?:paper|work)|Experiment(?:s|al)"
    r"|Extensive|Code|However|Moreover|Furthermore|Finally|Additionally|Specifically|To (?:this end|address)"
    r"|Results|Empirical(?:ly)?|Existing|Despite|Recent(?:ly)?)\b)"
)
"""How an abstract goes on, and hardly a caption."""

_SENTENCE_END = re.compile(r"\. ")
_NOTE = re.compile(r"(\d\d?)\1\1(?=https?://|www\.|(?:[A-Z][a-z]*|[A-Z]{2,}) ?[A-Za-z:])")
_BEFORE_NOTE = re.compile(r"(?:[a-z”’\"'%)\]]|[a-z)\]][.,;:]|[A-Z]\.|\d%\.|\) )$")
_NOTE_END = re.compile(r"\.(?:(?=[.,;:])|(?=\s*$))")
_AUTHORS_NOTE = re.compile(
    r" ?(?:[†‡∗*]{2,4}|\d{1,2}footnotemark:)[ *∗†‡\d]{0,4}"
    r"((?:[Tt]he(?:se)? )?(?:[Aa]uthors? |[Ee]qual |[Cc]orresponding |[Ww]ork (?:was )?done |[Cc]ontribut)"
    r"[^.]{0,120}\.?)\s*$"
)


def heading(text: str) -> Iterator[Edit]:
    """The word "Abstract" that stands over the text."""
    if match := _HEADING.match(text):
        yield Edit(0, match.end(), "")


@where(lambda text: "![" in text)
def figures(text: str) -> Iterator[Edit]:
    """An image of the page, and its caption: to where the abstract surely goes on, or to the end.

    Where it interrupts a sentence, the caption is the one sentence after which the other goes on.
    """
    taken = 0
    for match in _IMAGE.finditer(text):
        if match.start() < taken:
            continue
        ended = text[: match.start()].rstrip()[-1:] in (".", "!", "?", "")
        caption = _CAPTION.match(text, match.end())
        if caption is None:
            yield Edit(match.start(), match.end(), "")
        elif ended:
            resumed = _RESUMED.search(text, caption.end())
            taken = resumed.end() if resumed else len(text)
            yield Edit(match.start(), taken, "")
        else:
            resumed = _SENTENCE_END.search(text, caption.end())
            goes_on = resumed and text[resumed.end() : resumed.end() + 1].islower()
            yield Edit(match.start(), resumed.end() if resumed and goes_on else match.end(), "")


@where(lambda text: "arXiv:" in text)
def headers(text: str) -> Iterator[Edit]:
    """The line that arXiv prints down the margin."""
    for match in HEADER.finditer(text):
        yield Edit(match.start(), match.end(), "")


def footnotes(text: str) -> Iterator[Edit]:
    """Footnotes, whose marks come out three times (``111``), become asides where they stand.

    After a finished sentence the note simply follows as the next; inside a sentence it goes into brackets.
    """
    numbered = b"000" in outline(text) or not text.isascii()
    notes = [
        note
        for note in _NOTE.finditer(text if numbered else "")
        if _BEFORE_NOTE.search(text[max(0, note.start() - 3) : note.start()])
    ]
    addresses = {start: end for start, end, _ in urls.find_urls(text)} if notes else {}
    for match in notes:
        before = text[: match.start()].rstrip()[-1:]
        space = "" if text[match.start() - 1] == " " else " "
        if before in ".!?":
            yield Edit(match.start(), match.end(), space)
            continue
        end, after = _end_of_note(text, match.end(), addresses)
        if end:
            yield Edit(match.start(), match.end(), f"{space}(")
            yield Edit(end, after, ")")
        else:
            yield Edit(match.start(), match.end(), space)
    if ("†" in text or "*" in text or "∗" in text or "footnotemark" in text) and (
        note := _AUTHORS_NOTE.search(text)
    ):
        yield Edit(note.start(), note.end(), f" ({note[1].rstrip('.')}.)")


def _end_of_note(text: str, start: int, addresses: dict[int, int]) -> tuple[int, int]:
    """Where a note ends and the text goes on (without the note's own full stop); 0 if nobody can tell."""
    if start in addresses:
        return addresses[start], addresses[start]
    stop = _NOTE_END.search(text, start, start + 600)
    return (stop.start(), stop.end()) if stop else (0, 0)
