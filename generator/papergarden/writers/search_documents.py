"""What can be found: papers, people, tags and hand-written pages, as the search index takes them.

Other processes ask for few of them: to look at each paper there would copy the memory of all.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain
from operator import attrgetter
from typing import Generic, Literal, NamedTuple, Self, TypeVar

from papergarden.model import TAG_FOLDERS, Away, Library, Paper, Person, Tag, held, text_of

Kind = Literal["paper", "author", "tag", "page"]
_name, _abstract = attrgetter("name"), held(Paper, "abstract")
_seed = attrgetter("source.seed")
_tags = attrgetter("tags")
AUTHORS, PAPERS = "authors/", "papers/"

T = TypeVar("T")


class SearchDocument(NamedTuple):
    """One thing to find. ``url`` is relative to the site and unlike that of any other document.

    Papers and pages are ranked by their words; authors and tags are found by name and shown above them, with
    the number of their ``papers``. ``ids`` are identifiers and addresses that somebody may paste to find the
    document. ``date`` is ISO, as precise as known.
    """

    kind: Kind
    url: str
    title: str
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    abstract: str | Away = ""
    venue: str = ""
    has_code: bool = False
    sources: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    date: str = ""
    papers: int = 0

    @property
    def text(self) -> str:
        """The abstract, which is not held where nobody reads it."""
        return text_of(self.abstract)


class Origin(NamedTuple):
    """Of which library documents are, and what is in it other than in an earlier one that it was told from.

    ``name`` and ``base`` are the names of the two, "" where nobody knows, ``others`` are addresses: those of
    what only one of the two has, too.
    """

    name: str = ""
    base: str = ""
    others: Set[str] = frozenset()

    def since(self, before: "Origin") -> Set[str] | None:
        """The addresses of what may be other than before, came or went; None where all may be."""
        if not self.base or self.base not in (before.name, before.base):
            return None
        return self.others if self.base == before.name else self.others | before.others


NOWHERE = Origin()
NOTHING: Mapping[str, SearchDocument] = {}


class _Pages(Mapping[str, SearchDocument | T], Generic[T]):
    """Things by the addresses of their pages, made of their names when somebody asks; and some others."""

    def __init__(
        self, folder: str, things: Mapping[str, T], others: Mapping[str, SearchDocument] = NOTHING
    ) -> None:
        self._folder, self._things, self._others = folder, things, others

    def __getitem__(self, url: str) -> SearchDocument | T:
        if url.startswith(self._folder) and url.endswith("/"):
            return self._things[url[len(self._folder) : -1]]
        return self._others[url]

    def __iter__(self) -> Iterator[str]:
        return chain((f"{self._folder}{name}/" for name in self._things), self._others)

    def __len__(self) -> int:
        return len(self._things) + len(self._others)


class Documents(Mapping[str, SearchDocument]):
    """All that can be found, by address; what is told of a library is made whenever somebody asks for it.

    Args:
        found: papers and pages, which are found by what they say.
        named: people and tags, which are found by their names.
        papers: how many papers there are.
        origin: where they are from.

    """

    def __init__(
        self,
        found: Mapping[str, SearchDocument | Paper],
        named: Mapping[str, SearchDocument | Person],
        papers: int,
        origin: Origin = NOWHERE,
    ) -> None:
        self.found, self.named, self.papers, self.origin = found, named, papers, origin

    @classmethod
    def of(cls, documents: Iterable[SearchDocument], origin: Origin = NOWHERE) -> Self:
        """Documents that were made."""
        some = {document.url: document for document in documents}
        named = {url: one for url, one in some.items() if one.kind in {"author", "tag"}}
        found = {url: one for url, one in some.items() if url not in named}
        return cls(found, named, sum(one.kind == "paper" for one in found.values()), origin)

    def made(self) -> "Documents":
        """The same, all of them made."""
        found, named = ({url: self[url] for url in some} for some in (self.found, self.named))
        return Documents(found, named, self.papers, self.origin)

    def date(self, url: str) -> str:
        """The date of a paper or page, and "" for what has none."""
        return getattr(self.found.get(url), "date", "")

    def __getitem__(self, url: str) -> SearchDocument:
        thing = self.found.get(url) or self.named[url]
        if isinstance(thing, SearchDocument):
            return thing
        return _paper(url, thing) if isinstance(thing, Paper) else _author(url, thing)

    def __iter__(self) -> Iterator[str]:
        return chain(self.found, self.named)

    def __len__(self) -> int:
        return len(self.found) + len(self.named)


def documents_of(library: Library, origin: Origin = NOWHERE) -> Documents:
    """The papers of a library, its people, and its tags."""
    tags: dict[str, SearchDocument] = {}
    for tag, count in _counted(library.papers).items():
        url = _tag_url(tag)
        tags[url] = SearchDocument(kind="tag", url=url, title=tag.name, papers=count)
    papers = {paper.key: paper for paper in library.papers}
    named = _Pages(AUTHORS, library.people, tags)
    return Documents(_Pages(PAPERS, papers), named, len(papers), origin)


def _counted(papers: Iterable[Paper]) -> dict[Tag, int]:
    """Of how many papers each tag is; most of the equal ones are the same object."""
    tags = list(chain.from_iterable(map(_tags, papers)))
    ids, counts = dict(zip(map(id, tags), tags, strict=True)), Counter[Tag]()
    for one, count in Counter(map(id, tags)).items():
        if (tag := ids[one]).kind != "year":
            counts[tag] += count
    return counts


def origin_of(
    library: Library, name: str, base: str, papers: Sequence[Paper], people: Mapping[str, Person]
) -> Origin:
    """Where the documents of a library are from that was told from one with these papers and people.

    What both have is the same object in both.
    """
    if not base:
        return Origin(name)
    before, now = ({id(paper): paper for paper in some} for some in (papers, library.papers))
    changed = [paper for some, rest in ((before, now), (now, before)) for paper in _without(some, rest)]
    others = {paper.url for paper in changed}
    others.update(_tag_url(tag) for paper in changed for tag in paper.tags)
    known = library.people
    slugs = {slug for slug, person in known.items() if people.get(slug) is not person} | people.keys() - known
    others.update(f"{AUTHORS}{slug}/" for slug in slugs)
    return Origin(name, base, others)


def _without(some: Mapping[int, Paper], others: Mapping[int, object]) -> Iterator[Paper]:
    return (some[one] for one in some.keys() - others.keys())


def _author(url: str, person: Person) -> SearchDocument:
    return SearchDocument(kind="author", url=url, title=person.name, papers=len(person.papers))


def _tag_url(tag: Tag) -> str:
    """Years are not here: they are found by ``year:``."""
    return f"{TAG_FOLDERS[tag.kind]}/{tag.slug}/"


def _paper(url: str, paper: Paper) -> SearchDocument:
    ids = [paper.arxiv_id, paper.doi, paper.key, *paper.aliases]
    ids += [link.url for link in paper.links if link.kind in {"page", "pdf"}]
    return SearchDocument(
        kind="paper",
        url=url,
        title=paper.title,
        authors=tuple(map(_name, paper.authors)),
        tags=tuple([tag.name for tag in paper.tags if tag.kind != "year"]),
        abstract=_abstract(paper),
        venue=paper.venue,
        has_code=paper.has_code,
        sources=tuple(dict.fromkeys(map(_seed, paper.records))),
        ids=tuple(filter(None, dict.fromkeys(ids))),
        date=paper.date,
    )
