"""The library that was last kept, and what the steps remember of how it was made.

Nearly all of the next one is taken from it: seeds that state what they stated give the very records that are
here, of these the very papers are made, and each step looks only at what is another object than it was.
"""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, compress, islice, repeat
from operator import attrgetter, is_, itemgetter, not_
from typing import Any, TypeVar, cast

from papergarden.cores import FEW as FEW_ALONE
from papergarden.cores import aside
from papergarden.files import Collection
from papergarden.model import (
    Library,
    Paper,
    Person,
    changed_each,
    fill_each,
    from_columns,
    in_columns,
)
from papergarden.shelf import Shelf
from papergarden.stated import STATED, Prepared, dumped, recalled
from papergarden.steps.keys import InOrder, followed
from papergarden.steps.memo import FEW, Memory
from papergarden.text.digest import digest_of
from papergarden.unchanged import program_digest

M = TypeVar("M", bound=Memory)
R = TypeVar("R")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Base:
    """A library under the name of all that it was made from: what seeds stated, all records, papers, people.

    ``topics`` is the text of the vocabulary, ``news`` is how many records came and went since it was kept.
    """

    name: str = ""
    seeds: Mapping[str, Prepared] = field(default_factory=dict)
    records: InOrder = field(default_factory=InOrder)
    papers: Sequence[Paper] = ()
    people: Mapping[str, Person] = field(default_factory=dict)
    topics: str = ""
    news: int = 0

    def dump(self) -> tuple[Any, ...]:
        """The same in texts and numbers, for whoever keeps it."""
        place = {id(record): at for at, record in enumerate(self.records)}
        columns = (
            in_columns(self.records),
            _numbered([one.records for one in self.seeds.values()], place),
            _numbered([paper.records for paper in self.papers], place),
            in_columns(changed_each(self.papers, records=repeat(()))),
            in_columns(list(self.people.values())),
        )
        return self.name, self.topics, *columns

    @classmethod
    def load(cls, kept: tuple[Any, ...], stated: Sequence[Prepared]) -> "Base":
        """What was dumped, with what seeds stated but for their records."""
        name, topics, records, of_seeds, of_papers, papers, people = kept
        records = InOrder(from_columns(records))
        pairs = zip(stated, _grouped(of_seeds, records), strict=True)
        prepared = [replace(one, records=theirs) for one, theirs in pairs]
        papers = from_columns(papers)
        fill_each(papers, records=_grouped(of_papers, records))
        persons = from_columns(people)
        return cls(
            name,
            {one.report.path: one for one in prepared},
            records,
            tuple(papers),
            {one.slug: one for one in persons},
            topics,
        )


Of = Callable[[Base], tuple[Any, ...]]
"""What of a base a memory rests on."""


def _numbered(lists: Sequence[Sequence[T]], place: Mapping[int, int]) -> tuple[list[int], bytes]:
    """Lists of things as their lengths, and where all the things are."""
    places = map(place.__getitem__, map(id, chain.from_iterable(lists)))
    return list(map(len, lists)), array("I", places).tobytes()


def _grouped(numbered: tuple[list[int], bytes], things: Sequence[T]) -> list[tuple[T, ...]]:
    """The same as lists of things."""
    lengths, places = numbered
    each = map(things.__getitem__, array("I", places))
    return [tuple(islice(each, length)) for length in lengths]


