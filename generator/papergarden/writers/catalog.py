"""The library as its pages look at it: indexed by person, tag and seed, newest papers first."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, groupby
from operator import attrgetter, itemgetter
from typing import TypeVar

from papergarden.model import TAG_FOLDERS, Library, Paper, Record, Tag, TagKind
from papergarden.text.dates import day
from papergarden.text.digest import digest_of
from papergarden.text.slugs import fingerprint, slug
from papergarden.writers.citation import cited_as, wanted_key
from papergarden.writers.digests import of_person, said, traced, whole
from papergarden.writers.each import Each

tag_order, _person = attrgetter("kind", "slug", "name"), attrgetter("person")
Item = TypeVar("Item", str, int)
BY_THE_SAME = 5
AT_HAND = 1 << 10
"""Papers and people of whom it is remembered what pages beside their own say, while these are made."""
MANY = 1_000_000
"""More authors than any paper has."""
TELLING = 3
"""Topics of a paper that a list names."""


@dataclass(frozen=True)
class Catalog:
    """Everything that more than one kind of page needs to know; made once for all pages.

    ``tagged`` (in order of tags) holds papers newest first; ``addresses`` are relative to the site and end
    in ``/``; ``listed_in`` gives for every seed its records with the papers they became, in the seed's order.
    """

    library: Library
    newest: tuple[Paper, ...]
    papers: Mapping[str, Paper]
    tagged: Mapping[Tag, Sequence[Paper]]
    addresses: Mapping[Tag, str]
    seed_addresses: Mapping[str, str]
    listed_in: Mapping[str, Sequence[tuple[Record, Paper]]]
    ways: Mapping[Tag, Sequence[Tag]]
    """The topics that a topic is part of and that have a page, the widest first."""
    narrower: Mapping[Tag, Sequence[tuple[Tag, int]]]
    """The topics that are part of a topic, with the number of their papers, most papers first."""
    place: Mapping[str, int]
    """Where each key stands among all papers, newest first."""

    @classmethod
    def of(cls, library: Library) -> "Catalog":
        """Index a library."""
        newest = newest_first(library.papers)
        unsorted: defaultdict[Tag, list[Paper]] = defaultdict(list)
        of_tag: dict[int, list[Paper]] = {}  # the same by identity: to hash a tag takes longer than all else
        listed_in: defaultdict[str, list[tuple[Record, Paper]]] = defaultdict(list)
        for paper in newest:
            for tag in paper.tags:
                if (papers := of_tag.get(id(tag))) is None:
                    papers = of_tag[id(tag)] = unsorted[tag]
                if not papers or papers[-1] is not paper:
                    papers.append(paper)
            for record in paper.records:
                listed_in[record.source.seed].append((record, paper))
        for entries in listed_in.values():
            entries.sort(key=entry_order)
        tagged = {tag: unsorted[tag] for tag in sorted(unsorted, key=tag_order)}
        return catalogued(library, newest, tagged, listed_in)

    @cached_property
    def writers(self) -> Mapping[str, Sequence[str]]:
        """The persons behind the authors of the paper with a key, each once."""
        papers = self.papers
        return Each(
            lambda key: tuple(dict.fromkeys(filter(None, map(_person, papers[key].authors)))), AT_HAND
        )

    @cached_property
    def written_by(self) -> Mapping[str, Sequence[Paper]]:
        """The papers of the person with a slug, newest first."""
        newest, places = self.newest, self.places_by
        return Each(lambda slug: [newest[at] for at in places[slug]], AT_HAND)

    @cached_property
    def places_by(self) -> Mapping[str, Sequence[int]]:
        """Where these stand among all papers."""
        people = self.library.people
        return Each(lambda slug: self.places_of(people[slug].papers if slug in people else ()), AT_HAND)

    def places_of(self, keys: Sequence[str]) -> Sequence[int]:
        """Where papers with some keys stand among all, each place once."""
        place = self.place
        places = [place[key] for key in keys if key in place]
        return sorted(set(places)) if len(places) > 1 else places

    @cached_property
    def ranked(self) -> Sequence[Tag]:
        """All topics in their order. To count numbers takes far less than to count tags."""
        return sorted(self.ways)

    @cached_property
    def ranks(self) -> Mapping[str, Sequence[int]]:
        """Where among them the topics are of the paper with a key. All lists ask for their papers'."""
        at = {topic: number for number, topic in enumerate(self.ranked)}
        alike: dict[Sequence[int], Sequence[int]] = {}  # held once, for many papers have the same

        def found(key: str) -> Sequence[int]:
            ranks = tuple([at[tag] for tag in self.papers[key].tags if tag.kind == "topic"])
            return alike.setdefault(ranks, ranks)

        return Each(found)

    @cached_property
    def telling(self) -> Mapping[str, Sequence[Tag]]:
        """Those of them that fewest others have: they say more of it than the wide ones."""
        ranked = self.ranked
        counts = [len(self.tagged[topic]) for topic in ranked]
        return Each(
            lambda key: [ranked[rank] for rank in sorted(self.ranks[key], key=counts.__getitem__)[:TELLING]],
            AT_HAND,
        )

    @cached_property
    def by_the_same(self) -> Mapping[str, Sequence[Paper]]:
        """Others by the authors of the paper with a key: those with most of them in common, then the newest.

        Those related to it, which are told of anyway, come last.
        """
        newest, count, place, theirs = self.newest, len(self.newest), self.place, self.places_by

        def found(key: str) -> list[Paper]:
            lists = [places for person in self.writers[key] if len(places := theirs[person]) > 1]
            if not lists:
                return []
            shared = Counter(chain.from_iterable(lists)) if len(lists) > 1 else dict.fromkeys(lists[0], 1)
            del shared[place[key]]
            for other in self.papers[key].related:
                if (at := place.get(other, -1)) in shared:
                    shared[at] -= MANY
            # One number a paper, for numbers are sorted fastest; its place is what is left of it.
            ranks = sorted([at - authors * count for at, authors in shared.items()])
            return [newest[rank % count] for rank in ranks[:BY_THE_SAME]]

        return Each(found, AT_HAND)

    @cached_property
    def wanted(self) -> Each[str]:
        """The citation key that the paper with a key wants."""
        return Each(lambda key: wanted_key(self.papers[key]))

    @cached_property
    def cited(self) -> Mapping[str, str]:
        """The citation key of the paper with a key."""
        return cited_as({key: self.wanted[key] for key in self.papers})

    @cached_property
    def unusual(self) -> Mapping[Tag, str]:
        """Where the pages of tags are that share their usual address with another."""
        return {tag: address for tag, address in self.addresses.items() if address != _usual_address(tag)}

    @cached_property
    def said(self) -> Each[bytes]:
        """What stands for all that is said of the paper with a key; so do the next three for more of it.

        A part of it is what is not in the data themselves but in what they are together: where the page of a
        tag is that shares its address with another, what a person is called whom the paper calls otherwise.
        """
        unusual = self.unusual
        names = {slug: person.name for slug, person in self.library.people.items()}

        def found(key: str) -> bytes:
            paper = self.papers[key]
            places = [unusual.get(tag) for tag in paper.tags] if unusual else []
            return said(
                paper,
                places if any(places) else 0,
                [name if (name := names.get(one.person)) != one.name else 0 for one in paper.authors],
            )

        return Each(found)

    @cached_property
    def listed(self) -> Each[bytes]:
        """It, and which of its topics tell most, as lists do. Each new paper changes that of some others."""
        return Each(lambda key: digest_of(self.said[key], [tag.slug for tag in self.telling[key]]))

    @cached_property
    def traced(self) -> Each[bytes]:
        """What is said of it, and where all that comes from."""

        def found(key: str) -> bytes:
            paper = self.papers[key]
            places = [self.seed_addresses[one.source.seed] for one in paper.records]
            return traced(paper, self.said[key], places)

        return Each(found)

    @cached_property
    def digests(self) -> Each[bytes]:
        """It, which papers are like it, and how it is cited."""
        return Each(lambda key: whole(self.papers[key], self.traced[key], self.cited[key]))

    @cached_property
    def known(self) -> Each[bytes]:
        """What stands for all that is known of the person with a slug."""
        return Each(lambda slug: digest_of(of_person(self.library.people[slug])))

    def find_out(self, keys: Iterable[str]) -> None:
        """Find out at once what else is when somebody asks: copies of this process would each do it."""
        for key in keys:
            self.digests[key]
            self.listed[key]

    def tags(self, kind: TagKind) -> list[tuple[Tag, int]]:
        """The tags of a kind with the number of their papers, most papers first."""
        counted = [(tag, len(papers)) for tag, papers in self.tagged.items() if tag.kind == kind]
        return sorted(counted, key=itemgetter(1), reverse=True)

    def years(self) -> Counter[str]:
        """How many papers each known year has."""
        return years_of(self.newest)


