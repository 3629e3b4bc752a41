"""What programs read: feeds, site map, cards, JSON-LD, COinS; each is parsed back by another parser."""

import json
import re
import struct
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs
from xml.etree import ElementTree

import feedparser  # type: ignore[import-untyped]
import pytest

from papergarden.model import Authorship, LateFile, Library, Page, Paper, Settings
from papergarden.text import escape
from papergarden.writers import cards, feeds, invitations, rich, sitemap
from papergarden.writers.catalog import Catalog
from papergarden.writers.coins import coins
from papergarden.writers.linked_data import LinkedData
from papergarden.writers.pages import Tree
from tests.library import library

ROOT = Path(__file__).parents[2]
TEMPLATES = {
    path.name: path.read_text(encoding="utf-8") for path in (ROOT / "site_src/templates").glob("*.j2")
}
FONT = (ROOT / "site_src/cards/DejaVuSerif-Bold.ttf").read_bytes()
SITE = "https://papers.example/garden/"
SETTINGS = Settings(Path(), Path(), Path(), site_name="Garden <of> papers", site_url=SITE)
NOWHERE = replace(SETTINGS, site_url="")
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog.of(library())


def fed(catalog: Catalog, settings: Settings) -> list[LateFile]:
    """All feeds."""
    made = feeds.Feeds(catalog, settings)
    tags, people = catalog.tagged, catalog.library.people
    return [*feeds.of_all(made), *feeds.of_tags(tags, made), *feeds.of_people(people, made)]


@pytest.fixture(scope="module")
def files(catalog: Catalog) -> dict[str, str]:
    made = fed(catalog, SETTINGS)
    contents = {file.path: file.content for file in made}
    return {path: content.decode() for path, content in contents.items() if isinstance(content, bytes)}


def test_everything_each_topic_and_whoever_wrote_two_papers_have_feeds(
    catalog: Catalog, files: dict[str, str]
) -> None:
    topics = {catalog.addresses[tag] for tag in catalog.tagged if tag.kind == "topic"}
    written = {f"authors/{slug}/": len(catalog.written_by[slug]) for slug in catalog.library.people}
    people = {place for place, papers in written.items() if papers >= 2}
    alone = {place for place, papers in written.items() if papers == 1}
    places = {path.removesuffix("feed.xml") for path in files if path.endswith(".xml")}
    assert {"", *topics, *people} <= places
    assert alone
    assert not alone & places
    assert {path.removesuffix("feed.json") for path in files if path.endswith(".json")} == places


def test_a_feed_parser_reads_each_atom_feed(catalog: Catalog, files: dict[str, str]) -> None:
    for path, text in files.items():
        if path.endswith(".xml"):
            read = feedparser.parse(text)
            assert read.version == "atom10"
            assert not read.bozo, read.get("bozo_exception")
            assert [link.href for link in read.feed.links if link.rel == "self"] == [SITE + path]
            for entry in read.entries:
                assert entry.link.removeprefix(SITE).split("/")[1] in catalog.papers


def test_atom_holds_to_rfc_4287(files: dict[str, str]) -> None:
    for path, text in files.items():
        if path.endswith(".xml"):
            feed = ElementTree.fromstring(text)
            assert feed.tag == f"{ATOM}feed"
            for element in (feed, *feed.iter(f"{ATOM}entry")):
                assert [len(element.findall(ATOM + name)) for name in ("id", "title", "updated")] == [1, 1, 1]
                assert str(element.findtext(f"{ATOM}id")).startswith(SITE)
                assert TIME.fullmatch(element.findtext(f"{ATOM}updated") or "")
            assert feed.findtext(f"{ATOM}author/{ATOM}name")
            ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
            assert len(set(ids)) == len(ids)


def test_a_json_feed_holds_to_its_version(files: dict[str, str]) -> None:
    for path, text in files.items():
        if path.endswith(".json"):
            feed = json.loads(text)
            assert feed["version"] == "https://jsonfeed.org/version/1.1"
            assert feed["feed_url"] == SITE + path
            assert feed["title"]
            for item in feed["items"]:
                assert item["id"] == item["url"]
                assert item["content_text"]
                assert TIME.fullmatch(item.get("date_published", "1970-01-01T00:00:00Z"))


