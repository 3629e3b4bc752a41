"""One page for every paper, and a redirect from each address that one source alone would have given it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple
from urllib.parse import quote

from papergarden.model import (
    Draft,
    Match,
    Page,
    Paper,
    Provenance,
    Record,
    Settings,
    Source,
    Tag,
    TagKind,
)
from papergarden.text import escape
from papergarden.writers import rich
from papergarden.writers.cards import CARD_FILE, with_own_card
from papergarden.writers.catalog import Catalog
from papergarden.writers.citation import date_parts, in_journal
from papergarden.writers.digests import key_of
from papergarden.writers.export_csl import csl_name
from papergarden.writers.mending import damage_of, repairs_of
from papergarden.writers.records import page_record
from papergarden.writers.rendering import Renderer

LONGEST_DESCRIPTION = 160
AUTHORS_SHOWN = 20
LONGEST_NAME = 24
"""Characters of an address that name a second button of a kind."""
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
_PLACES = {kind: place for place, kind in enumerate(LINK_NAMES)}
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


PLACES: Sequence[TagKind] = ("venue", "organization", "category")
"""The kinds of tags that stand above the title, in their order."""
CONFLICTING = ("title", "date", "venue", "doi", "arxiv_id")
"""Fields whose other values are short enough to be told on the page; `papergarden explain` tells all."""


SHORT_EVIDENCE = 100
QUESTION = quote("\nWhat is wrong, and how should it read?\n\nFor seeds/decisions.yml: - {set: ")
EXAMPLE = quote(", title: The right title, reason: Where it says so}\n")
"""What an issue about a paper asks, before and after the paper's key."""


Told = Mapping[str, Provenance]
"""Who said the fields of a paper."""


class Button(NamedTuple):
    """What can be opened, and how that is called."""

    kind: str
    url: str


class Listing(NamedTuple):
    """One place that lists the paper, what the page has from it, and why it is the same paper as another."""

    source: Source
    address: str
    fields: str
    why: str


def write(
    papers: Sequence[Paper], catalog: Catalog, renderer: Renderer, settings: Settings
) -> Iterator[Page]:
    """The pages of some papers."""
    chosen = with_own_card(catalog.newest, settings)
    for paper in papers:
        picture = f"{paper.url if paper.key in chosen else ''}{CARD_FILE}"
        yield Page(paper.url, (paper, picture, catalog, renderer, settings), _sheet, _key)


def moved(catalog: Catalog, renderer: Renderer) -> Iterator[Page]:
    """What leads to papers from the addresses that they had."""
    for paper in catalog.library.papers:
        for alias in paper.aliases:
            if alias not in catalog.papers:
                yield renderer.redirect(f"papers/{alias}/", paper.url, paper.title)


def _key(paper: Paper, picture: str, catalog: Catalog, renderer: Renderer, settings: Settings) -> str:
    """The page shows the paper, those related, and some by its authors."""
    keys = renderer.keys("paper")
    if not keys:
        return ""
    related = [keys.papers[key] for key in (paper.key, *paper.related) if key in catalog.papers]
    others = [keys.papers[other.key] for other in catalog.by_the_same[paper.key]]
    return key_of("paper", catalog.digests[paper.key], picture, related, others)


def _sheet(paper: Paper, picture: str, catalog: Catalog, renderer: Renderer, settings: Settings) -> Draft:
    buttons = _buttons(paper)
    pdf = [link.url for link in buttons if link.kind == LINK_NAMES["pdf"]]
    yield None
    abstract, provenance = paper.abstract, paper.provenance
    yield None
    unknown = _unknown(paper, abstract)
    front = {"title": rich.plain(paper.title), "description": rich.shortened(abstract, LONGEST_DESCRIPTION)}
    yield None
    tags: defaultdict[TagKind, list[Tag]] = defaultdict(list)
    for tag in paper.tags:
        tags[tag.kind].append(tag)
    yield None
    record = page_record(paper, catalog.cited[paper.key])
    yield None
    cited, correction = reference(paper), _correction(paper, settings)
    yield None
    related = [other for key in paper.related if (other := catalog.papers.get(key))]
    by_the_same = catalog.by_the_same[paper.key]
    yield None
    listings = _listings(paper, provenance, catalog)
    asides = [*_conflicts(provenance), *_misses(paper), *_made_up(paper, abstract, provenance), *unknown]
    repairs, damage = repairs_of(provenance), damage_of(paper.records, provenance)
    yield None
    yield from renderer.draft(
        paper.url,
        "paper",
        front,
        paper=paper,
        picture=picture,
        in_journal=in_journal(paper),
        record=record,
        issued=date_parts(paper),
        names=_names(paper) if renderer.speaks_of("paper", "names") else (),
        pdf=pdf[0] if pdf else "",
        shown=paper.authors[:AUTHORS_SHOWN],
        folded=paper.authors[AUTHORS_SHOWN:],
        abstract=abstract,
        year=tags["year"][0] if tags["year"] else None,
        places=[tag for kind in PLACES for tag in tags[kind]],
        topics=tags["topic"],
        buttons=buttons,
        reference=cited,
        related=related,
        by_the_same=by_the_same,
        listings=listings,
        asides=asides,
        repairs=repairs,
        damage=damage,
        unknown=unknown,
        correction=correction,
        field_names=FIELD_NAMES,
    )


def _names(paper: Paper) -> list[dict[str, str]]:
    """What a project's own template for heads may want to know; the common one does without."""
    return [csl_name(author.name, bool(author.person)) for author in paper.authors]