def catalogued(
    library: Library,
    newest: Sequence[Paper],
    tagged: Mapping[Tag, Sequence[Paper]],
    listed_in: Mapping[str, Sequence[tuple[Record, Paper]]],
) -> Catalog:
    """The catalog of a library of which the papers are in order and in their lists."""
    counts = {tag: len(papers) for tag, papers in tagged.items() if tag.kind == "topic"}
    return Catalog(
        library=library,
        newest=tuple(newest),
        papers={paper.key: paper for paper in library.papers},
        tagged=tagged,
        addresses=_tag_addresses(tagged),
        seed_addresses=_seed_addresses({seed.path for seed in library.seeds} | listed_in.keys()),
        listed_in=listed_in,
        ways={topic: _way_to(topic, library.broader, counts) for topic in counts},
        narrower=_narrower(library.broader, counts),
        place={paper.key: number for number, paper in enumerate(newest)},
    )


def entry_order(entry: tuple[Record, Paper]) -> tuple[int, str]:
    """The order of what a seed lists."""
    return entry[0].source.line, entry[1].key


def newest_first(papers: Iterable[Paper]) -> tuple[Paper, ...]:
    """By date, the latest first, papers without a date last; then by title."""
    by_title = sorted(papers, key=lambda paper: (paper.title.casefold(), paper.key))
    return tuple(sorted(by_title, key=lambda paper: paper.date, reverse=True))


