"""People: an index by letter, one page for each person, and the lists that the find-as-you-type box reads."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import islice
from operator import itemgetter

from papergarden.model import Authorship, Batch, Draft, OutFile, Page, Person, Settings
from papergarden.text import names
from papergarden.writers.catalog import Catalog, by_year, most, span_of, years_of
from papergarden.writers.digests import key_of
from papergarden.writers.facets import view_of
from papergarden.writers.markup import markup
from papergarden.writers.pieces import isolated, sheet_address
from papergarden.writers.rendering import Renderer, count_sheets, one_sheet

INDEX_SIZE = 500
MOST_PAPERS = 30
CO_AUTHORS = 24
LARGE = 5000
"""Papers of a collection in which those who wrote one of them have no page unless it is asked for: most
authors are such, and their pages would outweigh those of the papers."""
TOPICS = 12
OTHER = "other"
_compact = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def write(catalog: Catalog, renderer: Renderer) -> Iterator[Page | Batch]:
    """The index of all people, and the lists of names below ``authors/names/``."""
    people = dict(sorted(catalog.library.people.items()))
    known = renderer.kept.sort_names
    named = {person.name: known.get(person.name) or _sort_name(person.name) for person in people.values()}
    renderer.kept.sort_names = named
    sort_names = {slug: named[person.name] for slug, person in people.items()}
    letters: defaultdict[str, list[Person]] = defaultdict(list)
    for slug, sort_name in sorted(sort_names.items(), key=itemgetter(1)):
        letters[_letter(sort_name)].append(people[slug])
    index = sorted(letters, key=lambda letter: (letter == OTHER, letter))
    yield _front_page(people, sort_names, renderer, index)
    for letter in index:
        places = _places([sort_names[person.slug] for person in letters[letter]]) if letter != OTHER else {}
        yield from _Letter(letter, letters[letter], places, index, catalog, renderer).pages()
    yield Batch("authors/names/", lambda path_of: _find_lists(people.values()))


def of_people(
    people: Iterable[Person], catalog: Catalog, renderer: Renderer, settings: Settings
) -> Iterator[Page]:
    """The pages of each of some persons."""
    has_page = _has_page(catalog, settings)
    for person in people:
        slug = person.slug
        if has_page(person):
            for number, address in _sheets(person, catalog):
                yield Page(address, (person, number, catalog, renderer), _sheet, _key)
        else:
            (key,) = person.papers
            yield renderer.redirect(f"authors/{slug}/", catalog.papers[key].url, person.name)
        for alias in person.aliases:
            yield renderer.redirect(f"authors/{alias}/", f"authors/{slug}/", person.name)


def addresses(people: Iterable[Person], catalog: Catalog, settings: Settings) -> Iterator[str]:
    """Where the pages of some persons are, but for those that only lead to another."""
    has_page = _has_page(catalog, settings)
    for person in filter(has_page, people):
        yield from (address for _, address in _sheets(person, catalog))


def _has_page(catalog: Catalog, settings: Settings) -> Callable[[Person], bool]:
    """Tells who has a page and not just a way to their only paper."""
    all_have_pages = have_pages(catalog, settings)
    return lambda person: all_have_pages or len(person.papers) != 1 or bool(person.maybe)


def _sheets(person: Person, catalog: Catalog) -> Iterator[tuple[int, str]]:
    """The pages of a person who has some, by number from 1, and where they are."""
    for number in range(1, count_sheets(person.papers) + 1):
        yield number, sheet_address(f"authors/{person.slug}/", number)


def have_pages(catalog: Catalog, settings: Settings) -> bool:
    """Whether those who wrote one paper have a page each."""
    own = settings.pages_of_one_paper
    return len(catalog.newest) <= LARGE if own is None else own


def _front_page(
    people: Mapping[str, Person], sort_names: Mapping[str, str], renderer: Renderer, letters: list[str]
) -> Page:
    most = nsmallest(MOST_PAPERS, people.values(), key=lambda one: (-len(one.papers), sort_names[one.slug]))
    return renderer.page(
        "authors/",
        "authors",
        {"title": "Authors", "description": f"{len(people):,} authors, by letter."},
        index=letters,
        total=len(people),
        most=[(person, len(person.papers)) for person in most],
    )


class _Letter:
    """The people of a letter, by the way in which their names are sorted; they fill so many pages."""

    def __init__(
        self,
        letter: str,
        people: Sequence[Person],
        places: Mapping[str, int],
        index: Sequence[str],
        catalog: Catalog,
        renderer: Renderer,
    ) -> None:
        self._letter, self._people = letter, people
        self._catalog, self._renderer = catalog, renderer
        self._address = f"authors/letter/{letter}/"
        self._whole = {
            "letter": letter,
            "index": index,
            "places": places,
            "address": self._address,
            "total": len(people),
        }
        """What all of its pages show."""

    def pages(self) -> Iterator[Page]:
        """Its pages."""
        for number in range(1, count_sheets(self._people, INDEX_SIZE) + 1):
            yield Page(sheet_address(self._address, number), (self, number), _Letter.sheet, _Letter.key)

    def key(self, number: int) -> str:
        """The key of one of its pages, counted from 1."""
        if not (keys := self._renderer.keys("author_letter")):
            return ""
        _, shown = one_sheet(self._people, number, INDEX_SIZE)
        known = b"".join([self._catalog.known[person.slug] for person in shown])
        return key_of("author_letter", keys.read(self._whole), number, known)

    def sheet(self, number: int) -> Draft:
        """One of its pages, counted from 1."""
        count, shown = one_sheet(self._people, number, INDEX_SIZE)
        return self._renderer.draft(
            sheet_address(self._address, number),
            "author_letter",
            {"title": f"Authors: {self._letter.upper()}"},
            people=[(person, len(person.papers)) for person in shown],
            number=number,
            count=count,
            **self._whole,
        )


def _places(sort_names: Sequence[str]) -> dict[str, int]:
    """The pages of a long letter at which names begin with two letters, by these letters."""
    places: dict[str, int] = {}
    for at, name in enumerate(sort_names if len(sort_names) > INDEX_SIZE else ()):
        places.setdefault(name[:2].capitalize(), at // INDEX_SIZE + 1)
    return places


def _key(person: Person, number: int, catalog: Catalog, renderer: Renderer) -> str:
    keys = renderer.keys("author")
    return keys.person(person.slug).hex() if keys else ""


def _sheet(person: Person, number: int, catalog: Catalog, renderer: Renderer) -> Draft:
    """A person's page, for so many papers the one with a number, counted from 1."""
    papers = catalog.written_by[person.slug]
    count, shown = one_sheet(papers, number)
    address = sheet_address(f"authors/{person.slug}/", number)
    people = catalog.library.people
    with_whom = most([catalog.writers[paper.key] for paper in papers])
    with_whom.pop(person.slug, None)
    topics = most([catalog.ranks[paper.key] for paper in papers])
    years = years_of(papers)
    return renderer.draft(
        address,
        "author",
        {
            "title": person.name,
            "description": f"Papers by {person.name} in this collection: {len(papers):,}.",
        },
        person=person,
        variants=markup(", ".join([isolated(name) for name in person.variants if name != person.name])),
        maybe=[Authorship(people[slug].name, slug) for slug in person.maybe if slug in people],
        co_authors=[(people[slug], shared) for slug, shared in islice(with_whom.items(), CO_AUTHORS)],
        others=max(0, len(with_whom) - CO_AUTHORS),
        topics=[(catalog.ranked[rank], shared) for rank, shared in islice(topics.items(), TOPICS)],
        years=years,
        span=span_of(years),
        groups=by_year(shown),
        address=f"authors/{person.slug}/",
        number=number,
        count=count,
        total=len(papers),
        view=view_of("person", address),
    )


