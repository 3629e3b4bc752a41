"""The home page: what this collection is, how fresh it is, and where to start."""

from collections.abc import Iterable

from papergarden.model import OutFile, Paper, Settings
from papergarden.writers.catalog import Catalog
from papergarden.writers.rendering import Renderer

NEWEST = 10
TOP_TOPICS = 24


def write(catalog: Catalog, renderer: Renderer, settings: Settings) -> OutFile:
    """The page at the root of the site."""
    return renderer.page(
        "",
        "home",
        {"title": settings.site_name, "description": settings.site_description},
        newest=catalog.newest[:NEWEST],
        topics=catalog.tags("topic")[:TOP_TOPICS],
        start=_most_listed(catalog.newest),
        freshness=[
            (path, catalog.listed_in.get(path, ()), _latest(catalog, path)) for path in _seeds(catalog)
        ],
    )


def _most_listed(papers: Iterable[Paper], count: int = 5) -> list[Paper]:
    """Papers that several seeds list, or that a seed scores high: what others found worth listing."""
    ranked = sorted(papers, key=lambda paper: (-_seeds_of(paper), -(paper.score or 0)))
    return [paper for paper in ranked[:count] if _seeds_of(paper) > 1 or paper.score]


def _seeds_of(paper: Paper) -> int:
    return len({record.source.seed for record in paper.records})


def _seeds(catalog: Catalog) -> list[str]:
    return [seed.path for seed in catalog.library.seeds]


def _latest(catalog: Catalog, seed: str) -> str:
    return max((paper.date for _, paper in catalog.listed_in.get(seed, ())), default="")