def reference(paper: Paper) -> str:
    """The paper as a line of a bibliography, in plain text."""
    names = [author.name for author in paper.authors[:AUTHORS_SHOWN]]
    complete = paper.authors_complete and len(paper.authors) <= AUTHORS_SHOWN
    people = ", ".join(names) + ("" if complete or not names else " et al.")
    where = paper.venue or (f"arXiv:{paper.arxiv_id}" if paper.arxiv_id else "")
    parts = [people, rich.plain(paper.title), where, paper.year, f"doi:{paper.doi}" if paper.doi else ""]
    return " ".join(part.rstrip(".") + "." for part in parts if part)


def _buttons(paper: Paper) -> list[Button]:
    """What can be opened, most wanted first, each address once, with the button's name as kind."""
    offered = [(link.kind, link.url) for link in paper.links]
    if paper.arxiv_id:
        offered.append(("arXiv", f"https://arxiv.org/abs/{paper.arxiv_id}"))
        if all(kind != "pdf" for kind, _ in offered):
            offered.append(("pdf", f"https://arxiv.org/pdf/{paper.arxiv_id}"))
    if paper.doi:
        offered.append(("DOI", f"https://doi.org/{quote(paper.doi)}"))
    offered.sort(key=lambda link: _PLACES.get(link[0], len(_PLACES)))
    once: dict[str, str] = {}
    for kind, url in offered:
        if url not in once and escape.web_address(url):
            name = LINK_NAMES.get(kind, "Link")
            once[url] = f"{name}: {_last_part(url)}" if name in once.values() else name
    return [Button(name, url) for url, name in once.items()]


def _last_part(url: str) -> str:
    """What tells an address from another of its kind: the name at its end."""
    return rich.clipped(url.rstrip("/").rsplit("/", 1)[-1], LONGEST_NAME)


def _listings(paper: Paper, provenance: Told, catalog: Catalog) -> list[Listing]:
    """The places that list a paper."""
    return [
        Listing(
            record.source,
            catalog.seed_addresses[record.source.seed],
            _listed(_taken_from(record, provenance)),
            _why(number, paper) if number else "",
        )
        for number, record in enumerate(paper.records)
    ]


def _taken_from(record: Record, provenance: Told) -> list[str]:
    """What the page shows from a record as it is printed there, by its names for people."""
    seed, begin, end = record.source.seed, record.source.line, record.end
    return [
        FIELD_NAMES.get(name, name)
        for name, said in provenance.items()
        if said.origin not in ("inferred", "decided")
        and said.source.seed == seed
        and begin <= said.source.line <= end
    ]


def _why(number: int, paper: Paper) -> str:
    """Why a record, which is not the first, is of the same paper as one before it."""
    place = paper.records[number].source
    match = _joining(place, {earlier.source for earlier in paper.records[:number]}, paper)
    if not match:
        return ""
    other = match.left if match.right == place else match.right
    return f"The same paper as in {other.seed}, line {other.line}: {_judged(match)}."


def _judged(match: Match) -> str:
    """The rule by which two places were compared, and what it saw."""
    evidence = rich.clipped(match.evidence, SHORT_EVIDENCE)
    return f"{match.rule} ({evidence})" if evidence else match.rule


def _listed(words: Sequence[str]) -> str:
    """Words as a sentence names them: ``title, authors and date``."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


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


def _conflicts(provenance: Told) -> Iterator[str]:
    """What places say otherwise than the page; long texts are left out."""
    for name in CONFLICTING:
        if said := provenance.get(name):
            for place, value in said.others:
                shown = rich.clipped(value, 2 * SHORT_EVIDENCE)
                yield f"Another {FIELD_NAMES[name]} stands in {place.seed}, line {place.line}: “{shown}”."


def _misses(paper: Paper) -> Iterator[str]:
    """Places elsewhere that were weighed and not taken for this paper, each with why."""
    own = {record.source for record in paper.records} if paper.matches else ()
    for match in paper.matches:
        if match.verdict != "same":
            said = "Perhaps also" if match.verdict == "near" else "Kept apart from what stands"
            for place in (match.left, match.right):
                if place not in own:
                    yield f"{said} in {place.seed}, line {place.line}: {_judged(match)}."


def _made_up(paper: Paper, abstract: str, provenance: Told) -> Iterator[str]:
    """What stands on the page though no source prints it, and what people decided."""
    if paper.title_origin == "inferred":
        instead = "the opening of the abstract" if abstract else "the number of the paper"
        yield f"No source gives the title: {instead} stands for it."
    if (date := provenance.get("date")) and date.origin == "inferred":
        yield "No source gives the date: the month is that of the arXiv number."
    decided = [FIELD_NAMES[name] for name, said in provenance.items() if said.origin == "decided"]
    if decided:
        yield f"Decided by a person: {_listed(decided)}."


def _unknown(paper: Paper, abstract: str) -> list[str]:
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
    if not abstract:
        sentences.append("No source has the abstract.")
    return sentences


def _correction(paper: Paper, settings: Settings) -> str:
    """The address of a new issue about this paper with its places filled in, or "" without a repository."""
    if not escape.web_address(settings.repo_url):
        return ""
    places = "".join(f"- seeds/{record.source}\n" for record in paper.records)
    title = quote(f"Correction: {rich.shortened(paper.title, 80)}")
    asked = quote(f"{settings.site_url}{paper.url}\n{places}")
    return (
        f"{settings.repo_url.rstrip('/')}/issues/new?title={title}&body={asked}"
        f"{QUESTION}{quote(paper.key)}{EXAMPLE}"
    )
