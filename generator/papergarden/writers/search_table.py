"""All terms of the index in order, and of each what a shard has of it, as the bytes that are written there.

So a shard, wherever it begins, is cut out of it, and a term that changes is exchanged alone.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property, partial
from itertools import islice
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from papergarden.writers.search_arrays import (
    Ints,
    from_varints,
    paired,
    varints_and_sizes,
)
from papergarden.writers.search_cells import Cells, Edit, runs
from papergarden.writers.search_lists import NUMBER_BYTES, Entries, listed, packed, relisted
from papergarden.writers.search_pack import common, finder, in_order, in_units, shared, units
from papergarden.writers.search_spellings import spelling
from papergarden.writers.search_terms import LEVELS, VALUE_BITS

FIRST_TIER = 600
"""Of a term with more postings, only so many, those of the highest levels, are in its shard."""
MOST_FORMS = 5
SHARE = 4096
"""Terms that are written at once."""
VALUE_OF = bytes(byte & ((1 << VALUE_BITS) - 1) for byte in range(256))
LEVEL_OF = bytes(byte & LEVELS for byte in range(256))
AT_LEAST = [bytes(level >= least for level in range(256)) for least in range(LEVELS + 2)]
"""For each level which are not lower."""
NOT = bytes([1]) + bytes(255)


Places = Mapping[str, tuple[int, int]]
"""Where terms are, or would be, and where what follows begins."""


class Columns(NamedTuple):
    """What is written of each term.

    ``shared`` and ``rest`` are the term after the one before it, ``forms`` how it is spelled, the last two
    with a line feed. ``counts`` and ``named`` are how many documents, and how many people and tags, have it.
    ``gaps`` and ``values`` are the postings in its shard, ``far_gaps`` and ``far_values`` the others;
    ``names`` are the people and tags. ``weight`` is about how many bytes it takes in a shard, in four bytes.
    ``uses`` are its words and how often they are used, as `search_spellings` writes them.
    """

    shared: Cells
    rest: Cells
    forms: Cells
    counts: Cells
    gaps: Cells
    values: Cells
    named: Cells
    names: Cells
    far_gaps: Cells
    far_values: Cells
    weight: Cells
    uses: Cells


class Table:
    """All terms in order with what is written of them.

    Args:
        terms: the terms.
        columns: what is written.
        silent: the uses of words of other terms: of those under which nothing is found.

    """

    def __init__(self, terms: Sequence[str], columns: Columns, silent: Mapping[str, str]) -> None:
        self.terms, self.columns, self._silent = terms, columns, silent

    @classmethod
    def kept(cls, terms: str, columns: Sequence[tuple[bytes, bytes, int]], silent: Mapping[str, str]) -> Self:
        """What `plain` gave."""
        known = Columns(*(Cells.kept(*one) for one in columns))
        return cls(terms.split("\n") if terms else [], known, silent)

    def plain(self) -> tuple[str, Sequence[tuple[bytes, bytes, int]], Mapping[str, str]]:
        """The same in texts and numbers, to be kept."""
        return "\n".join(self.terms), [one.plain() for one in self.columns], self._silent

    @classmethod
    def of(cls, postings: dict[str, bytes], names: dict[str, bytes], uses: Mapping[str, str]) -> Self:
        """The table of all terms that have postings, ``number << 5 | author bit | level``, or names.

        ``names`` are the numbers of people and tags; ``uses`` are the words of a term. Lists are taken out of
        their dictionaries: they are as large as the table.
        """
        there = postings.keys() | names.keys()
        silent = {term: text for term, text in uses.items() if text and term not in there}
        terms = in_order(there)
        write = partial(_written, postings, names, uses)
        shares = [
            write(["", *terms][start : start + SHARE], terms[start : start + SHARE])
            for start in range(0, max(len(terms), 1), SHARE)
        ]
        columns = list(map(list, zip(*shares, strict=True)))
        del shares  # so that there are never two copies of all
        return cls(terms, Columns(*(Cells.joined(columns.pop(0)) for _ in Columns._fields)), silent)

    @property
    def weights(self) -> Sequence[int]:
        """What each term weighs."""
        weights: list[int] = np.frombuffer(self.columns.weight.content, "<u4").tolist()
        return weights

    @property
    def frequencies(self) -> Ints:
        """In how many documents each term is."""
        return self.columns.values.lengths.astype(np.int64) + self.columns.far_values.lengths

    def postings(self, terms: Iterable[str] | None = None) -> dict[str, bytes]:
        """The postings of some terms, or of all, as far as they have any."""
        return self._postings(self._places(self.terms if terms is None else terms))

    def names(self, terms: Iterable[str] | None = None) -> dict[str, bytes]:
        """The people and tags that have some terms, or all, in their names."""
        return self._names(self._places(self.terms if terms is None else terms))

    def uses(self, terms: Iterable[str] | None = None) -> dict[str, str]:
        """The words of some terms, or of all, as far as they have any."""
        if terms is None:
            return {**self._silent} | self._uses(self._places(self.terms))
        return self._uses(self._places(terms))

    def spelling(self, term: str) -> str:
        """The words of a term, joined by blanks."""
        return spelling(self.uses([term]).get(term, ""))

    def changed(
        self, postings: tuple[Entries, Entries], names: tuple[Entries, Entries], uses: Mapping[str, str]
    ) -> "Table":
        """The table without some postings and names, with others, and with other uses of words of terms."""
        entries = (*postings[0] ^ postings[1], *names[0] ^ names[1])
        places = self._places({*uses, *(term for term, _ in entries)})
        lists, named = relisted(self._postings(places), *postings), relisted(self._names(places), *names)
        behind = self._places(self._behind(places, lists.keys() | named.keys()))
        lists |= self._postings(behind)
        named |= self._names(behind)
        places = {**places, **behind}
        texts = {**self._uses(places), **uses}
        there = lists.keys() | named.keys()
        edits = [Edit(*places[term], new=int(term in there)) for term in in_order(places)]
        come = in_order(there)
        now = _spliced(self.terms, edits, come)
        new = _written(lists, named, texts, _before(now, edits), come)
        columns = (old.edited(edits, some) for old, some in zip(self.columns, new, strict=True))
        silent = {term: text for term, text in self._silent.items() if term not in places}
        silent |= {term: text for term, text in texts.items() if text and term not in there}
        return Table(now, Columns(*columns), silent)

    @cached_property
    def _find(self) -> Callable[[str], int]:
        return finder(self.terms)

    def _places(self, terms: Iterable[str]) -> Places:
        """Where terms are, or would be, and where the next one is."""
        if terms is self.terms:
            return {term: (row, row + 1) for row, term in enumerate(terms)}
        rows = ((term, self._find(term)) for term in terms)
        return {term: (row, row + (self.terms[row : row + 1] == [term])) for term, row in rows}

    def _behind(self, places: Places, there: Set[str]) -> Iterator[str]:
        """The terms, not among these, that are then behind one that comes or where one goes: they share
        something else with the one before them.
        """
        for term, (row, end) in places.items():
            if (row < end) != (term in there):
                behind = self.terms[end : end + len(places)]
                term = next((one for one in behind if one not in places or one in there), term)
                if term not in places:
                    yield term

    def _uses(self, places: Places) -> dict[str, str]:
        rows, terms = _rows(places)
        between = self.columns.uses.between
        texts = ((term, between(row, row + 1).decode()) for row, term in zip(rows, terms, strict=True))
        return {term: text for term, text in texts if text} | {
            term: self._silent[term] for term in self._silent.keys() & places.keys()
        }

    def _postings(self, places: Places) -> dict[str, bytes]:
        rows, terms = _rows(places)
        written = self.columns
        near = _lists(written.gaps.those(rows), written.values.those(rows))
        far = _lists(written.far_gaps.those(rows), written.far_values.those(rows))
        together = map(_merged, near, far)
        return {term: some for term, some in zip(terms, together, strict=True) if some}

    def _names(self, places: Places) -> dict[str, bytes]:
        rows, terms = _rows(places)
        return listed([paired(*_numbers(self.columns.names.those(rows)))], terms)


def _rows(places: Places) -> tuple[Sequence[int], Sequence[str]]:
    """The rows of those that are there, and these."""
    there = [(row, term) for term, (row, end) in places.items() if row < end]
    return [row for row, _ in there], [term for _, term in there]


def _spliced(terms: Sequence[str], edits: Iterable[Edit], come: Sequence[str]) -> Sequence[str]:
    """Terms after edits."""
    now: list[str] = []
    at, coming = 0, iter(come)
    for start, end, new in edits:
        now += terms[at:start]
        now += islice(coming, new)
        at = end
    return now + list(terms[at:])


def _before(now: Sequence[str], edits: Iterable[Edit]) -> Iterator[str]:
    """For each term that comes the one before it."""
    moved = 0
    for start, end, new in edits:
        if new:
            yield now[start + moved - 1] if start + moved else ""
        moved += new - (end - start)


def _written(
    postings: dict[str, bytes],
    names: dict[str, bytes],
    uses: Mapping[str, str],
    before: Iterable[str],
    terms: Sequence[str],
) -> Columns:
    """What is written of some terms; given is the one before each."""
    found, named = [postings.pop(term, b"") for term in terms], [names.pop(term, b"") for term in terms]
    used = [uses.get(term, "") for term in terms]
    spelled = list(map(spelling, used))
    split = list(map(parted, found))
    near, far = [some for some, _ in split], [some for _, some in split]
    counts = shared(list(before), terms)
    rests = [f"{term[count:]}\n".encode() for term, count in zip(terms, counts, strict=True)]
    weights = map(_weight, spelled, near, named)
    return Columns(
        Cells(bytes(in_units(counts, terms)), np.ones(len(terms), np.uint32)),
        Cells.of(rests),
        Cells.of([f"{_forms(term, some)}\n".encode() for term, some in zip(terms, spelled, strict=True)]),
        _counts(found),
        gaps(near, VALUE_BITS),
        values(near),
        _counts(named),
        gaps(named, 0),
        gaps(far, VALUE_BITS),
        values(far),
        Cells(packed(array("I", weights)), np.full(len(terms), NUMBER_BYTES, np.uint32)),
        Cells.of(list(map(str.encode, used))),
    )


def _weight(spelled: str, near: bytes, named: bytes) -> int:
    return 6 + (len(spelled) - spelled.count(" ")) // 2 + 2 * (len(near) + len(named)) // NUMBER_BYTES


def _counts(lists: Sequence[bytes]) -> Cells:
    """How many numbers there are in each list."""
    return _cells(_lengths(lists), np.ones(len(lists), np.int64))


def values(lists: Sequence[bytes]) -> Cells:
    """The level and the author bit of each posting."""
    return Cells(b"".join(lists)[::NUMBER_BYTES].translate(VALUE_OF), _lengths(lists))


def gaps(lists: Sequence[bytes], bits: int) -> Cells:
    """The first number of each list, and the gaps to the next; they are shifted by so many bits."""
    ends = np.append(np.zeros(1, np.int64), np.cumsum(_lengths(lists), dtype=np.int64))
    return Cells.joined([_gaps(lists[start:end], bits) for start, end in runs(ends)])


def _gaps(lists: Sequence[bytes], bits: int) -> Cells:
    lengths = _lengths(lists)
    ids = np.frombuffer(b"".join(lists), "<u4").astype(np.uint32) >> np.uint32(bits)
    before = np.append(np.zeros(1, np.uint32), ids)
    before[np.cumsum(lengths, dtype=np.int64)] = 0
    return _cells(ids - before[:-1], lengths)


def _lengths(lists: Sequence[bytes]) -> NDArray[np.uint32]:
    return np.fromiter(map(len, lists), np.uint32, len(lists)) // np.uint32(NUMBER_BYTES)


def _cells(numbers: NDArray[np.uint32], counts: NDArray[np.integer[Any]]) -> Cells:
    """Numbers, so many to each cell."""
    written, sizes = varints_and_sizes(numbers)
    before = np.append(np.zeros(1, np.int64), np.cumsum(sizes, dtype=np.int64))
    ends = np.append(np.zeros(1, np.int64), np.cumsum(counts, dtype=np.int64))
    return Cells(written.tobytes(), np.diff(before[ends]).astype(np.uint32))


def _numbers(cells: Cells) -> tuple[Ints, Ints]:
    """The numbers of which `gaps` wrote the gaps, and before them in which cell each is."""
    gaps, ends = from_varints(cells.content)
    starts = np.searchsorted(ends, cells.ends)
    rows = np.repeat(np.arange(len(cells.lengths)), np.diff(starts))
    before = np.append(np.zeros(1, np.int64), np.cumsum(gaps))
    return rows, before[1:] - before[starts[:-1]][rows]


def _lists(gaps: Cells, values: Cells) -> Iterator[bytes]:
    """The postings in each cell."""
    for start, end in runs(gaps.ends):
        numbers = np.cumsum(from_varints(gaps.between(start, end))[0], dtype=np.uint32)
        ends = values.ends[start : end + 1] - values.ends[start]
        before = np.append(np.zeros(1, np.uint32), numbers)[ends[:-1]]
        numbers -= np.repeat(before, values.lengths[start:end])
        levels = np.frombuffer(values.between(start, end), np.uint8)
        content = (numbers << np.uint32(VALUE_BITS) | levels).astype("<u4").tobytes()
        borders = (ends * np.uint32(NUMBER_BYTES)).tolist()
        yield from map(content.__getitem__, map(slice, borders, borders[1:]))


def _merged(near: bytes, far: bytes) -> bytes:
    return np.sort(np.frombuffer(near + far, "<u4"), kind="stable").tobytes() if far else near


def parted(postings: bytes) -> tuple[bytes, bytes]:
    """The postings that are in the shard of their term, and the others: of a frequent term those that matter
    most, newer ones among equals, in order of number.
    """
    if len(postings) <= FIRST_TIER * NUMBER_BYTES:
        return postings, b""
    chosen = np.frombuffer(_matter(postings), np.bool_)
    numbers = np.frombuffer(postings, "<u4")
    return numbers[chosen].tobytes(), numbers[~chosen].tobytes()


def _matter(postings: bytes) -> bytes:
    """For each of many postings, 1 if it is in the first tier."""
    levels = postings[::NUMBER_BYTES].translate(LEVEL_OF)
    level, room = LEVELS, FIRST_TIER
    while (count := levels.count(level)) <= room:
        room -= count
        level -= 1
    # Of the postings with this level, the newest still have room.
    oldest = len(levels.rsplit(bytes((level,)), room)[0]) if room else len(levels)
    return levels[:oldest].translate(AT_LEAST[level + 1]) + levels[oldest:].translate(AT_LEAST[level])


def _forms(term: str, spellings: str) -> str:
    """The forms of a stem, most frequent first: how many characters of it to drop, then what to add."""
    if spellings == term:
        return ""
    codes = []
    for form in spellings.split():
        keep = len(term) if form.startswith(term) else common(term, form)
        if (drop := units(term[keep:])) < 10:
            codes.append(f"{drop}{form[keep:]}")
    return " ".join(codes[:MOST_FORMS])
