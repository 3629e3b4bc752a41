"""Pieces of pages: links at every depth, what was mended, bars of years, wider and narrower topics."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from papergarden.model import Authorship, Away, Library, Paper, Person, Provenance, Repair, Tag
from papergarden.steps.tag import broader_topics, read_topics
from papergarden.writers import pieces as pieces_module
from papergarden.writers import rich
from papergarden.writers.catalog import Catalog
from papergarden.writers.coins import coins
from papergarden.writers.markup import markup
from papergarden.writers.mending import damage_of, mended, repairs_of
from papergarden.writers.pieces import Pieces, isolated, names_of
from papergarden.writers.timeline import timeline
from tests.library import library, paper, topic

ROOT = markup("../../")


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    return Pieces(Catalog.of(library()), {})


def one(key: str) -> Paper:
    return Catalog.of(library()).papers[key]


def test_a_piece_leads_to_the_same_place_from_every_depth(pieces: Pieces) -> None:
    rows = {root: str(pieces.rows([one("2406.09415")], root)) for root in ("../", "../../", "../../../")}
    assert 'href="../papers/2406.09415/"' in rows["../"]
    assert len({row.replace(f'"{root}', '"') for root, row in rows.items()}) == 1
    assert "\0" not in "".join(rows.values())


def test_a_row_tells_the_topics_that_fewest_papers_have() -> None:
    wide, narrow = topic("wide"), [topic(name) for name in ("narrow", "rare", "seldom")]
    all_papers = (
        paper("a", "A", 1, tags=(wide,)),
        paper("b", "B", 2, tags=(wide, *narrow)),
    )
    row = str(Pieces(Catalog.of(Library(all_papers, {}, (), (), ())), {}).rows(all_papers[1:], "./"))
    assert re.findall(r"tags/([a-z]+)/", row) == ["narrow", "rare", "seldom"]


@pytest.mark.parametrize(
    ("count", "complete", "said"),
    [
        (1, True, "Ada 0"),
        (1, False, "Ada 0 and others"),
        (2, True, "Ada 0, Ada 1"),
        (5, True, "Ada 0, Ada 1 and 3 more"),
        (5, False, "Ada 0, Ada 1 and at least 3 more"),
        (0, False, ""),
    ],
)
def test_names_in_a_list_say_how_many_more_there_are(count: int, complete: bool, said: str) -> None:
    authors = tuple(Authorship(f"Ada {number}") for number in range(count))
    assert names_of(Paper(key="a", records=(), authors=authors, authors_complete=complete), 2) == said


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ada Example", "Ada Example"),
        ("王小明", "王小明"),
        ("ليلى مثال", "<bdi>ليلى مثال</bdi>"),
        ("Ada\u202eelpmaxE", "<bdi>Ada\u202eelpmaxE</bdi>"),
        ("<b>", "&#60;b&#62;"),
    ],
)
def test_what_turns_the_direction_of_writing_does_so_for_itself_only(text: str, shown: str) -> None:
    assert isolated(text) == shown


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("we proposeA garden", "we propose A garden", "we <del>proposeA</del> <ins>propose A</ins> garden"),
        ("all is new", "every thing", "<del>all is new</del> <ins>every thing</ins>"),
        ("growth.111 Then", "growth. Then", "<del>growth.111</del> <ins>growth.</ins> Then"),
        ("as Figure 1: A leaf shown", "as shown", "as <del>Figure 1&#58; A leaf</del> shown"),
        ("a a a", "a a", "a a <del>a</del>"),
        ("<b>bold</b> words", "bold words", "<del>&#60;b&#62;bold&#60;/b&#62;</del> <ins>bold</ins> words"),
    ],
)
def test_a_repair_shows_its_surroundings_once(before: str, after: str, shown: str) -> None:
    assert mended(Repair("abstract", "glued-words", before, after)) == shown


def test_only_what_the_page_shows_was_mended_or_damaged() -> None:
    known = one("2406.09415")
    assert [field for field, _ in repairs_of(known.provenance)] == ["abstract"]
    assert damage_of(known.records, known.provenance) == ["its formulas are missing"]
    elsewhere = {**known.provenance, "abstract": Provenance(known.records[0].source, "stated")}
    assert repairs_of(elsewhere) == []
    assert damage_of(known.records, elsewhere) == []


def test_a_timeline_names_every_year_that_has_papers() -> None:
    drawn = str(timeline({"2020": 2, "2023": 1500, "1999": 1, "soon": 3}, ROOT))
    assert re.findall(r'aria-label="(\d{4}: [\d,]+)"', drawn) == ["1999: 1", "2020: 2", "2023: 1,500"]
    assert 'href="../../years/2023/"' in drawn
    assert timeline({"2020": 2}, ROOT) == ""


def test_the_years_below_a_timeline_do_not_touch() -> None:
    drawn = str(timeline({str(year): 1 for year in range(2005, 2026)}, ROOT))
    places = [float(x) for x in re.findall(r'<text x="([\d.]+)" y="73">', drawn)]
    assert len(places) > 5
    assert min(right - left for left, right in pairwise(places)) >= 30


TOPICS = """
topics:
  Plants: {spellings: [plant]}
  Trees: {spellings: [tree], broader: Plants}
  Oaks: {spellings: [oak], broader: Trees}
  Stones: {spellings: [stone]}