def years_of(papers: Iterable[Paper]) -> Counter[str]:
    """How many of the papers each known year has."""
    return Counter([paper.year for paper in papers if paper.date])


def most(lists: Sequence[Sequence[Item]]) -> dict[Item, int]:
    """In how many lists each item is, the most frequent first; what is as frequent in its own order.

    A single list, which is all that most people have, has each of its items once.
    """
    if len(lists) == 1:
        return dict.fromkeys(sorted(lists[0]), 1)
    counts = Counter(chain.from_iterable(lists))
    items = sorted(counts)
    items.sort(key=counts.__getitem__, reverse=True)
    return dict(zip(items, map(counts.__getitem__, items), strict=True))


def span_of(years: Iterable[str]) -> str:
    """The first and the last year as a sentence goes on: ``, 2021 to 2024``, or nothing for a single year."""
    first, last = min(years, default=""), max(years, default="")
    return f", {first} to {last}" if first != last else ""


def by_year(papers: Iterable[Paper]) -> list[tuple[str, list[Paper]]]:
    """The papers in their order, cut where the year changes, under its name."""
    return [
        (year or "Year unknown", list(group)) for year, group in groupby(papers, key=lambda paper: paper.year)
    ]


def by_month(papers: Iterable[Paper]) -> list[tuple[str, list[Paper]]]:
    """The papers in their order, cut where the month changes, under its name."""
    return [
        (day(month) if len(month) > 4 else "Month unknown", list(group))
        for month, group in groupby(papers, key=lambda paper: paper.date[:7])
    ]


def _way_to(topic: Tag, broader: Mapping[Tag, Tag], there: Container[Tag]) -> list[Tag]:
    way: list[Tag] = []
    while (wider := broader.get(way[0] if way else topic)) and wider not in way:
        way.insert(0, wider)
    return [wider for wider in way if wider in there]


def _narrower(broader: Mapping[Tag, Tag], counts: Mapping[Tag, int]) -> dict[Tag, list[tuple[Tag, int]]]:
    parts: defaultdict[Tag, list[tuple[Tag, int]]] = defaultdict(list)
    for part, wider in broader.items():
        if part in counts:
            parts[wider].append((part, counts[part]))
    return {wider: sorted(some, key=lambda pair: (-pair[1], pair[0])) for wider, some in parts.items()}


def _usual_address(tag: Tag) -> str:
    return f"{TAG_FOLDERS[tag.kind]}/{tag.slug}/"


def _tag_addresses(tags: Iterable[Tag]) -> dict[Tag, str]:
    """Where the pages of tags are; of those that want one address the first keeps it."""
    addresses: dict[Tag, str] = {}
    taken: set[str] = set()
    order = list(TAG_FOLDERS)
    for tag in sorted(tags, key=lambda tag: order.index(tag.kind)):
        address = _usual_address(tag)
        if address in taken:
            address = f"{TAG_FOLDERS[tag.kind]}/{tag.slug}-{tag.kind}/"
        if address in taken:
            address = f"{TAG_FOLDERS[tag.kind]}/{tag.slug}-{fingerprint(tag.name)}/"
        taken.add(address)
        addresses[tag] = address
    return addresses


def _seed_addresses(seeds: Iterable[str]) -> dict[str, str]:
    by_slug: defaultdict[str, list[str]] = defaultdict(list)
    for seed in seeds:
        by_slug[slug(seed)].append(seed)
    return {
        seed: f"sources/{name}/" if len(same) == 1 else f"sources/{name}-{fingerprint(seed)}/"
        for name, same in sorted(by_slug.items())
        for seed in same
    }
