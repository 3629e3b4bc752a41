"""Under which words people and tags are found, found out once and kept from one build to the next."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from json.encoder import encode_basestring
from typing import NamedTuple

import numpy as np

from papergarden.text.digest import SIZE
from papergarden.writers.digests import key_of
from papergarden.writers.search_arrays import Linked, Pairs, distinct, paired, tally
from papergarden.writers.search_cells import Cells, Edit
from papergarden.writers.search_documents import SearchDocument
from papergarden.writers.search_files import Part, compact, usual_address
from papergarden.writers.search_lexicon import Lexicon, chained
from papergarden.writers.search_lists import listed, named
from papergarden.writers.search_pack import sections
from papergarden.writers.search_placed import Placed
from papergarden.writers.search_readings import FEW, Edits, Said

SAFELY = "utf-8", "surrogatepass"
NOTHING = (b"", b"", b"", b"")
NAME_BLOCK = 1536
"""Numbers of people and tags in a block of names."""


class Names(NamedTuple):
    """What is shown of people and tags: a column a field, by number; nothing where there is none.

    Each value is as in JSON, with a comma.
    """

    kinds: Cells
    titles: Cells
    papers: Cells
    addresses: Cells

    @classmethod
    def of(cls, documents: Iterable[SearchDocument | None]) -> "Names":
        """Those of people and tags, in order of their numbers."""
        rows = [_shown(one) if one else NOTHING for one in documents]
        return cls(*map(Cells.of, zip(*rows, strict=True))) if rows else cls(*[Cells.of([])] * len(NOTHING))

    @classmethod
    def kept(cls, *plain: tuple[bytes, bytes, int]) -> "Names":
        """What `plain` gave."""
        return cls(*(Cells.kept(*one) for one in plain))

    def plain(self) -> Sequence[tuple[bytes, bytes, int]]:
        """The same in texts and numbers, to be kept."""
        return [one.plain() for one in self]

    def title(self, number: int) -> str:
        """The name with a number."""
        title: str = json.loads(self.titles.between(number, number + 1)[:-1].decode(*SAFELY))
        return title

    def block(self, start: int, end: int) -> bytes:
        """What is shown of those with numbers from one to before another, with their places."""
        places = np.flatnonzero(self.kinds.lengths[start:end]).tolist()
        columns = [one.between(start, end)[:-1] for one in self] if places else []
        shown = b"],[".join([compact(places)[1:-1], *columns]).decode(*SAFELY)
        return sections(f"[[{shown}]]".encode("utf-8", "replace") if places else b"[]")

    def changed(self, places: Sequence[int], documents: Iterable[SearchDocument | None]) -> "Names":
        """The same with others at some places."""
        edits, new = [Edit(place, place + 1, 1) for place in places], Names.of(documents)
        return Names(*(old.edited(edits, some) for old, some in zip(self, new, strict=True)))


def name_blocks(names: Names, placed: Placed) -> Iterator[Part]:
    """What is shown of people and tags, by blocks of neighbouring numbers."""
    for start in range(0, len(placed.urls), NAME_BLOCK):
        end = min(start + NAME_BLOCK, len(placed.urls))
        key = key_of("block", placed.digests[start * SIZE : end * SIZE])
        yield Part(partial(names.block, start, end), key, {0})


def _shown(document: SearchDocument) -> tuple[bytes, bytes, bytes, bytes]:
    """Kind, name, count, and the address unless it is the usual one of an author."""
    usual = document.kind == "author" and document.url == f"authors/{usual_address(document.title)}/"
    address = b'"",' if usual else f"{encode_basestring(document.url)},".encode(*SAFELY)
    title = f"{encode_basestring(document.title)},".encode(*SAFELY)
    return b'"%s",' % document.kind[0].encode(), title, b"%d," % document.papers, address


def read_names(
    documents: Mapping[str, SearchDocument],
    placed: Placed,
    before: tuple[Placed, Names] | None,
    lexicon: Lexicon,
) -> tuple[Names, Said]:
    """What is shown of names, and what they say."""
    if before and len(before[0].urls) == len(placed.urls):
        moves = placed.since(before[0])
        gone, new = {*moves.gone.values(), *moves.moved}, {*moves.new.values(), *moves.moved.values()}
        if FEW * len(gone) <= len(before[0]) and FEW * len(new) <= len(placed):
            return _updated(documents, placed, before[1], gone, new, lexicon)
    found = [documents[url] if url else None for url in placed.urls]
    pairs, words = _read({number: one.title for number, one in enumerate(found) if one}, lexicon)
    return Names.of(found), Said(listed([pairs], lexicon.terms.names), words, anew=True)


def _updated(
    documents: Mapping[str, SearchDocument],
    placed: Placed,
    before: Names,
    gone: Set[int],
    new: Set[int],
    lexicon: Lexicon,
) -> tuple[Names, Said]:
    """The same where names at few numbers are gone, and new ones at others."""
    old = {number: before.title(number) for number in gone}
    come = {number: documents[placed.urls[number]] for number in new}
    titles = {number: one.title for number, one in come.items()}
    (out, less), (coming, more) = _read(old, lexicon), _read(titles, lexicon)
    more.subtract(less)
    terms, places = lexicon.terms.names, sorted(gone | new)
    edits = Edits(named(out, terms), named(coming, terms))
    return before.changed(places, map(come.get, places)), Said(edits, more, anew=False)


def _read(titles: Mapping[int, str], lexicon: Lexicon) -> tuple[Pairs, Counter[str]]:
    """The numbers of terms with those of names, and how often words are in names."""
    said = Linked(chained(map(lexicon.pieces, titles.values())))
    rows, pieces = said.all()
    places, terms = Linked(lexicon.stems).of(pieces)
    numbers = np.array(list(titles), np.int64)[rows[places]]
    words: Counter[str] = Counter()
    for piece, count in zip(*map(np.ndarray.tolist, tally(pieces)), strict=True):
        for form in lexicon.forms[piece].split():
            words[form] += count
    return distinct(paired(terms, numbers)), words