"""


def test_topics_know_what_they_are_part_of_and_what_is_part_of_them() -> None:
    vocabulary, found = read_topics("topics.yml", TOPICS)
    assert found == ()
    plants, trees, oaks, stones = (topic(name) for name in ("Plants", "Trees", "Oaks", "Stones"))
    broader = broader_topics(vocabulary)
    assert broader == {trees: plants, oaks: trees}
    made = (paper("a", "A", 1, tags=(plants, trees, oaks)), paper("b", "B", 2, tags=(plants, stones)))
    catalog = Catalog.of(replace(Library(made, {}, (), (), ()), broader=broader))
    assert catalog.ways[oaks] == [plants, trees]
    assert catalog.narrower[plants] == [(trees, 1)]
    assert catalog.ways[stones] == []
    assert stones not in catalog.narrower
    # A topic that no paper here has has no page; nobody is led there.
    without = Catalog.of(replace(Library(made[1:], {}, (), (), ()), broader=broader))
    assert plants not in without.narrower


def test_a_paper_is_made_an_item_of_lists_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def watched(paper: Paper) -> str:
        made.append(paper.key)
        return coins(paper)

    monkeypatch.setattr(pieces_module, "coins", watched)
    rows: dict[bytes, str | Away] = {}
    known = library()
    Pieces(Catalog.of(known), rows).find_out()
    assert len(made) == len(rows) == len(known.papers)
    made.clear()
    edited = replace(known.papers[3], title="Another title")
    Pieces(Catalog.of(replace(known, papers=(*known.papers[:3], edited, *known.papers[4:]))), rows).find_out()
    assert made == [edited.key]
    assert len(rows) == len(known.papers), "the row of the paper as it was is let go"


def test_a_paper_is_made_an_item_of_short_lists_with_its_row_if_that_is_new() -> None:
    known = Catalog.of(library())
    each_anew = [str(Pieces(known, {}).briefs([paper])) for paper in known.newest]
    rows: dict[bytes, str | Away] = {}
    away: list[str] = []

    def hold(texts: Sequence[str]) -> Sequence[str]:
        away.extend(texts)
        return [f"{text}!" for text in texts]

    ahead = Pieces(known, rows, hold)
    ahead.find_out()
    assert away == [str(ahead.rows([paper], pieces_module.ROOT))[:-1] for paper in known.newest] + each_anew
    assert [str(ahead.briefs([paper])) for paper in known.newest] == [f"{brief}!" for brief in each_anew]
    again = Pieces(known, rows)
    again.find_out()
    assert [str(again.briefs([paper])) for paper in known.newest] == each_anew


def test_people_are_counted_in_the_order_given(pieces: Pieces) -> None:
    ada = Person("ada-example", "Ada Example", ("Ada Example",), ("a", "b"))
    assert pieces.counted_people([(ada, 1200)], "../") == (
        '<li><a href="../authors/ada-example/">Ada Example</a> <span>1,200</span></li>'
    )


def test_a_tag_leads_to_its_own_page(pieces: Pieces) -> None:
    venue = Tag("venue", "journal-of-examples", "Journal of Examples")
    assert pieces.links([venue], "../") == '<a href="../venues/journal-of-examples/">Journal of Examples</a>'


@given(st.text(alphabet="ab .$\\()\n\x07é"), st.integers(2, 12))
@example("a  " * 40, 4)
@example("$x$ and $y$", 3)
def test_the_beginning_of_a_text_is_that_of_all_of_it(text: str, longest: int) -> None:
    assert rich.shortened(text, longest) == rich.clipped(rich.plain(text), longest)
