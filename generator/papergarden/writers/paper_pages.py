"""One page for every paper, and a redirect from each address that one source alone would have given it."""

from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from papergarden.model import Link, Match, OutFile, Paper, Record, Settings, Source
from papergarden.text import escape
from papergarden.writers import rich
from papergarden.writers.catalog import Catalog
from papergarden.writers.citation import citation_keys
from papergarden.writers.export_csl import csl_item
from papergarden.writers.rendering import Renderer

LONGEST_DESCRIPTION = 200
AUTHORS_SHOWN = 20
BY_THE_SAME = 5
LINK_NAMES = {
    "pdf": "PDF",
    "arXiv": "arXiv",
    "code": "Code",
    "data": "Data",
    "project": "Project",
    "page": "Page",
    "video": "Video",
    "DOI": "DOI",
}
"""The buttons by the kind of link, in their order."""
FIELD_NAMES = {
    "title": "title",
    "authors": "authors",
    "abstract": "abstract",
    "arxiv_id": "arXiv number",
    "arxiv_version": "version",
    "doi": "DOI",
    "date": "date",
    "venue": "venue",
    "categories": "categories",
    "organizations": "organizations",
    "keywords": "keywords",
    "links": "links",
    "has_code": "mark that there is code",
    "score": "score",
}


CONFLICTING = ("title", "date", "venue", "doi", "arxiv_id")
"""Fields whose other values are short enough to be told on the page; `papergarden explain` tells all."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One place that lists the paper, and the fields of the page that were taken from it."""

    record: Record
    address: str
    fields: str
    match: Match | None
    """Why it is the same paper as the place listed before it that ``other`` names."""
    other: Source | None


def write(catalog: Catalog, renderer: Renderer, settings: Settings) -> Iterator[OutFile]:
    """The pages below ``papers/``, but for the list itself."""
    keys = citation_keys(catalog.library)
    for paper in catalog.library.papers:
        yield _page(paper, keys[paper.key], catalog, renderer, settings)
    for paper in catalog.library.papers:
        for alias in paper.aliases:
            if alias not in catalog.papers:
                yield renderer.redirect(f"papers/{alias}/", paper.url, paper.title)


def _page(
    paper: Paper, citation_key: str, catalog: Catalog, renderer: Renderer, settings: Settings
) -> OutFile:
    buttons = _buttons(paper)
    return renderer.page(
        paper.url,
        "paper",
        {
            "title": rich.plain(paper.title),
            "description": rich.shortened(paper.abstract, LONGEST_DESCRIPTION),
        },
        paper=paper,
        citation=_citation(citation_key, paper),
        pdf=next((link.url for link in buttons if link.kind == LINK_NAMES["pdf"]), ""),
        shown=paper.authors[:AUTHORS_SHOWN],
        folded=paper.authors[AUTHORS_SHOWN:],
        by_kind={
            kind: [tag for tag in paper.tags if tag.kind == kind]
            for kind in ("topic", "organization", "venue", "year", "category")
        },
        buttons=buttons,
        reference=reference(paper),
        related=[catalog.papers[key] for key in paper.related if key in catalog.papers],
        by_the_same=_by_the_same(paper, catalog),
        listings=[_listing(number, paper, catalog) for number in range(len(paper.records))],
        misses=_misses(paper),
        conflicts=_conflicts(paper),
        repairs=[(record, repair) for record in paper.records for repair in record.repairs],
        damage=sorted({(field, what) for record in paper.records for field, what in record.damage.items()}),
        unknown=_unknown(paper),
        correction=_correction(paper, settings),
        field_names=FIELD_NAMES,
    )


def reference(paper: Paper) -> str:
    """The paper as a line of a bibliography, in plain text."""
    names = [author.name for author in paper.authors[:AUTHORS_SHOWN]]
    complete = paper.authors_complete and len(paper.authors) <= AUTHORS_SHOWN
    people = ", ".join(names) + ("" if complete or not names else " et al.")
    where = paper.venue or (f"arXiv:{paper.arxiv_id}" if paper.arxiv_id else "")
    parts = [people, rich.plain(paper.title), where, paper.year, f"doi:{paper.doi}" if paper.doi else ""]
    return " ".join(part.rstrip(".") + "." for part in parts if part)


