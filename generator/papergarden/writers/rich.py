"""Titles and abstracts as HTML: formulas as MathML, addresses as links, everything else literal."""

from collections.abc import Iterator
from functools import lru_cache

from markupsafe import Markup

from papergarden.text import escape
from papergarden.text.tex import segments
from papergarden.text.urls import find_urls, may_hold_address
from papergarden.writers.markup import markup
from papergarden.writers.maths import mathml


def rich(text: str) -> Markup:
    """Running text (an abstract) as HTML, with live links."""
    text = escape.fold(text)
    if "$" in text or "\\" in text or may_hold_address(text):
        return markup("".join(_pieces(text, links=True)))
    return markup(escape.encode(text))  # most abstracts


@lru_cache(maxsize=65_536)
def heading(text: str) -> Markup:
    """A title as HTML: formulas, but no links, because a title is itself the text of links."""
    return markup("".join(_pieces(escape.fold(text), links=False)))


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """A title as text for places that hold no elements: the dollar signs around its formulas are left out."""
    text = escape.fold(text)
    return "".join([piece for _, piece in segments(text)]) if "$" in text or "\\" in text else text


def shortened(text: str, longest: int) -> str:
    """The beginning of a title or abstract as plain text, cut as ``clipped`` does."""
    start = escape.fold(text[: 2 * longest])
    if len(start) > longest and "$" not in start and "\\" not in start:
        return _cut(start, longest)  # no formula begins before the cut, so what follows does not matter
    return clipped(plain(text), longest)


def clipped(text: str, longest: int) -> str:
    """The beginning of a text as printed, cut at a word, with an ellipsis where it was cut."""
    return _cut(escape.fold(text), longest)


def _cut(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def _pieces(text: str, *, links: bool) -> Iterator[str]:
    for kind, piece in segments(text):
        if kind == "math":
            yield mathml(piece)
        else:
            yield from _linked(piece) if links else (escape.encode(piece),)


def _linked(text: str) -> Iterator[str]:
    at = 0
    for start, end, url in find_urls(text):
        yield escape.encode(text[at:start])
        if target := escape.web_address(url):
            yield f'<a href="{escape.markdown(target)}">{escape.markdown(text[start:end])}</a>'
        else:
            yield escape.encode(text[start:end])
        at = end
    yield escape.encode(text[at:])
