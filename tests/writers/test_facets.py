"""Facets: every list of papers can be found again on the page to browse."""

from urllib.parse import parse_qsl, urlsplit

from papergarden.writers.catalog import Catalog
from papergarden.writers.facets import facets, view_of
from tests.library import library


def test_a_list_leads_to_the_same_papers_on_the_page_to_browse() -> None:
    catalog = Catalog.of(library())
    papers = {
        (facet.name, value.slug): list(value.papers) for facet in facets(catalog) for value in facet.values
    }
    found = 0
    for tag, listed in catalog.tagged.items():
        ((name, slug),) = parse_qsl(urlsplit(view_of(tag.kind, catalog.addresses[tag])).query)
        if name in {name for name, _ in papers}:
            assert papers[name, slug] == [catalog.place[paper.key] for paper in listed]
            found += 1
    assert found > 10


def test_the_list_of_all_papers_leads_to_all_of_them() -> None:
    assert view_of("", "papers/") == "browse/"
