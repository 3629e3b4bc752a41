"""All moulds of a site, and the pages that come out of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from urllib.parse import quote

from papergarden.model import Sheet
from papergarden.moulds.content import Converter, NotPlainError
from papergarden.moulds.mould import Kind, Leaf, Mould, Render


@dataclass(frozen=True, slots=True)
class Stamped:
    """A page to be as HTML. Two with the same ``key`` are equal; "" where that cannot be told beforehand."""

    key: str
    make: Callable[[], str]


class Press:
    """Makes HTML of pages: fills a mould where that is exact, and else has the whole page made.

    Args:
        ways: the addresses that frames link to.
        converter: bodies to HTML.
        render: a page as the theme makes it around its content.
        whole: the HTML of a page at an address, by all the means of the site's own generator.
        salt: what else the HTML of pages depends on.

    """

    def __init__(
        self,
        ways: Sequence[str],
        converter: Converter,
        render: Render,
        whole: Callable[[str, Sheet], str],
        salt: str,
    ) -> None:
        self._ways, self._converter, self._render, self._whole = ways, converter, render, whole
        self._salt = salt
        self._moulds: dict[Kind, Mould] = {}

    def stamp(self, address: str, sheet: Sheet) -> Stamped:
        """The page at an address."""
        mould = self._mould(Kind.of(address, self._ways, sheet, self._converter.listed), sheet)
        if not (mould.faithful and self._converter.faithful):
            return Stamped("", lambda: self._whole(address, sheet))
        text = f"{self._salt}\0{mould.digest}\0{address}\0{sheet.markdown}"
        key = blake2b(text.encode(errors="surrogatepass"), digest_size=12).hexdigest()
        return Stamped(key, lambda: self._fill(mould, address, sheet))

    def _mould(self, kind: Kind, sheet: Sheet) -> Mould:
        if kind not in self._moulds:
            self._moulds[kind] = Mould(kind, sheet.front, self._render)
        return self._moulds[kind]

    def _fill(self, mould: Mould, address: str, sheet: Sheet) -> str:
        try:
            return mould.fill(Leaf(quote(address), sheet.front, self._converter(sheet.body)))
        except NotPlainError:
            return self._whole(address, sheet)
