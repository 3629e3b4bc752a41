"""The home page: what this collection is, how fresh it is, and where to start."""

from collections.abc import Iterable
from heapq import nsmallest

from papergarden.model import Page, Paper, Settings
from papergarden.writers.catalog import Catalog
from papergarden.writers.markup import markup
from papergarden.writers.rendering import Renderer
from papergarden.writers.timeline import timeline

NEWEST = 10
TOP_TOPICS = 24
STARTS = 5
PICTURE_HEIGHT = 100


def write(catalog: Catalog, renderer: Renderer, settings: Settings) -> Page:
    """The page at the root of the site."""
    return renderer.page(
        "",
        "home",
        {"title": settings.site_name, "description": settings.site_description},
        newest=catalog.newest[:NEWEST],
        topics=catalog.tags("topic")[:TOP_TOPICS],
        start=_most_listed(catalog.newest[NEWEST:]),
        picture=timeline(catalog.years(), markup("./"), PICTURE_HEIGHT),
        freshness=[(seed.path, seed.entries, _latest(catalog, seed.path)) for seed in catalog.library.seeds],
    )


def _most_listed(papers: Iterable[Paper]) -> list[Paper]:
    """Papers that several seeds list, or that a seed scores high: what others found worth listing."""
    most = nsmallest(STARTS, papers, key=lambda paper: (-_seeds_of(paper), -(paper.score or 0)))
    return [paper for paper in most if _seeds_of(paper) > 1 or paper.score]


def _seeds_of(paper: Paper) -> int:
    records = paper.records
    return len({record.source.seed for record in records}) if len(records) > 1 else len(records)


def _latest(catalog: Catalog, seed: str) -> str:
    return max((paper.date for _, paper in catalog.listed_in.get(seed, ())), default="")
