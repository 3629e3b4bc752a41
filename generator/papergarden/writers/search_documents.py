"""What can be found: papers, people, tags and hand-written pages, as the search index takes them."""

from collections import Counter
from collections.abc import Iterator
from operator import attrgetter
from typing import Literal, NamedTuple

from papergarden.model import TAG_FOLDERS, Away, Library, Paper, Tag, held, text_of

Kind = Literal["paper", "author", "tag", "page"]
_name, _abstract = attrgetter("name"), held(Paper, "abstract")
_seed = attrgetter("source.seed")


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


def paper_documents(library: Library) -> Iterator[SearchDocument]:
    """The papers of a library, then its people, then its tags."""
    for paper in library.papers:
        yield _paper(paper)
    for slug, person in library.people.items():
        yield SearchDocument(
            kind="author", url=f"authors/{slug}/", title=person.name, papers=len(person.papers)
        )
    counts = Counter(tag for paper in library.papers for tag in paper.tags if tag.kind != "year")
    for tag, count in sorted(counts.items()):
        yield SearchDocument(kind="tag", url=_tag_url(tag), title=tag.name, papers=count)


def _tag_url(tag: Tag) -> str:
    """Years are not here: they are found by ``year:``."""
    return f"{TAG_FOLDERS[tag.kind]}/{tag.slug}/"


def _paper(paper: Paper) -> SearchDocument:
    ids = [paper.arxiv_id, paper.doi, paper.key, *paper.aliases]
    ids += [link.url for link in paper.links if link.kind in {"page", "pdf"}]
    return SearchDocument(
        kind="paper",
        url=paper.url,
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
