"""Keys of pages: where a page's key is the same, so is the page, whatever else has changed."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from papergarden.model import (
    Authorship,
    LateFile,
    Library,
    Link,
    Page,
    Paper,
    Person,
    Repair,
    SeedReport,
    Settings,
    Source,
    Still,
    Tag,
)
from papergarden.text.slugs import slug
from papergarden.writers import author_pages, catalog, list_pages, paper_pages, source_pages
from papergarden.writers.catalog import Catalog
from papergarden.writers.digests import said
from papergarden.writers.kept import Kept
from papergarden.writers.keys import Keys
from papergarden.writers.pages import Tree
from papergarden.writers.rendering import Renderer
from papergarden.writers.settled import state_of
from tests.library import library, paper, record, topic, year

TEMPLATES = {
    path.name: path.read_text("utf-8")
    for path in (Path(__file__).parents[2] / "site_src/templates").glob("*.j2")
}
SETTINGS = Settings(Path(), Path(), Path(), site_url="https://papers.example/", cards=5)
PEOPLE = ("Ada Example", "Bo Sample", *(f"Person {letter} Specimen" for letter in "ABCDEFGHIJKLMNOPQRSTUV"))
TOPICS = ("kettles", "gardens", "attention", "graphs", "speech")
SEEDS = ("lists/other.txt", "lists-other.txt", "lists/plain.txt")
"""Two of these would have one address."""


def some_paper(number: int, chance: random.Random) -> Paper:
    made = 2000 + chance.randrange(5)
    return paper(
        f"p{number}",
        f"On {chance.choice(TOPICS)} {number}",
        number + 1,
        *chance.sample(PEOPLE, chance.randint(1, 3)),
        abstract=f"We study {chance.choice(TOPICS)}.",
        date=str(made),
        tags=(*map(topic, chance.sample(TOPICS, 4)), year(made)),
        related=tuple(f"p{other}" for other in chance.sample(range(30), 3) if other != number),
    )


def collection(papers: list[Paper], also: dict[str, Person]) -> Library:
    """The papers with everybody who wrote them; ``also`` are people of whom something else is known."""
    people: dict[str, Person] = {}
    for one in papers:
        for author in one.authors:
            fresh = also.get(author.person) or Person(author.person, author.name, (author.name,), ())
            known = people.get(author.person, fresh)
            people[author.person] = replace(known, papers=(*known.papers, one.key))
    seeds = {record.source.seed for one in papers for record in one.records}
    reports = tuple(SeedReport(path, "cards", 40, 40, 40, 0, 0, {}, {}) for path in sorted(seeds))
    return Library(tuple(sorted(papers, key=lambda one: one.key)), people, reports, (), ())


def pages(of: Library, templates: dict[str, str] = TEMPLATES) -> dict[str, Page]:
    known = Catalog.of(of)
    renderer = Renderer(known, SETTINGS, templates)
    made = [
        *paper_pages.write(of.papers, known, renderer, SETTINGS),
        *paper_pages.moved(known, renderer),
        *author_pages.write(known, renderer),
        *author_pages.of_people(of.people.values(), known, renderer, SETTINGS),
        *list_pages.of_all(known, renderer),
        *list_pages.of_tags(known.tagged, known, renderer),
        *list_pages.write(known, renderer),
        *source_pages.write(known, renderer),
        *source_pages.of_seeds(known.library.seeds, known, renderer),
    ]
    return {page.address: page for page in made if isinstance(page, Page)}


def settled_since(before: Library, now: Library) -> set[str]:
    """The addresses of pages and feeds that are settled since a build of another library."""
    kept = Kept()
    list(Tree(before, SETTINGS, TEMPLATES, kept=kept).files())
    return settled_in(Tree(now, SETTINGS, TEMPLATES, kept=kept))


def settled_in(tree: Tree) -> set[str]:
    """The addresses of what a tree says is as it was; of a page whose sitemap tells."""
    stills = [one for one in tree.news() if isinstance(one, Still)]
    made = [(still, list(still.things(still.names))) for still in stills]
    for still, things in made:
        pages = {one.address for one in things if isinstance(one, Page) and not one.moved}
        assert pages == set(still.addresses())
    return {one.address if isinstance(one, Page) else one.path for _, things in made for one in things}


def files(of: Library) -> dict[str, tuple[str, object]]:
    """Keys and contents of all pages and feeds."""
    return {
        one.address if isinstance(one, Page) else one.path: (one.key, one.content)
        for one in Tree(of, SETTINGS, TEMPLATES).files()
        if isinstance(one, Page | LateFile)
    }


@pytest.mark.parametrize("number", range(3))
def test_what_is_settled_is_as_it_was(number: int) -> None:
    chance = random.Random(number)
    papers = [some_paper(at, chance) for at in range(30)]
    also = {"ada-example": Person("ada-example", "Ada X.", ("Ada Example",), (), maybe=("bo-sample",))}
    before, count, others = collection(papers, also), 0, 0
    known = files(before)
    for step in range(10):
        papers, also = edited(papers, also, step, chance)
        now = collection(papers, also)
        after, settled = files(now), settled_since(before, now)
        assert {address: after[address] for address in settled} == {
            address: known[address] for address in settled
        }
        count += len(settled)
        others += len(after.items() - known.items())
        before, known = now, after
    assert count > 100, "it would be of no use if every change mattered to all"
    assert others > 100


@pytest.mark.parametrize("template", ["author_letter", "index_of_tags", "source", "tags"])
def test_pages_that_list_no_papers_with_their_topics_do_not_depend_on_which_tell_most(template: str) -> None:
    known = Catalog.of(library())
    keys = Renderer(known, SETTINGS, TEMPLATES).keys(template)
    assert keys
    assert keys.papers is known.said


def told_from(base: Library, now: Library, name: str) -> Library:
    """The same library as one that knows what is as it was in another."""
    known = {paper.key: paper for paper in base.papers}
    same = {paper.key for paper in now.papers if known.get(paper.key) == paper}
    people = {slug for slug, one in now.people.items() if base.people.get(slug) == one}
    return replace(now, name=name, base=base.name, as_base=same, people_as_base=people)


@pytest.mark.parametrize("number", range(4))
def test_what_stands_for_papers_that_are_as_they_were_is_what_one_would_find_out(
    number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance, found = random.Random(number), list[str]()

    def watched(paper: Paper, *beside: object) -> bytes:
        found.append(paper.key)
        return said(paper, *beside)

    papers, also = [some_paper(at, chance) for at in range(30)], dict[str, Person]()
    papers += [replace(papers[0], key="zz"), replace(papers[1], key="yy")]
    base = replace(collection(papers, also), name="0")
    before = state_of(Catalog.of(base), SETTINGS, None)
    for step in range(1, 14):
        papers, also = edited(papers, also, step, chance)
        now = told_from(base, collection(papers, also), str(step))
        with monkeypatch.context() as patch:
            patch.setattr(catalog, "said", watched)
            state = state_of(Catalog.of(now), SETTINGS, before)
        fresh = state_of(Catalog.of(now), SETTINGS, None)
        assert (state.papers, state.people) == (fresh.papers, fresh.people)
        base, before = (now if step % 3 == 0 else base), state
    assert len(found) < 13 * len(papers) / 2


def edited(
    papers: list[Paper], also: dict[str, Person], step: int, chance: random.Random
) -> tuple[list[Paper], dict[str, Person]]:
    """The papers and people after one change."""
    at, name = chance.randrange(len(papers)), chance.choice(PEOPLE)
    match step % 5:
        case 0:
            return papers[:at] + papers[at + 1 :], also
        case 1:
            return [*papers, some_paper(chance.randrange(100, 10_000), chance)], also
        case 2:
            called = Person(slug(name), f"{name} {at}.", (name,), (), aliases=(f"{step}",))
            return papers, also | {slug(name): called}
        case _:
            return [*papers[:at], changed(papers[at], chance), *papers[at + 1 :]], also


def test_a_new_paper_matters_to_the_pages_of_its_own_seed_only() -> None:
    chance = random.Random(1)
    old, other, new = (replace(some_paper(at, chance), records=(record(SEEDS[at], 1),)) for at in range(3))
    settled = settled_since(collection([old, other], {}), collection([old, other, new], {}))
    listing = {address for address in settled if address.startswith("sources/")}
    catalog_now = Catalog.of(collection([old, other, new], {}))
    assert listing == {catalog_now.seed_addresses[seed] for seed in SEEDS[:2]}


def test_nothing_is_settled_where_pages_are_made_otherwise() -> None:
    of, kept = library(), Kept()
    list(Tree(of, SETTINGS, TEMPLATES, kept=kept).files())
    other = replace(SETTINGS, pages_of_one_paper=False)
    assert settled_since(of, of)
    for settings, templates in ((other, TEMPLATES), (SETTINGS, TEMPLATES | LISTING)):
        assert not settled_in(Tree(of, settings, templates, kept=replace(kept)))


def changed(one: Paper, chance: random.Random) -> Paper:
    """The paper with something else in one field."""
    name = chance.choice(PEOPLE)
    moved = replace(one.records[0], source=replace(one.records[0].source, line=chance.randrange(99)))
    fields: list[dict[str, object]] = [
        {"title": f"{one.title} again"},
        {"abstract": f"{one.abstract} It helps."},
        {"date": f"{1990 + chance.randrange(9)}-03"},
        {"venue": "Journal of Examples"},
        {"score": chance.random()},
        {"doi": "10.1234/example"},
        {"has_code": not one.has_code},
        {"links": (Link("code", "https://code.example/x"),)},
        {"tags": one.tags[1:]},
        {"tags": (*one.tags, topic("rare"))},
        {"tags": (*one.tags, topic("Kettles"))},  # it takes the address of "kettles"
        {"related": one.related[1:]},
        {"aliases": (f"{one.key}-before",)},
        {"authors": one.authors[1:]},
        {"authors": (*one.authors, Authorship(name, slug(name)))},
        {"authors_complete": not one.authors_complete},
        {"tags": (*one.tags, Tag("category", chance.choice(TOPICS), "Category"))},
        {"records": (replace(moved, source=Source(chance.choice(SEEDS), 7)),)},
        {"records": (replace(moved, damage={"abstract": "maths missing"}),)},
        {"records": (replace(moved, repairs=(Repair("title", "rule", "a", "b"),)),)},
    ]
    return replace(one, **chance.choice(fields))  # type: ignore[arg-type]


LISTING = {"paper.md.j2": TEMPLATES["paper.md.j2"] + "\n{{ pieces.rows([paper] + related, root) }}\n"}
"""Pages of papers that show papers as lists do."""


@pytest.mark.parametrize(("number", "ours"), [*((number, {}) for number in range(4)), (4, LISTING)])
def test_pages_with_the_same_key_are_the_same(number: int, ours: dict[str, str]) -> None:
    chance = random.Random(number)
    templates = TEMPLATES | ours
    papers, also = [some_paper(at, chance) for at in range(30)], dict[str, Person]()
    before = {
        address: (page.key, page.content)
        for address, page in pages(collection(papers, also), templates).items()
    }
    kept = 0
    for _ in range(12):
        at = chance.randrange(len(papers))
        match chance.randrange(5):
            case 0 if len(papers) > 20:
                del papers[at]
            case 1:
                papers.append(some_paper(chance.randrange(100, 10_000), chance))
            case 2:
                name = chance.choice(PEOPLE)
                also[slug(name)] = Person(slug(name), f"{name} {at}.", (name,), (), maybe=("bo-sample",))
            case _:
                papers[at] = changed(papers[at], chance)
        after = pages(collection(papers, also), templates)
        same = [address for address, page in after.items() if before.get(address, ("",))[0] == page.key]
        kept += sum(address.startswith(("papers/", "authors/")) for address in same if after[address].key)
        for address in same:
            if after[address].key:
                assert after[address].content == before[address][1], address
        before = {address: (page.key, page.content) for address, page in after.items()}
    assert kept > 150, "keys would be of no use if every change changed them all"


@pytest.mark.parametrize(
    ("field", "value", "kinds"),
    [
        ("related", ("p7",), {"papers/p3/"}),
        ("title_origin", "inferred", {"papers/p3/", "sources/lists-plain-txt/"}),
        ("records", (record(SEEDS[2], 4, title="As printed"),), {"papers/p3/", "sources/lists-plain-txt/"}),
        ("arxiv_version", 2, None),
    ],
)
def test_what_a_page_does_not_show_is_no_part_of_its_key(
    field: str, value: object, kinds: set[str] | None
) -> None:
    chance = random.Random(1)
    papers = [some_paper(at, chance) for at in range(30)]
    before = pages(collection(papers, {}))
    papers[3] = replace(papers[3], **{field: value})  # type: ignore[arg-type]
    after = pages(collection(papers, {}))
    new = {address for address, page in after.items() if page.key and page.key != before[address].key}
    assert "papers/p3/" in new
    if kinds is None:  # whatever shows a paper shows what is said of it
        assert len(new) < len(after) / 2
    else:
        assert new == kinds


def test_a_template_that_shows_more_of_other_papers_is_keyed_by_more() -> None:
    chance = random.Random(1)
    papers = [some_paper(at, chance) for at in range(30)]
    more = (
        "{% for _, some in groups %}{% for one in some %}{{ one.related | length }}{% endfor %}{% endfor %}"
    )
    templates = TEMPLATES | {"list.md.j2": TEMPLATES["list.md.j2"] + more}
    before = pages(collection(papers, {}), templates)
    papers[3] = replace(papers[3], related=())
    after = pages(collection(papers, {}), templates)
    assert before["papers/"].key != after["papers/"].key
    assert before["papers/"].content != after["papers/"].content
    assert before["authors/"].key == after["authors/"].key


def test_every_page_of_a_paper_person_or_list_has_a_key() -> None:
    made = pages(library())
    without = {address for address, page in made.items() if not page.key}
    assert without <= {"sources/"}
    assert len({page.key for page in made.values()}) > 0.9 * len(made)


@pytest.mark.parametrize(
    "change",
    [
        lambda templates: {"paper.md.j2": templates["paper.md.j2"] + "{{ catalog.newest | length }}"},
        lambda templates: {"paper_head.html.j2": "{{ pieces._catalog.newest | length }}"},
        lambda templates: {
            "paper.md.j2": templates["paper.md.j2"] + "{% include 'more.j2' %}",
            "more.j2": "{% import 'most.j2' as most %}",
            "most.j2": "{{ catalog.newest | length }}",
        },
    ],
    ids=["itself", "in its head", "in one that it names"],
)
def test_a_template_that_looks_around_leaves_pages_without_key(
    change: Callable[[dict[str, str]], dict[str, str]],
) -> None:
    made = pages(library(), TEMPLATES | change(TEMPLATES))
    keys = {address.split("/")[0]: page.key for address, page in made.items() if not page.moved}
    assert not made["papers/water/"].key
    assert keys["authors"]


def test_only_lists_show_which_topics_tell_most() -> None:
    """Another paper makes other topics rarer, of papers that have nothing else to do with it."""
    papers = [paper(f"p{at}", f"On {at}", at + 1, "Ada Example") for at in range(3)]
    papers[0] = replace(papers[0], tags=tuple(map(topic, TOPICS[:4])))
    papers[1] = replace(papers[1], tags=tuple(map(topic, TOPICS[:3])))
    new = paper("new", "New", 9, "Bo Sample", tags=(topic(TOPICS[3]), topic("other")))
    newer = replace(new, key="newer", authors=())
    for templates, same in ((TEMPLATES, True), (TEMPLATES | LISTING, False)):
        before, after = (pages(collection(some, {}), templates) for some in (papers, [*papers, new, newer]))
        assert before["authors/ada-example/"].key != after["authors/ada-example/"].key
        assert (before["papers/p0/"].key == after["papers/p0/"].key) == same


def test_what_is_no_record_has_no_key() -> None:
    known = Catalog.of(library())
    keys = Keys(known, known.listed)
    with pytest.raises(TypeError):
        keys.of(object())
