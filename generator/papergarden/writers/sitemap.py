"""What crawlers ask for first: ``sitemap.xml`` (sitemaps.org 0.9) and ``robots.txt``."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import repeat
from xml.sax.saxutils import escape  # which parses nothing

from papergarden.model import LateFile, OutFile, Paper, Settings
from papergarden.writers.catalog import Catalog

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
INDEX = "sitemap.xml"
LARGEST = 50_000
"""Addresses in one file, as the protocol allows; more are spread over files that an index names."""
_FURTHER_PAGE = re.compile(r"page/\d+/$")


def write(
    addresses: Iterable[str], catalog: Catalog, settings: Settings, largest: int = LARGEST
) -> Iterator[OutFile | LateFile]:
    """The sitemap of the pages at the addresses, and the robots' file; none without the site's address.

    A page's date is the newest that is known of the papers it shows, as precise as it is known: it moves when
    a newer paper comes onto the page and never because the site was built again. Pages that show no dated
    paper have none, which the protocol allows.
    """
    if not settings.site_url:
        return
    known = frozenset(addresses)
    pages = cache(lambda: sorted(known))
    count = -(-len(known) // largest)
    dates = cache(lambda: dict(_dates(catalog)))

    def some(number: int) -> Sequence[str]:
        return pages()[number * largest : (number + 1) * largest]

    def part(number: int) -> str:
        told = ((settings.absolute(address), _date(address, dates())) for address in some(number))
        return _xml("urlset", "url", told)

    def index(names: Sequence[str]) -> str:
        newest = (max(_date(address, dates()) for address in some(number)) for number in range(count))
        return _xml("sitemapindex", "sitemap", zip(map(settings.absolute, names), newest, strict=True))

    if count == 1:
        yield LateFile(INDEX, partial(part, 0))
    else:
        names = [f"sitemap-{number}.xml" for number in range(1, count + 1)]
        for number, name in enumerate(names):
            yield LateFile(name, partial(part, number))
        yield LateFile(INDEX, partial(index, names))
    yield OutFile("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {settings.site_url}{INDEX}\n")


def _date(address: str, dates: Mapping[str, str]) -> str:
    """The date of a page, or that of the first page of its list."""
    if "/page/" in address:
        address = _FURTHER_PAGE.sub("", address)
    return dates.get(address, "")


def _dates(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Address of a page or of a list's first page -> the newest date on it."""
    dates = {paper.key: paper.date for paper in catalog.newest}
    everything = _first(catalog.newest)
    yield from ((address, everything) for address in ("", "papers/", "browse/", "data/"))
    for paper in catalog.library.papers:
        yield paper.url, max([paper.date, *map(dates.get, paper.related, repeat(""))])
    for tag, papers in catalog.tagged.items():
        yield catalog.addresses[tag], _first(papers)
    for slug, papers in catalog.written_by.items():
        yield f"authors/{slug}/", _first(papers)
    for seed, entries in catalog.listed_in.items():
        yield catalog.seed_addresses[seed], max((paper.date for _, paper in entries), default="")


def _first(papers: Sequence[Paper]) -> str:
    """The date of the first of papers that are sorted newest first."""
    return papers[0].date if papers else ""


def _xml(root: str, child: str, pages: Iterable[tuple[str, str]]) -> str:
    lines = [
        f"<{child}><loc>{escape(url)}</loc>{f'<lastmod>{date}</lastmod>' if date else ''}</{child}>\n"
        for url, date in pages
    ]
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<{root} xmlns="{NAMESPACE}">\n{"".join(lines)}</{root}>\n'
    )