def _find_lists(people: Iterable[Person]) -> Iterator[OutFile]:
    """Names by the first two letters of each of their words, so that a browser fetches only what it needs.

    ``index.json`` tells which lists there are. Each is a JSON list of ``[name, slug, papers]``, then words
    that only other printed forms have.
    """
    shards: defaultdict[str, list[str]] = defaultdict(list)
    for person in people:
        words = names.fold(person.name).split()
        also = _other_words(person, words) if person.variants != (person.name,) else []
        row = _compact([person.name, person.slug, len(person.papers), *([" ".join(also)] if also else [])])
        for letters in {word[:2] for word in (*words, *also)}:
            shards[letters].append(row)
    named = {shard_of(letters): rows for letters, rows in shards.items()}
    yield OutFile("authors/names/index.json", _compact(sorted(named)))
    for shard, rows in sorted(named.items()):
        yield OutFile(f"authors/names/{shard}.json", f"[{','.join(rows)}]")


def _other_words(person: Person, words: Iterable[str]) -> list[str]:
    """The words that only other printed forms of a name have."""
    others = [name for name in person.variants if name != person.name]
    return sorted({word for name in others for word in names.fold(name).split()}.difference(words))


def shard_of(word: str) -> str:
    """The file that holds a folded word: its first two letters (or only one) as code points."""
    return "-".join(f"{ord(char):x}" for char in word[:2])


def _sort_name(name: str) -> str:
    known = names.parts(name)
    return names.fold(f"{known.family or name} {' '.join(known.given)}")


def _letter(sort_name: str) -> str:
    first = sort_name[:1]
    return first if "a" <= first <= "z" else OTHER