def test_what_a_paper_is_called_comes_through_every_feed(catalog: Catalog, files: dict[str, str]) -> None:
    titles = {SITE + paper.url: rich.plain(paper.title) for paper in catalog.papers.values() if paper.title}
    read = {
        entry.id: entry.title for entry in feedparser.parse(files["feed.xml"], sanitize_html=False).entries
    }
    told = {item["id"]: item.get("title", "") for item in json.loads(files["feed.json"])["items"]}
    plain = {url: title for url, title in titles.items() if "<" not in title}  # the parser strips elements
    assert {url: read[url] for url in plain} == plain
    assert {url: told[url] for url in titles} == titles


def test_a_feed_has_the_newest_and_says_when_it_changed(catalog: Catalog) -> None:
    one = catalog.newest[0]
    many = tuple(replace(one, key=f"p{number:03}", date=f"2001-01-{number:02}") for number in range(1, 29))
    many += tuple(replace(one, key=f"q{number:03}", date="2000") for number in range(90))
    made = {file.path: file for file in fed(Catalog.of(Library(many, {}, (), (), ())), SETTINGS)}
    read = feedparser.parse(made["feed.xml"].content)
    assert len(read.entries) == feeds.NEWEST
    assert read.entries[0].id == f"{SITE}papers/p028/"
    assert read.feed.updated == "2001-01-28T00:00:00Z"


def test_without_an_address_nothing_is_written_that_needs_one(catalog: Catalog) -> None:
    assert fed(catalog, NOWHERE) == []
    assert list(sitemap.write(["", "papers/"], catalog, NOWHERE)) == []
    assert painted(catalog, NOWHERE) == []
    assert [file.path for file in invitations.write(catalog, NOWHERE)] == ["llms.txt"]


def test_a_sitemap_knows_the_newest_of_what_a_page_shows(catalog: Catalog) -> None:
    addresses = ["", "about/", "papers/page/2/", *(paper.url for paper in catalog.library.papers)]
    index, robots = sitemap.write(addresses, catalog, SETTINGS)
    assert (index.path, robots.path) == ("sitemap.xml", "robots.txt")
    dates = {
        str(url.findtext(f"{SITEMAP}loc")).removeprefix(SITE): url.findtext(f"{SITEMAP}lastmod")
        for url in ElementTree.fromstring(str(index.content)).iter(f"{SITEMAP}url")
    }
    assert set(dates) == set(addresses)
    newest = max(paper.date for paper in catalog.library.papers)
    assert (dates[""], dates["papers/page/2/"], dates["about/"]) == (newest, newest, None)
    for paper in catalog.library.papers:
        shown = [paper, *(catalog.papers[key] for key in paper.related if key in catalog.papers)]
        assert (dates[paper.url] or "") == max(other.date for other in shown)
    assert f"Sitemap: {SITE}sitemap.xml" in str(robots.content)


def test_a_large_sitemap_is_spread_over_files_that_an_index_names(catalog: Catalog) -> None:
    addresses = [f"papers/{number}/" for number in range(5)]
    *parts, index, _ = sitemap.write(addresses, catalog, SETTINGS, largest=2)
    named = [element.text for element in ElementTree.fromstring(str(index.content)).iter(f"{SITEMAP}loc")]
    assert named == [SITE + part.path for part in parts]
    assert len(parts) == 3
    listed = [
        element.text
        for part in parts
        for element in ElementTree.fromstring(str(part.content)).iter(f"{SITEMAP}loc")
    ]
    assert listed == [SITE + address for address in addresses]


def test_programs_are_invited(catalog: Catalog) -> None:
    llms, opensearch = (str(file.content) for file in invitations.write(catalog, SETTINGS))
    assert llms.startswith("# Garden \\<of\\> papers\n\n> ")
    assert set(re.findall(r"^## (.+)$", llms, re.MULTILINE)) >= {"Data", "Ways in", "Optional"}
    assert f"- [Atom feed]({SITE}feed.xml): " in llms
    [url] = ElementTree.fromstring(opensearch).iter("{http://a9.com/-/spec/opensearch/1.1/}Url")
    assert url.attrib["template"] == f"{SITE}search/?q={{searchTerms}}"


