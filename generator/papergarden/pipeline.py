"""The whole line on one screen: seeds -> entries -> records -> papers -> library -> files."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import partial
from operator import attrgetter
from pathlib import Path

from papergarden.ahead import Told
from papergarden.attic import away
from papergarden.base import Base, Line
from papergarden.checks import check
from papergarden.cores import apart, spread_out
from papergarden.files import Collection, collect, load_font, load_templates
from papergarden.model import (
    Batch,
    Decision,
    Finding,
    Folder,
    Library,
    Lot,
    Made,
    Page,
    Paper,
    Person,
    Settings,
    Tag,
    name_once,
)
from papergarden.shelf import Drawer, Shelf
from papergarden.stated import Prepared
from papergarden.steps.decisions import read_decisions
from papergarden.steps.families import Families
from papergarden.steps.link import Known, link
from papergarden.steps.memo import FEW
from papergarden.steps.merge import Merged, merge
from papergarden.steps.people import resolved, tell
from papergarden.steps.person_names import has_organization
from papergarden.steps.relate import Relations, relate
from papergarden.steps.tag import Tagged, begin, broader_topics, explain, read_topics, tag
from papergarden.steps.vocabulary import Vocabulary
from papergarden.writers import formats_page
from papergarden.writers.kept import Kept
from papergarden.writers.pages import Tree, all_made, named
from papergarden.writers.search_documents import documents_of, origin_of
from papergarden.writers.search_index import write_search_index
from papergarden.writers.settled import State

PEOPLE_OF = attrgetter("papers", "people")
IN_VAIN = "decision-in-vain"
"""The code of a finding that says nothing where only some documents are read."""


def build_library(settings: Settings, only: Iterable[Path] = ()) -> Library:
    """Everything known about a project's collection, or about only the named documents."""
    return assemble(collect(settings, only))


def assemble(collection: Collection, shelf: Shelf | None = None) -> Library:
    """Read, clean, link, merge, resolve people, tag and relate: a function of the collection alone.

    On the ``shelf`` is kept what the next build need not find out again.
    """
    return with_relations(*gather(lambda: collection, shelf))


def gather(given: Callable[[], Collection | Told], shelf: Shelf | None = None) -> tuple[Library, Line]:
    """All that ``assemble`` finds out but which papers go together; and what there is to remember.

    What is ``given``, which may be what the seeds state, is asked for once the library before is loaded.
    """
    shelf = shelf or Shelf()
    line = Line(shelf)
    collection, prepared, (topics, faults) = _stated(given(), line)
    findings = list(collection.findings)
    decisions, found = read_decisions(collection.decisions.path, collection.decisions.text)
    findings += found
    findings += faults
    findings += [finding for seed in prepared for finding in seed.findings]
    seeds = tuple(seed.report for seed in prepared)
    records = line.begin(prepared, collection)
    del prepared

    linked = line.beside(
        shelf.name("links"),
        Known,
        lambda base: (base.records,),
        lambda known: link(records, decisions, known, spread_out),
    )
    tags = shelf.name("tags", collection.topics.text)
    line.recall(shelf.name("people"), Families.load, PEOPLE_OF)
    line.recall(tags, Tagged, _papers_of)
    matches, found = linked()
    findings += found
    papers, found = line.remembering(
        shelf.name("papers"), Merged, _papers_of, lambda merged: merge(records, matches, decisions, merged)
    )
    hidden = sum(finding.code == "hidden" for finding in found)
    findings += found
    papers, people, found = line.remembering(
        tags,
        Tagged,
        _papers_of,
        lambda memo: _resolve_and_tag(papers, topics, decisions, memo, line),
    )
    findings += found
    library = Library(
        papers=papers,
        people=people,
        seeds=seeds,
        matches=matches,
        findings=(),
        hidden=hidden,
        broader=broader_topics(topics),
        gone=tuple(subject for one in decisions if one.act == "gone" for subject in one.subjects),
    )
    findings += check(library)
    if collection.partial:
        findings = [finding for finding in findings if finding.code != IN_VAIN]
    return replace(library, findings=tuple(sorted(set(findings), key=_place))), line


def _stated(
    given: Collection | Told, line: Line
) -> tuple[Collection, Sequence[Prepared], tuple[Vocabulary, Sequence[Finding]]]:
    """A collection without its seeds, whose texts weigh as much as all else; what they state; the topics."""
    if isinstance(given, Told):
        if given.base == line.base.name:
            return given.collection, given.prepared(line.base.seeds, line.shelf), given.topics
        given = collect(given.settings)
    from papergarden.prepare import prepare  # which loads all that reads and cleans

    prepared = prepare(given.seeds, line.shelf, line.base.seeds)
    return replace(given, seeds=()), prepared, read_topics(given.topics.path, given.topics.text)


def with_relations(library: Library, line: Line) -> Library:
    """The library with the papers that go with each paper; it is remembered for the next one."""
    papers = line.remembering(
        line.shelf.name("relations"),
        Relations.load,
        _papers_of,
        lambda memo: relate(library.papers, memo, spread_out, apart),
    )
    return line.end(replace(library, papers=papers))


