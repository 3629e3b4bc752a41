"""All moulds of a site, and the pages that come out of them."""

from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple

from papergarden.model import Page, Sheet, made_together
from papergarden.model.settings import quoted
from papergarden.moulds.content import Content, Converter, NotPlainError
from papergarden.moulds.mould import MOULD_BYTES, Kind, Kinds, Leaf, Mould, Render, encoded

KEY_BYTES = 12
FRAME = 2 * (MOULD_BYTES + KEY_BYTES)
"""Characters at the beginning of what is remembered that stand for the mould and all other pages' share."""


class Stamped(NamedTuple):
    """A page to be as HTML. Two with the same ``key`` at one address are equal.

    It is "" where that cannot be told beforehand.
    """

    key: str
    make: Callable[[], bytes]


class Press:
    """Makes HTML of pages: fills a mould where that is exact, and else has the whole page made.

    Args:
        ways: the addresses that frames link to.
        converter: bodies to HTML.
        render: a page as the theme makes it around its content.
        whole: the HTML of a page at an address, by all the means of the site's own generator.
        salt: what else the HTML of pages depends on: how Markdown is read, and what makes a page's sheet
            beside that which its key stands for.
        alone: whether nobody else changes single pages.

    """

    def __init__(
        self,
        ways: Sequence[str],
        converter: Converter,
        render: Render,
        whole: Callable[[str, Sheet], str],
        salt: str,
        alone: bool = True,
    ) -> None:
        self._converter, self._render, self._whole, self._alone = converter, render, whole, alone
        self._kinds = Kinds(ways, converter.listed)
        self._salt = _digest(repr((salt, ways, converter.listed)))
        self._moulds: dict[Kind, Mould] = {}
        self._leads: dict[Kind, Mould | None] = {}
        self._frames: set[str] = set()

    def knows(self, page: Page, frame: str) -> bool:
        """Whether a page of which nothing else changed has the `frame_in` a key that was remembered of it."""
        self.stamp(page)
        return frame in self._frames

    def stamp_all(self, asked: Sequence[tuple[Page, str]]) -> list[Stamped]:
        """Pages as HTML, each with what was remembered; those of which nothing was are made together."""
        new = [page for page, before in asked if not before and self._alone and not page.moved]
        made = dict(zip((page.address for page in new), made_together(new), strict=True))
        return [self.stamp(page, before, made.get(page.address)) for page, before in asked]

    def stamp(self, page: Page, before: str = "", sheet: Sheet | None = None) -> Stamped:
        """The page as HTML; ``before`` is the key that was remembered of its address.

        A page that is made from the same as then is of the same kind as then. Its mould's digest is a part of
        what is remembered, so it need not be made to tell that it is the same, once a page of the kind was.
        """
        if not self._alone:
            return Stamped("", lambda: encoded(self._whole(page.address, page.make())))
        frame, known, key = before[:FRAME], before[FRAME:], page.key
        if frame in self._frames and known and key == known:
            return Stamped(before, lambda: self._stamped(page.address, page.make(), known).make())
        if page.front_of and (led := self._leading(page, key, page.front_of(*page.subject))):
            return led
        return self._stamped(page.address, sheet or page.make(), key)

    def _leading(self, page: Page, key: str, front: Mapping[str, Any]) -> Stamped | None:
        """A page that only leads to another, None where the theme shows more than its front matter."""
        kind = self._kinds.of(page.address, front, "")
        if kind not in self._leads:
            self._leads[kind] = self._lead(kind, front)
        if (mould := self._leads[kind]) is None:
            return None
        leaf = Leaf(quoted(page.address), front, Content(""))
        known = key or _digest(repr(front))
        return Stamped(mould.digest + self._salt + known, lambda: mould.fill(leaf))

    def _lead(self, kind: Kind, front: Mapping[str, Any]) -> Mould | None:
        mould, headed = (Mould(kind._replace(headed=one), front, self._render) for one in (False, True))
        shows_more = mould.shows_content or headed.shows_content or mould.frame != headed.frame
        if shows_more or not (mould.faithful and self._converter.faithful):
            return None
        self._frames.add(mould.digest + self._salt)
        return mould

    def _stamped(self, address: str, sheet: Sheet, key: str) -> Stamped:
        mould = self._mould(address, sheet)
        if not (mould.faithful and self._converter.faithful):
            return Stamped("", lambda: encoded(self._whole(address, sheet)))
        known = key or _digest(repr((*sheet.front.items(), sheet.body)))
        return Stamped(mould.digest + self._salt + known, lambda: self._fill(mould, address, sheet))

    def _mould(self, address: str, sheet: Sheet) -> Mould:
        kind = self._kinds.of(address, sheet.front, sheet.body)
        if (mould := self._moulds.get(kind)) is None:
            mould = self._moulds[kind] = Mould(kind, sheet.front, self._render)
            if mould.faithful and self._converter.faithful:
                self._frames.add(mould.digest + self._salt)
        return mould

    def _fill(self, mould: Mould, address: str, sheet: Sheet) -> bytes:
        try:
            content = self._converter(sheet.body) if mould.shows_content else Content("")
            return mould.fill(Leaf(quoted(address), sheet.front, content))
        except NotPlainError:
            return encoded(self._whole(address, sheet))


def frame_in(key: str) -> str:
    """What in the key of a page stands for all but what is filled in."""
    return key[:FRAME]


def _digest(text: str) -> str:
    return blake2b(text.encode(errors="surrogatepass"), digest_size=KEY_BYTES).hexdigest()
