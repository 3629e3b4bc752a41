"""Which persons have to be told anew when papers come, go or change, and what is known of all others.

Names belong to one *family* if they share anything by which they could be one person's or want one address:
family name and initial, the words in any order, a slug, an ORCID, a decision. What is found out about a
person rests on the papers of the family alone, and on which words are rare in titles. So only families with a
name on a paper that is not as it was are looked at again, in the families as they are and as they were.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from papergarden.model import Decision, Paper, Person
from papergarden.steps.memo import Same
from papergarden.steps.person_names import is_organization, orcids_of, read_name
from papergarden.steps.profiles import words_of
from papergarden.text import names
from papergarden.text.digest import digest_of
from papergarden.text.slugs import slug

RARE = 0.01
"""A word in the titles of at most this share of the papers, or of two, is rare."""

Keys = tuple[str, ...]
Listed = tuple[tuple[str, ...], Mapping[str, str], str, tuple[str, ...]]
"""Of a paper the names on it, the ORCIDs of its authors, its title, and the persons behind its authors."""

NOBODYS: Mapping[str, str] = MappingProxyType({})

_FREED = re.compile(r"-[0-9a-f]{4,7}$")
"""The end of a slug that may be a fingerprint, which tells it from the same slug of another person."""


class Everybody:
    """Each name there may be."""

    def __contains__(self, name: object) -> bool:
        return True

    def isdisjoint(self, names: Collection[str]) -> bool:
        """Whether it has none of some names."""
        return not names


@dataclass(frozen=True, slots=True)
class Scope:
    """What to look at: the numbers of papers, which names on them, and the words that titles often have."""

    numbers: Sequence[int]
    names: Set[str] | Everybody
    usual: Set[str]


class Families:
    """What is remembered of an earlier run: papers by their digests, persons, keys of names, words of titles.

    ``decided`` are the names that decisions spoke of.
    """

    def __init__(
        self,
        papers: dict[bytes, Listed] | None = None,
        persons: Sequence[Person] = (),
        keys: dict[str, Keys] | None = None,
        words: Mapping[str, int] | None = None,
        decided: Sequence[str] = (),
    ) -> None:
        self._papers, self._persons, self._keys = papers or {}, persons, keys or {}
        self._words, self._decided = Counter(words or {}), decided
        self._digests: Sequence[bytes] = list(self._papers)
        self._told: Same[Paper, bytes] = Same()
        self.resolved: Same[Paper, Paper] = Same()
        """What papers became with the persons behind their authors."""

    @property
    def size(self) -> int:
        """How many papers there are."""
        return len(self._papers)

    @classmethod
    def load(cls, *kept: Any) -> "Families":
        """What was dumped; nothing of an earlier run where nothing is given."""
        if not kept:
            return cls()
        digests, named, orcids, titles, behind, *others = kept
        known = (orcids.get(place, NOBODYS) for place in range(len(digests)))
        papers = dict(zip(digests, zip(named, known, titles, behind, strict=True), strict=True))
        return cls(papers, (), *others)

    def dump(self) -> tuple[Any, ...]:
        """The same in texts and numbers, for whoever keeps it."""
        if not self._papers:
            return ()
        named, orcids, titles, behind = map(list, zip(*self._papers.values(), strict=True))
        sparse = {place: some for place, some in enumerate(orcids) if some}
        columns = list(self._papers), named, sparse, titles, behind
        keys = {name: self._keys[name] for name in chain.from_iterable(named)}
        return *columns, keys, dict(self._words), self._decided

    def rest_on(self, papers: Sequence[Paper], people: Mapping[str, Person]) -> None:
        """Know by these objects which papers there were, in the same order, and who wrote them.

        What was loaded knows nobody before.
        """
        self._persons = list(people.values())
        self._told.rest_on(papers, self._digests)
        self.resolved.rest_on(papers, papers, self.behind())

    def scope(self, papers: Sequence[Paper], decisions: Sequence[Decision]) -> Scope:
        """What has to be looked at; of all other names of the papers the persons are known."""
        before, was_usual, was_decided = self._papers, self._usual, self._decided
        self._digests = self._told.each(lambda new: (_told(papers[at]) for at in new), papers)
        pairs = list(zip(self._digests, papers, strict=True))
        self._papers = {digest: before.get(digest) or _listed(paper) for digest, paper in pairs}
        new = [self._papers[digest] for digest in self._papers.keys() - before.keys()]
        gone = [before[digest] for digest in before.keys() - self._papers.keys()]
        self._decided = _decided(decisions)
        self._take_in(new, gone)
        if not before:
            return Scope(range(len(papers)), Everybody(), self._usual)
        touched = {*self._decided, *was_decided, *self._on_titles_with(self._usual ^ was_usual)}
        touched.update(chain.from_iterable(names for names, *_ in (*new, *gone)))
        orcids = chain.from_iterable(orcids.values() for _, orcids, *_ in (*new, *gone))
        related = self._related(touched, orcids)
        listed = map(self._papers.__getitem__, self._digests)
        numbers = [number for number, (names, *_) in enumerate(listed) if not related.isdisjoint(names)]
        return Scope(numbers, related, self._usual)

    def behind(self) -> list[Sequence[str]]:
        """For each paper of the run the slugs of the persons that are known, for each of its authors."""
        return [self._papers[digest][-1] for digest in self._digests]

    def settle(
        self, scope: Scope, behind: Sequence[Sequence[str]], persons: Iterable[Person]
    ) -> Mapping[str, Person]:
        """Take in what was found out: for each paper the persons, and persons; all persons by slug."""
        for number in scope.numbers:
            digest = self._digests[number]
            self._papers[digest] = (*self._papers[digest][:-1], tuple(behind[number]))
        others = [one for one in self._persons if scope.names.isdisjoint(one.variants)]
        self._persons = sorted([*others, *persons], key=attrgetter("slug"))
        return {one.slug: one for one in self._persons}

    def _take_in(self, new: Sequence[Listed], gone: Sequence[Listed]) -> None:
        """Count the words of the titles that there are now, and know the keys of the names."""
        for some, times in ((new, 1), (gone, -1)):
            for _, _, title, _ in some:
                for word in set(words_of(title)):
                    self._words[word] += times
        self._words = +self._words
        for name in chain.from_iterable(listed[0] for listed in new):
            if name not in self._keys:
                self._keys[name] = _keys(name)

    @property
    def _usual(self) -> Set[str]:
        """The words of titles that are not rare."""
        most = max(2, RARE * len(self._papers))
        return {word for word, count in self._words.items() if count > most}

    def _on_titles_with(self, words: Set[str]) -> Iterator[str]:
        """Names on papers with such words in their titles that might be joined by what is rare in titles."""
        if not words:
            return
        times = Counter(chain.from_iterable(self._keys.values()))
        for named, _, title, _ in self._papers.values():
            if not words.isdisjoint(words_of(title)):
                for name in named:
                    alone = max(map(times.__getitem__, self._keys[name])) == 1
                    if not read_name(name).common and not (alone and not read_name(name).initials_only):
                        yield name

    def _related(self, touched: Set[str], orcids: Iterable[str]) -> set[str]:
        """All names of the families of names that were touched, and of those that ORCIDs belong to."""
        identified = (orcids for _, orcids, *_ in self._papers.values() if orcids)
        links = [
            *self._keys.items(),
            *((name, (orcid, *_keys(name))) for some in identified for name, orcid in some.items()),
        ]
        new = {*orcids, *chain.from_iterable(map(_keys, touched))}
        reached, related = set(new), set(touched)
        while new:
            met = [link for link in links if not new.isdisjoint(link[1])]
            related.update(name for name, _ in met)
            new = set(chain.from_iterable(keys for _, keys in met)) - reached
            reached |= new
        return related


def _told(paper: Paper) -> bytes:
    """What stands for all of a paper that its persons are found in."""
    if paper.digest:
        return paper.digest + paper.key.encode()
    records = [(record.authors, record.extra.get("orcid", "")) for record in paper.records]
    names = [author.name for author in paper.authors]
    return digest_of(paper.key, paper.date, paper.title, names, records)


def _listed(paper: Paper) -> Listed:
    shown = [author.name for author in paper.authors if not is_organization(author.name)]
    others = {name for record in paper.records for name in record.authors}.difference(shown)
    orcids = orcids_of(paper)
    return (*shown, *sorted(others)), orcids or NOBODYS, paper.title, ("",) * len(paper.authors)


def _keys(printed: str) -> Keys:
    """What a name shares with all that may be one person's, or want its address."""
    name, address = read_name(printed), f"/{slug(printed)}"
    return tuple(dict.fromkeys((name.key, *name.blocks, address, _FREED.sub("", address))))


def _decided(decisions: Iterable[Decision]) -> Sequence[str]:
    """The names that decisions speak of."""
    subjects = (one.subjects for one in decisions if one.act in ("same-person", "different-person"))
    return tuple([names.plain_order(words.partition(" @ ")[0]) for words in chain.from_iterable(subjects)])