def _papers_of(base: Base) -> tuple[Sequence[Paper]]:
    return (base.papers,)


def _resolve_and_tag(
    papers: Sequence[Paper],
    topics: Vocabulary,
    decisions: Sequence[Decision],
    tagged: Tagged,
    line: Line,
) -> tuple[tuple[Paper, ...], Mapping[str, Person], tuple[Finding, ...]]:
    """The papers with their persons and tags.

    Where no tags are known, they are looked for on all cores while one of them tells people apart. What that
    changes in a paper are its organizations, if some of its authors are none but that.
    """
    telling, families = line.aside(
        line.shelf.name("people"),
        Families.load,
        PEOPLE_OF,
        lambda known: tell(papers, decisions, known),
    )
    if not tagged.size:
        begin([paper for paper in papers if not has_organization(paper)], topics, tagged, spread_out)
    told = telling()
    if not families.size:  # so that another process told
        name_once(told.people, papers)
    papers, found = tag(resolved(papers, told, families), topics, decisions, tagged, spread_out)
    return papers, told.people, (*told.findings, *found)


def write_site(library: Library, settings: Settings, shelf: Shelf | None = None) -> Iterator[Made | Batch]:
    """Every file made from the library but the index to search: the Markdown tree and what lies beside it.

    The ``shelf`` is as for ``assemble``.
    """
    return named(write_news(library, settings, all_made, shelf or Shelf()))


def write_news(
    library: Library,
    settings: Settings,
    published: Callable[[Set[str]], Set[str]],
    shelf: Shelf,
    builds: tuple[str, str] = ("", ""),
    without: str = "",
) -> Iterator[Made | Batch | Lot | Folder]:
    """The same; what is as it was in a site is not named, and what tells of all pages is named at the end.

    ``published`` tells of all pages that will be published the addresses, given those of the pages that are
    made. ``builds`` are the names of the build that the site is of, "" where nobody knows, and of this one.
    ``without`` tells which of the files will not be published.
    """
    kept = _kept(shelf, builds[0])
    rows, names = set(kept.rows), set(kept.sort_names)
    templates = load_templates(settings)
    yield from Tree(library, settings, templates, load_font(), published, kept, without=without).news()
    new = len(kept.rows.keys() - rows) + len(kept.sort_names.keys() - names)
    if new * FEW > len(kept.rows):
        shelf.put(shelf.name("rows"), (kept.rows, kept.sort_names), things=len(kept.rows))
    if kept.state and builds[1]:
        shelf.put(shelf.name("state"), (builds[1], *kept.state))
    kept.sort_names, kept.state = {}, None  # pages need them no more
    yield _formats(shelf)


def name_site(
    library: Library, settings: Settings, published: Callable[[Set[str]], Set[str]], shelf: Shelf
) -> Iterator[Page | Folder]:
    """The same, named only as far as somebody asks for it."""
    name = shelf.name("kept")
    kept = shelf.get(name) or _kept(shelf, "")
    shelf.hold(name, kept)
    for kind in ("rows", "state"):
        shelf.spare(shelf.name(kind))
    tree = Tree(library, settings, load_templates(settings), load_font(), published, kept, on_demand=True)
    yield from tree.named()
    yield _formats(shelf)


def _formats(shelf: Shelf) -> Page:
    """The page of the formats; what the readers say of themselves is kept, for there are many to load."""
    name = shelf.name("formats")
    said: list[tuple[str, str]] | None = shelf.get(name)
    if said is None:
        from papergarden.readers import READERS

        said = [(reader.__name__, reader.__doc__ or "") for reader in READERS]
        shelf.put(name, said)
    return formats_page.write(said)


def _kept(shelf: Shelf, build: str) -> Kept:
    """What was found out before; the state of the site, if it is that of a build."""
    rows, names = shelf.get(shelf.name("rows")) or ({}, {})
    name, *state = shelf.get(shelf.name("state")) or ("",)
    return Kept(dict(rows), names, State(*state) if build and name == build else None, away=away)


def search_index(library: Library, shelf: Shelf, line: Line | None = None) -> Batch:
    """The files of the index to search, which is much work, and needs no relations of papers.

    The ``line`` that made the library tells what is as it was.
    """
    name = shelf.name("search")
    shelf.spare(name)
    build, base = (line.name, line.base) if line else ("", Base())
    documents = documents_of(library, origin_of(library, build, base.name, base.papers, base.people))
    return Batch("search/", partial(write_search_index, documents, Drawer(shelf, name)))


def tag_reasons(collection: Collection, paper: Paper) -> Sequence[tuple[Tag, str, str]]:
    """For each tag of a paper the rule that gave it and the words that the rule saw."""
    topics, _ = read_topics(collection.topics.path, collection.topics.text)
    decisions, _ = read_decisions(collection.decisions.path, collection.decisions.text)
    return explain(paper, topics, decisions)


def _place(finding: Finding) -> tuple[str, int, str, str, str]:
    return (finding.source.seed, finding.source.line, finding.code, finding.what, finding.text)