def _buttons(paper: Paper) -> list[Link]:
    """What can be opened, most wanted first, each address once, with the button's name as kind."""
    offered = list(paper.links)
    if paper.arxiv_id:
        offered.append(Link("arXiv", f"https://arxiv.org/abs/{paper.arxiv_id}"))
        if all(link.kind != "pdf" for link in offered):
            offered.append(Link("pdf", f"https://arxiv.org/pdf/{paper.arxiv_id}"))
    if paper.doi:
        offered.append(Link("DOI", f"https://doi.org/{quote(paper.doi)}"))
    order = [*LINK_NAMES, ""]
    offered.sort(key=lambda link: order.index(link.kind if link.kind in LINK_NAMES else ""))
    once: dict[str, str] = {}
    for link in offered:
        if escape.web_address(link.url):
            once.setdefault(link.url, LINK_NAMES.get(link.kind, "Link"))
    return [Link(name, url) for url, name in once.items()]


def _citation(key: str, paper: Paper) -> dict[str, Any]:
    """What reference managers and the Cite button need: the paper in CSL-JSON, without its abstract."""
    item = csl_item(key, paper)
    item.pop("abstract", None)
    return item if paper.authors_complete else {**item, "incomplete": True}


def _by_the_same(paper: Paper, catalog: Catalog) -> list[Paper]:
    """Other papers of the authors: first those that share most of them, then the newest."""
    shared = Counter(
        other.key
        for person in {author.person for author in paper.authors if author.person}
        for other in catalog.written_by[person]
        if other.key != paper.key
    )
    most = [catalog.papers[key] for key in shared]
    most.sort(key=lambda other: (other.date, other.key), reverse=True)
    most.sort(key=lambda other: -shared[other.key])
    return most[:BY_THE_SAME]


def _listing(number: int, paper: Paper, catalog: Catalog) -> Listing:
    """``fields`` names what the page shows from this record."""
    record = paper.records[number]
    names = [
        FIELD_NAMES.get(name, name)
        for name, said in paper.provenance.items()
        if said.source.seed == record.source.seed and record.source.line <= said.source.line <= record.end
    ]
    match = _joining(record.source, {earlier.source for earlier in paper.records[:number]}, paper)
    other = None if match is None else match.left if match.right == record.source else match.right
    return Listing(record, catalog.seed_addresses[record.source.seed], ", ".join(names), match, other)


def _joining(place: Source, earlier: Set[Source], paper: Paper) -> Match | None:
    """Of all pairs that are the same the one that ties a place to those before it: one a place is enough."""
    return next(
        (
            match
            for match in paper.matches
            if match.verdict == "same"
            and (
                (match.left == place and match.right in earlier)
                or (match.right == place and match.left in earlier)
            )
        ),
        None,
    )


def _conflicts(paper: Paper) -> list[tuple[str, str, Source]]:
    """What places say otherwise than the page: the field, their value, the place; long texts are left out."""
    return [
        (FIELD_NAMES[name], value, source)
        for name in CONFLICTING
        if name in paper.provenance
        for source, value in paper.provenance[name].others
    ]


def _misses(paper: Paper) -> list[tuple[Source, Match]]:
    """Places elsewhere that were weighed and not taken for this paper, each with why."""
    own = {record.source for record in paper.records}
    weighed = [match for match in paper.matches if match.verdict != "same"]
    return [(place, match) for match in weighed for place in (match.left, match.right) if place not in own]


def _unknown(paper: Paper) -> list[str]:
    """What no source says, in whole sentences."""
    sentences = []
    if not paper.authors:
        sentences.append("No source names the authors.")
    elif not paper.authors_complete:
        count = {1: "one author", 2: "two authors", 3: "three authors"}.get(
            len(paper.authors), f"{len(paper.authors)} authors"
        )
        sentences.append(f"The sources name only {count}; there are more.")
    if not paper.date:
        sentences.append("No source gives a date.")
    if not paper.abstract:
        sentences.append("No source has the abstract.")
    return sentences


def _correction(paper: Paper, settings: Settings) -> str:
    """The address of a new issue about this paper with its places filled in, or "" without a repository."""
    if not escape.web_address(settings.repo_url):
        return ""
    places = "\n".join(f"- seeds/{record.source}" for record in paper.records)
    title = f"Correction: {rich.shortened(paper.title, 100)}"
    question = "What is wrong, and how should it read?"
    verdict = f"- {{set: {paper.key}, title: The right title, reason: Where it says so}}"
    body = (
        f"Page: {settings.site_url}{paper.url}\nKey: {paper.key}\nListed in:\n{places}\n\n{question}\n\n"
        f"The line for seeds/decisions.yml, which also knows same, hide and tag:\n\n    {verdict}\n"
    )
    return f"{settings.repo_url.rstrip('/')}/issues/new?{urlencode({'title': title, 'body': body})}"
