"""A theme's frame around pages of one kind, rendered once and filled for each of them.

A page of marks is given to the theme; where the marks come out, the values of other pages go in. A second
page with awkward values tells whether that is all the theme does with them.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple

from papergarden.moulds.content import Content

SIDE = "<!-- side -->"
"""Where the theme cuts the content in two columns."""
MOULD_BYTES = 8
"""Of the digest of a mould."""
LONG_TITLE = 140
"""The theme sets longer titles smaller."""
FILLED = ("title", "description", "head", "redirect")
"""Fields of the front matter that differ from page to page; by all others pages are told apart."""


class Leaf(NamedTuple):
    """All that a theme is given for a page; the address is as links have it."""

    address: str
    front: Mapping[str, Any]
    content: Content


Render = Callable[[Leaf], str]
"""A whole page as the theme makes it."""


class Kind(NamedTuple):
    """What the frame of a page depends on; pages of one kind differ in nothing but what is filled in.

    ``shared`` are the folders that the page has in common with an address that the frame links to, from
    which links are shorter; ``depth`` counts all its folders.
    """

    depth: int
    shared: str
    redirect: str
    given: tuple[str, ...]
    others: str
    long: bool
    sides: int
    headed: bool


class Kinds:
    """Tells kinds apart on a site whose frames link to ``ways`` and list headings of some levels."""

    def __init__(self, ways: Sequence[str], listed: range) -> None:
        self._folders = {way[: end.end()] for way in ways for end in re.finditer("/", way)}
        self._starts = tuple(f"{'#' * level} " for level in listed)
        self._headings = tuple(f"\n{start}" for start in self._starts)

    def of(self, address: str, front: Mapping[str, Any], body: str) -> Kind:
        """The kind of a page."""
        given, others = _sorted(tuple(front))
        shared = self._shared(address)
        common = _shared(address, front["redirect"]) if "redirect" in given else ""
        return Kind(  # by position, which takes a third of the time
            address.count("/"),
            common if len(common) > len(shared) else shared,
            common,
            given,
            repr([(name, front[name]) for name in others]) if others else "",
            len(front.get("title", "")) > LONG_TITLE,
            len(_cut(body)) - 1,
            body.startswith(self._starts) or any(map(body.__contains__, self._headings)),
        )

    def _shared(self, address: str) -> str:
        """The folders that an address begins with and that of a link of the frame, too."""
        at = 0
        while (end := address.find("/", at) + 1) and address[:end] in self._folders:
            at = end
        return address[:at]


@lru_cache(maxsize=64)
def _sorted(names: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of a front matter: those that are filled in, and the others."""
    return tuple(name for name in FILLED if name in names), tuple(sorted(set(names) - set(FILLED)))


def _shared(address: str, other: str) -> str:
    """The folders that an address begins with and another one, too."""
    at = 0
    while (end := other.find("/", at) + 1) and address.startswith(other[:end]):
        at = end
    return other[:at]


class Mould:
    """The frame of one kind of pages.

    ``faithful`` tells whether filling it gives what the theme would have made; ``digest`` stands for the kind
    and its frame; ``shows_content`` is not so of pages that only lead to another. ``frame`` is what stays as
    it is, and what comes between.
    """

    def __init__(self, kind: Kind, front: Mapping[str, Any], render: Render) -> None:
        self._kind = kind
        marked = _made_up(kind, front, "pgmark{}x", "pgmark{}x")
        values = self._values(marked)
        slots = {value: at for at, value in enumerate(values) if value}
        pattern = "|".join(sorted(map(re.escape, slots), key=len, reverse=True))
        parts = re.split(f"({pattern})", render(marked))
        still, marks = parts[::2], [slots[mark] for mark in parts[1::2]]
        self._still = [part.encode() for part in still]
        self._order = [len(still) + marks[at // 2] if at % 2 else at // 2 for at in range(len(parts))]
        self.frame = still, marks
        self.shows_content = any(at >= len(values) - kind.sides - 2 for at in marks)
        self.digest = blake2b(
            "\0".join([repr((kind, marks)), *still]).encode(), digest_size=MOULD_BYTES
        ).hexdigest()
        awkward = _made_up(kind, front, "x-{}.y", "{} &lt;b&gt; &#34;q&#34; &#39;s&#39; &amp;amp; – é")
        self.faithful = self.fill(awkward) == encoded(render(awkward))

    def fill(self, leaf: Leaf) -> bytes:
        """A page of this kind."""
        pieces = [*self._still, *map(encoded, self._values(leaf))]
        return b"".join([pieces[at] for at in self._order])

    def _values(self, leaf: Leaf) -> list[str]:
        """What is filled in, in an order of its own: what the content tells comes last."""
        front, (content, first) = leaf.front, leaf.content
        rest = front["redirect"][len(self._kind.redirect) :] if "redirect" in self._kind.given else ""
        given = [front[name] for name in self._kind.given]
        return [*given, rest, leaf.address, first, *_cut(content)]


def _cut(content: str) -> list[str]:
    """A content at its sides, found by their "!", which is rare: to look for the whole takes far longer."""
    parts, begin, at = [], 0, content.find("!")
    while at >= 0:
        if content.startswith(SIDE, at - 1):
            parts.append(content[begin : at - 1])
            begin = at - 1 + len(SIDE)
        at = content.find("!", at + 1)
    return [*parts, content[begin:]]


def encoded(html: str) -> bytes:
    """HTML as bytes; halves of characters, which no encoding has, are written as references."""
    return html.encode(errors="xmlcharrefreplace")


def _made_up(kind: Kind, front: Mapping[str, Any], folder: str, text: str) -> Leaf:
    """A page of the kind with made-up values."""
    made = {name: text.format(name) for name in kind.given if name != "redirect"}
    if kind.long:
        made["title"] += "x" * LONG_TITLE
    if "redirect" in kind.given:
        made["redirect"] = f"{kind.redirect}{folder.format('redirect')}/"
    missing = range(kind.depth - kind.shared.count("/"))
    contents = (f"<p>{text.format(f'content{number}')}</p>" for number in range(kind.sides + 1))
    return Leaf(
        kind.shared + "".join(f"{folder.format(number)}/" for number in missing),
        {**{name: value for name, value in front.items() if name not in FILLED}, **made},
        Content(SIDE.join(contents), folder.format("first") if kind.headed else ""),
    )