class Line:
    """What there is to remember while a library is made, and how much of that is worth keeping.

    ``seeds`` by their paths are what they state, ``records`` all records of them.
    """

    def __init__(self, shelf: Shelf) -> None:
        self.shelf, self._kept = shelf, shelf.name("library")
        shelf.spare(shelf.name(STATED))
        self.base: Base = shelf.take(self._kept, self._with_seeds) or Base()
        self.name = self._topics = ""
        self.seeds: Mapping[str, Prepared] = {}
        self.records = InOrder()
        self._news = 0
        self._memories: dict[str, Of] = {}
        self._at_hand: dict[str, Memory] = {}

    def _with_seeds(self, kept: tuple[Any, ...]) -> Base | None:
        """A library that is kept, if what seeds stated then is, too."""
        name, stated = recalled(self.shelf)
        return Base.load(kept, stated) if name == kept[0] else None

    def begin(self, prepared: Iterable[Prepared], collection: Collection) -> InOrder:
        """All records of what the seeds of a collection state, in order."""
        self.seeds = {one.report.path: one for one in prepared}
        self._topics, others = collection.topics.text, (collection.decisions, collection.topics)
        texts = sorted((path, one.text) for path, one in self.seeds.items())
        self.name = digest_of(program_digest(), texts, [(one.path, one.text) for one in others]).hex()
        stated = list(chain.from_iterable(one.records for one in self.seeds.values()))
        self.records = followed(stated, self.base.records)
        came_and_went = set(map(id, self.records)) ^ set(map(id, self.base.records))
        same = self._topics == self.base.topics
        self._news = self.base.news + len(came_and_went) if same else len(self.records)
        return self.records

    @property
    def _is_worth_keeping(self) -> bool:
        return self._news * FEW > len(self.records)

    def remembering(self, name: str, load: Callable[..., M], of: Of, step: Callable[[M], R]) -> R:
        """What a step makes with what it remembers of the last build, which is of things of the base."""
        return self._stepped(name, self._recalled(name, load, of), of, step)

    def beside(self, name: str, load: Callable[..., M], of: Of, step: Callable[[M], R]) -> Callable[[], R]:
        """What a step makes in another process, which alone remembers it, while this one goes on.

        Where much came or went, and where what is remembered is held, this one makes it itself.
        """

        def made() -> tuple[R, int]:
            return self.remembering(name, load, of, step), self._news

        few = self._news - self.base.news <= FEW_ALONE < len(self.records)
        begun = aside(made) if few and not self.shelf.holds else made

        def waited() -> R:
            found, news = begun()
            self._news = max(self._news, news)
            self.shelf.spare(name)
            return found

        return waited

    def recall(self, name: str, load: Callable[..., Memory], of: Of) -> None:
        """Have what a step remembers at hand before its turn comes."""
        self._at_hand[name] = self._recalled(name, load, of)

    def aside(
        self, name: str, load: Callable[..., M], of: Of, step: Callable[[M], R]
    ) -> tuple[Callable[[], R], M]:
        """The same for whoever waits for it, and what is remembered.

        Where all is new, and much, another process makes it, remembers it and gives all back that this takes.
        """
        memory = self._recalled(name, load, of)
        work = partial(self._stepped, name, memory, of, step)
        here = memory.size or self.shelf.holds or len(self.records) <= FEW_ALONE
        return work if here else aside(work), memory

    def _recalled(self, name: str, load: Callable[..., M], of: Of) -> M:
        """What a step remembers of the last build, if it does."""
        if name in self._at_hand:
            return cast("M", self._at_hand.pop(name))
        memory: M | None = self.shelf.take(name, lambda kept: self._loaded(load, of, *kept))
        if memory is None:
            memory, self._news = load(), len(self.records)
        return memory

    def _stepped(self, name: str, memory: M, of: Of, step: Callable[[M], R]) -> R:
        """What a step makes; what it remembers is kept if much of that is new."""
        made = step(memory)
        self._memories[name] = of
        if self._is_worth_keeping:
            self.shelf.put(name, memory, lambda one: (self.name, *one.dump()))
        else:
            self.shelf.hold(name, memory)
        return made

    def _loaded(self, load: Callable[..., M], of: Of, base: str, *kept: Any) -> M | None:
        """What was dumped, as far as that was done beside this base."""
        if base != self.base.name:
            return None
        memory = load(*kept)
        memory.rest_on(*of(self.base))
        return memory

    def end(self, library: Library) -> Library:
        """The library with what is as it was in the one before; this one is that of the next."""
        before = self.base
        now = Base(self.name, self.seeds, self.records, library.papers, library.people, topics=self._topics)
        if self.shelf.holds:
            for name, of in self._memories.items():
                self.shelf.get(name).rest_on(*of(now))
        if self._is_worth_keeping:
            self.shelf.put(self._kept, now, Base.dump, things=len(self.records))
            self.shelf.put(self.shelf.name(STATED), (self.name, list(self.seeds.values())), dumped)
        else:
            self.shelf.hold(self._kept, replace(now, news=self._news))
        return replace(
            library,
            name=self.name,
            base=before.name,
            as_base=_alike(_by_key(before.papers), _by_key(library.papers)),
            people_as_base=_alike(before.people, library.people),
        )


def _by_key(papers: Sequence[Paper]) -> Mapping[str, Paper]:
    return dict(zip(map(attrgetter("key"), papers), papers, strict=True))


def _alike(some: Mapping[str, T], others: Mapping[str, T]) -> frozenset[str]:
    """The names of what is in both."""
    both = list(zip(others, map(some.get, others), others.values(), strict=True))
    same = list(map(is_, map(itemgetter(1), both), others.values()))
    equal = (name for name, old, one in compress(both, map(not_, same)) if old is not None and old == one)
    return frozenset(compress(others, same)).union(equal)
