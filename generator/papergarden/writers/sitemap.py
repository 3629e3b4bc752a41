"""What crawlers ask for first: ``sitemap.xml`` (sitemaps.org 0.9) and ``robots.txt``."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.sax.saxutils import escape  # which parses nothing

from papergarden.model import OutFile, Paper, Settings
from papergarden.writers.catalog import Catalog

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
INDEX = "sitemap.xml"
LARGEST = 50_000
"""Addresses in one file, as the protocol allows; more are spread over files that an index names."""
_FURTHER_PAGE = re.compile(r"page/\d+/$")


def write(
    addresses: Iterable[str], catalog: Catalog, settings: Settings, largest: int = LARGEST
) -> Iterator[OutFile]:
    """The sitemap of the pages at the addresses, and the robots' file; none without the site's address.

    A page's date is the newest that is known of the papers it shows, as precise as it is known: it moves when
    a newer paper comes onto the page and never because the site was built again. Pages that show no dated
    paper have none, which the protocol allows.
    """
    if not settings.site_url:
        return
    dates = dict(_dates(catalog))
    pages = [
        (settings.absolute(address), dates.get(_FURTHER_PAGE.sub("", address), ""))
        for address in sorted(set(addresses))
    ]
    parts = [pages[at : at + largest] for at in range(0, len(pages), largest)]
    if len(parts) == 1:
        yield OutFile(INDEX, _xml("urlset", "url", pages))
    else:
        names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
        for name, part in zip(names, parts, strict=True):
            yield OutFile(name, _xml("urlset", "url", part))
        newest = [max((date for _, date in part), default="") for part in parts]
        listed = [(settings.absolute(name), date) for name, date in zip(names, newest, strict=True)]
        yield OutFile(INDEX, _xml("sitemapindex", "sitemap", listed))
    yield OutFile("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {settings.site_url}{INDEX}\n")


def _dates(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Address of a page or of a list's first page -> the newest date on it."""
    everything = _newest(catalog.newest)
    yield from ((address, everything) for address in ("", "papers/", "browse/", "data/"))
    for paper in catalog.library.papers:
        yield paper.url, _newest([paper, *_related(paper, catalog.papers)])
    for tag, papers in catalog.tagged.items():
        yield catalog.addresses[tag], _newest(papers)
    for slug, papers in catalog.written_by.items():
        yield f"authors/{slug}/", _newest(papers)
    for seed, entries in catalog.listed_in.items():
        yield catalog.seed_addresses[seed], _newest([paper for _, paper in entries])


def _related(paper: Paper, papers: Mapping[str, Paper]) -> Iterator[Paper]:
    return (papers[key] for key in paper.related if key in papers)


def _newest(papers: Sequence[Paper]) -> str:
    return max((paper.date for paper in papers), default="")


def _xml(root: str, child: str, pages: Iterable[tuple[str, str]]) -> str:
    lines = [
        f"<{child}><loc>{escape(url)}</loc>{f'<lastmod>{date}</lastmod>' if date else ''}</{child}>\n"
        for url, date in pages
    ]
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<{root} xmlns="{NAMESPACE}">\n{"".join(lines)}</{root}>\n'
    )
