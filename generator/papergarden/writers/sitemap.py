"""What crawlers ask for first: ``sitemap.xml`` (sitemaps.org 0.9) and ``robots.txt``."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
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

    def some(number: int) -> Sequence[str]:
        return pages()[number * largest : (number + 1) * largest]

    def part(number: int) -> str:
        date_of = _dates(catalog)
        return _xml("urlset", "url", [(settings.absolute(one), date_of(one)) for one in some(number)])

    def index(names: Sequence[str]) -> str:
        date_of = _dates(catalog)
        newest = (max(map(date_of, some(number))) for number in range(count))
        return _xml("sitemapindex", "sitemap", zip(map(settings.absolute, names), newest, strict=True))

    if count == 1:
        yield LateFile(INDEX, partial(part, 0))
    else:
        names = [f"sitemap-{number}.xml" for number in range(1, count + 1)]
        for number, name in enumerate(names):
            yield LateFile(name, partial(part, number))
        yield LateFile(INDEX, partial(index, names))
    yield OutFile("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {settings.site_url}{INDEX}\n")


def _dates(catalog: Catalog) -> Callable[[str], str]:
    """Finds the newest date on a page by its address, or that on the first page of its list."""
    of_paper = {paper.key: paper.date for paper in catalog.newest}.get
    people = catalog.library.people
    dates = dict.fromkeys(("", "papers/", "browse/", "data/"), _first(catalog.newest))
    dates |= {catalog.addresses[tag]: _first(some) for tag, some in catalog.tagged.items()}
    for seed, entries in catalog.listed_in.items():
        dates[catalog.seed_addresses[seed]] = max((paper.date for _, paper in entries), default="")

    for paper in catalog.newest:
        dates[paper.url] = max([paper.date, *[of_paper(key, "") for key in paper.related]])

    def date_of(address: str) -> str:
        if "/page/" in address:
            address = _FURTHER_PAGE.sub("", address)
        if address.startswith("authors/") and (person := people.get(address[8:-1])):
            return max([of_paper(key, "") for key in person.papers], default="")
        return dates.get(address, "")

    return date_of


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