def drawn(content: bytes | str) -> tuple[int, int]:
    """Width and height of a PNG."""
    assert isinstance(content, bytes)
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def painted(catalog: Catalog, settings: Settings) -> list[LateFile]:
    """All cards."""
    of_papers = cards.of_papers(catalog.papers, catalog, settings, FONT)
    return [*cards.write(catalog, settings, FONT), *of_papers]


def test_cards_are_pictures_for_as_many_papers_as_are_asked_for(catalog: Catalog) -> None:
    made = painted(catalog, replace(SETTINGS, cards=2))
    assert [file.path for file in made] == [
        "card.png",
        *(f"{paper.url}card.png" for paper in catalog.newest[:2]),
    ]
    assert {drawn(file.content) for file in made} == {(600, 315)}
    assert all(len(file.content) < 20_000 for file in made)
    assert painted(catalog, replace(SETTINGS, cards=0)) == []


@pytest.mark.parametrize(
    "title",
    [
        "",
        " ",
        "王伟的论文",
        "مرحبا",
        "🌱" * 30,
        "e\u0301" * 50,
        "x" * 700,
        "word " * 200,
        "$x$ and \\alpha",
        "\x02",
    ],
)
def test_a_title_in_any_script_makes_a_card(title: str) -> None:
    paper = Paper(key="any", records=(), title=title, authors=(Authorship("王伟"), Authorship("José Ñandú")))
    made = [
        file.content
        for _ in range(2)
        for file in painted(Catalog.of(Library((paper,), {}, (), (), ())), SETTINGS)
    ]
    assert {drawn(content) for content in made} == {(600, 315)}
    assert made[:2] == made[2:]


def test_nothing_of_a_card_is_left_on_the_next(catalog: Catalog) -> None:
    files = painted(catalog, SETTINGS)
    first = [file.content for file in files]
    assert len(set(first)) == len(first) > 2
    assert [file.content for file in reversed(files)] == first[::-1]


class _Scripts(HTMLParser):
    """The texts of the scripts in a piece of HTML, and every element."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.titles: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.titles += [value or "" for name, value in attrs if name == "title"]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_an_article_says_what_is_known_and_stays_one_element(catalog: Catalog) -> None:
    for paper in catalog.library.papers:
        read = _Scripts(str(LinkedData(SETTINGS).paper(paper)))
        assert read.tags == ["script"]
        article = json.loads("".join(read.texts))
        assert (article["@context"], article["@type"]) == ("https://schema.org", "ScholarlyArticle")
        assert article.get("name", "") == rich.plain(paper.title)
        assert len(article.get("headline", "")) <= 110
        assert article.get("datePublished", "") == paper.date
        names = [author["name"] for author in article.get("author", [])]
        assert names == [escape.fold(author.name) for author in paper.authors]
        for author, known in zip(article.get("author", []), paper.authors[:100], strict=False):
            assert author.get("url", "") == (f"{SITE}authors/{known.person}/" if known.person else "")
        values = {one["propertyID"]: one["value"] for one in article.get("identifier", [])}
        assert values == {k: v for k, v in (("arXiv", paper.arxiv_id), ("DOI", paper.doi)) if v}


def test_coins_hold_what_a_list_shows(catalog: Catalog) -> None:
    for paper in catalog.library.papers:
        read = _Scripts(coins(paper))
        if paper.title:
            [title] = read.titles
            told = parse_qs(title, strict_parsing=True)
            assert told["rft.atitle"] == [rich.plain(paper.title)]
            assert told.get("rft.date", [""]) == [paper.date]
            assert told.get("rft.au", []) == [escape.fold(one.name) for one in paper.authors[:10]]


def test_every_page_says_how_it_is_shown_where_somebody_shares_it(catalog: Catalog) -> None:
    for page in Tree(catalog.library, SETTINGS, TEMPLATES).files():
        if isinstance(page, Page) and not page.moved:
            head = str(page.make().front["head"])
            assert head.count('property="og:title"') == 1, page.address
            assert f'property="og:url" content="{SETTINGS.absolute(page.address)}"' in head
