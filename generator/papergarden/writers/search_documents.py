"""What can be found: papers, people, tags and hand-written pages, as the search index takes them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import chain
from operator import attrgetter
from typing import Literal, NamedTuple, Self

from papergarden.model import TAG_FOLDERS, Away, Library, Paper, Person, Tag, held, text_of

Kind = Literal["paper", "author", "tag", "page"]
_name, _abstract = attrgetter("name"), held(Paper, "abstract")
_seed = attrgetter("source.seed")
AUTHORS = "authors/"


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

    ``name`` and ``base`` are the names of the two, "" where nobody knows, ``others`` are addresses.
    """

    name: str = ""
    base: str = ""
    others: Set[str] = frozenset()

    def since(self, before: "Origin") -> Set[str] | None:
        """The addresses of what may be other than before, if it was there and is; None where all may be."""
        if not self.base or self.base not in (before.name, before.base):
            return None
        return self.others if self.base == before.name else self.others | before.others


NOWHERE = Origin()


class Documents(Mapping[str, SearchDocument]):
    """All that can be found, by address; what is told of a library is made whenever somebody asks for it.

    Args:
        found: papers and pages, which are found by what they say.
        named: people and tags, which are found by their names.
        origin: where they are from.

    """

    def __init__(
        self,
        found: Mapping[str, SearchDocument | Paper],
        named: Mapping[str, SearchDocument | Person],
        origin: Origin = NOWHERE,
    ) -> None:
        self.found, self.named, self.origin = found, named, origin

    @classmethod
    def of(cls, documents: Iterable[SearchDocument], origin: Origin = NOWHERE) -> Self:
        """Documents that were made."""
        some = {document.url: document for document in documents}
        named = {url: one for url, one in some.items() if one.kind in {"author", "tag"}}
        return cls({url: one for url, one in some.items() if url not in named}, named, origin)

    def made(self) -> "Documents":
        """The same, all of them made."""
        found, named = ({url: self[url] for url in some} for some in (self.found, self.named))
        return Documents(found, named, self.origin)

    @property
    def papers(self) -> int:
        """How many of them are papers."""
        return sum(getattr(one, "kind", "paper") == "paper" for one in self.found.values())

    @property
    def counted(self) -> Set[str]:
        """The addresses of tags, of which it has to be counted how many papers they have."""
        return {url for url, one in self.named.items() if isinstance(one, SearchDocument)}

    def date(self, url: str) -> str:
        """The date of a paper or page, and "" for what has none."""
        return getattr(self.found.get(url), "date", "")

    def __getitem__(self, url: str) -> SearchDocument:
        thing = self.found[url] if url in self.found else self.named[url]
        if isinstance(thing, SearchDocument):
            return thing
        return _paper(url, thing) if isinstance(thing, Paper) else _author(url, thing)

    def __iter__(self) -> Iterator[str]:
        return chain(self.found, self.named)

    def __len__(self) -> int:
        return len(self.found) + len(self.named)


def documents_of(library: Library, origin: Origin = NOWHERE) -> Documents:
    """The papers of a library, its people, and its tags."""
    named: dict[str, SearchDocument | Person] = {
        f"{AUTHORS}{slug}/": person for slug, person in library.people.items()
    }
    counts = Counter(tag for paper in library.papers for tag in paper.tags if tag.kind != "year")
    for tag, count in counts.items():
        url = _tag_url(tag)
        named[url] = SearchDocument(kind="tag", url=url, title=tag.name, papers=count)
    return Documents({paper.url: paper for paper in library.papers}, named, origin)


def origin_of(
    library: Library, name: str, base: str, papers: Iterable[Paper], people: Mapping[str, Person]
) -> Origin:
    """Where the documents of a library are from that was told from one with these papers and people.

    What both have is the same object in both.
    """
    same, known = set(map(id, papers)), library.people.items()
    others = {paper.url for paper in library.papers if id(paper) not in same}
    others.update(f"{AUTHORS}{slug}/" for slug, person in known if people.get(slug) is not person)
    return Origin(name, base, others)


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
