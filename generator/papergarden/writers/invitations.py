"""Short files that tell programs what is here: ``llms.txt`` (llmstxt.org) and ``opensearch.xml`` (1.1)."""

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree  # it only writes here, and reads nothing

from papergarden.model import OutFile, Settings
from papergarden.text import escape
from papergarden.writers.api_files import INDEX
from papergarden.writers.catalog import Catalog
from papergarden.writers.feeds import ATOM_FILE, JSON_FILE

OPENSEARCH = "opensearch.xml"
NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
LONGEST_NAME = 16
"""Characters of a short name, as OpenSearch allows."""
TOPICS = 30
_SPECIAL = re.compile(r"([\\`*_\[\]<>#])")

Way = tuple[str, str, str]
"""The name of a link, its address below the site, and what is there."""


def write(catalog: Catalog, settings: Settings) -> Iterator[OutFile]:
    """Both files; a browser can search the site only where its address is known."""
    yield OutFile("llms.txt", _llms(catalog, settings))
    if settings.site_url:
        yield OutFile(OPENSEARCH, _opensearch(settings))


def _llms(catalog: Catalog, settings: Settings) -> str:
    """A title, a summary, what to know, and lists of links; what may be skipped comes last."""
    library = catalog.library
    description = settings.site_description or "A collection of research papers."
    known = (
        f"{len(library.papers):,} papers by {len(library.people):,} people, read from {len(library.seeds):,} "
        "documents. Every paper has a page at `papers/KEY/`; KEY is its arXiv id where one is known. A page "
        "says which line of which document each field comes from and what no source states."
    )
    topics: list[Way] = [
        (tag.name, catalog.addresses[tag], f"{count:,} papers")
        for tag, count in catalog.tags("topic")[:TOPICS]
    ]
    sections = [
        ("Data", _data(settings)),
        ("Ways in", WAYS),
        ("Topics", topics),
        ("Optional", OPTIONAL),
    ]
    lists = [f"## {name}\n\n{_links(ways, settings.site_url)}" for name, ways in sections if ways]
    return "\n\n".join([f"# {_plain(settings.site_name)}", f"> {_plain(description)}", known, *lists]) + "\n"


WAYS: tuple[Way, ...] = (
    ("All papers", "papers/", "newest first, a hundred a page"),
    ("Topics and other tags", "tags/", "with the number of papers"),
    ("Authors", "authors/", "by letter"),
    ("Years", "years/", "papers by year"),
)
OPTIONAL: tuple[Way, ...] = (
    ("Sources", "sources/", "the documents, what was found in each and what was repaired"),
    ("Search", "search/", "needs a browser; `?q=` takes words, `author:`, `tag:`, `year:`"),
)


def _data(settings: Settings) -> tuple[Way, ...]:
    files: tuple[Way, ...] = (
        ("Files", "data/", "the whole collection as JSON lines, BibTeX, CSV and more, explained"),
        ("JSON API", INDEX, "names the files that hold papers, people and tags"),
    )
    feeds: tuple[Way, ...] = (
        ("Atom feed", ATOM_FILE, "the newest papers; lists and authors have their own"),
        ("JSON feed", JSON_FILE, "the same as JSON"),
    )
    return files + feeds if settings.site_url else files


def _links(ways: Iterable[Way], base: str) -> str:
    return "\n".join(f"- [{_plain(name)}]({base}{address}): {what}" for name, address, what in ways)


def _plain(text: str) -> str:
    """Text as Markdown that is also pleasant to read as it is."""
    return _SPECIAL.sub(r"\\\1", escape.fold(text))


def _opensearch(settings: Settings) -> str:
    site = settings.site_url
    root = ElementTree.Element("OpenSearchDescription", {"xmlns": NAMESPACE})
    ElementTree.SubElement(root, "ShortName").text = escape.fold(settings.site_name)[:LONGEST_NAME]
    ElementTree.SubElement(
        root, "Description"
    ).text = f"Search the papers of {escape.fold(settings.site_name)}"
    ElementTree.SubElement(root, "Url", {"type": "text/html", "template": f"{site}search/?q={{searchTerms}}"})
    ElementTree.SubElement(root, "InputEncoding").text = "UTF-8"
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'
