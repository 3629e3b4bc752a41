"""Merging field by field, keys and redirects, on hand-made records."""

import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergarden.model import Decision, Finding, Link, Match, Paper, Record, Repair, Source
from papergarden.steps.link import link
from papergarden.steps.merge import Merged, merge
from papergarden.text.slugs import fingerprint

TITLE = "Growing Tulips with Sparse Attention"


def record(line: int, seed: str = "a.txt", **fields: Any) -> Record:
    words = (fields.get("title") or fields.get("abstract") or "").split()
    ref = f"arxiv:{fields['arxiv_id']}" if fields.get("arxiv_id") else f"{seed}: {' '.join(words[:8])}"
    return Record(source=Source(seed, line), end=line, reader="cards", ref=ref, **fields)


def joined(*records: Record) -> tuple[Match, ...]:
    """The matches that make one paper of all records."""
    first = records[0]
    return tuple(
        Match(first.source, one.source, "same", "as the test says", "", first.ref, one.ref)
        for one in records[1:]
    )


def decided(act: Any, subject: str, field: str = "", *value: str) -> Decision:
    return Decision(Source("decisions.yml", 3), act, (subject,), field, value, "so it is")


FIELD_RULES: dict[str, tuple[str, dict[str, Any], dict[str, Any], Any]] = {
    "stated beats enriched": (
        "title",
        {"title": "Growing Tulips", "origin": "stated"},
        {"title": "Growing Tulips in Long Beds", "origin": "enriched"},
        "Growing Tulips",
    ),
    "enriched beats inferred": (
        "title",
        {"title": "Growing Tulips", "origin": "enriched"},
        {"title": "Growing Tulips in Long Beds", "origin": "inferred"},
        "Growing Tulips",
    ),
    "whole beats cut": (
        "title",
        {"title": "Growing Tulips"},
        {"title": "Growing Tulips in Long…"},
        "Growing Tulips",
    ),
    "whole beats the beginning of it": (
        "abstract",
        {"abstract": "One costs 2. The other 3.", "repairs": (Repair("abstract", "TeX", "2", "2"),)},
        {"abstract": "One costs 2."},
        "One costs 2. The other 3.",
    ),
    "a complete author list beats a longer one that is cut": (
        "authors",
        {"authors": ("Ada Example", "Bela Sample")},
        {"authors": ("Ada Example", "Bela Sample", "Cleo Instance"), "authors_complete": False},
        ("Ada Example", "Bela Sample"),
    ),
    "more authors": (
        "authors",
        {"authors": ("Ada Example", "Bela Sample")},
        {"authors": ("Ada Example",)},
        ("Ada Example", "Bela Sample"),
    ),
    "full names": ("authors", {"authors": ("Ada Example",)}, {"authors": ("A. Example",)}, ("Ada Example",)),
    "intact beats damaged": (
        "abstract",
        {"abstract": "It costs $O(n)$."},
        {"abstract": "It costs, as all of us know, much.", "damage": {"abstract": "maths missing"}},
        "It costs $O(n)$.",
    ),
    "intact beats repaired": (
        "abstract",
        {"abstract": "It costs 2."},
        {"abstract": "Indeed it costs 2.", "repairs": (Repair("abstract", "TeX", "2", "2"),)},
        "It costs 2.",
    ),
    "a longer text": ("abstract", {"abstract": "One. Two."}, {"abstract": "One."}, "One. Two."),
    "not in capitals": ("title", {"title": "Growing Tulips"}, {"title": "GROWING TULIPS"}, "Growing Tulips"),
    "a more precise date": ("date", {"date": "2024-06"}, {"date": "2023"}, "2024-06"),
    "an earlier date": ("date", {"date": "2023-06"}, {"date": "2024-06"}, "2023-06"),
    "a venue that is one": ("venue", {"venue": "ICML"}, {"venue": "arXiv preprint"}, "ICML"),
    "a DOI that is not arXiv's own": (
        "doi", {"doi": "10.1000/182"}, {"doi": "10.48550/arxiv.2402.18668"}, "10.1000/182",
    ),
    "the higher score": ("score", {"score": 44.9}, {"score": 12.0}, 44.9),
    "the later version": ("arxiv_version", {"arxiv_version": 3}, {"arxiv_version": 1}, 3),
    "code if anybody knows of it": ("has_code", {"has_code": True}, {}, True),
    "categories of all": (
        "categories",
        {"categories": ("cs.LG", "stat.ML")},
        {"categories": ("cs.CL", "cs.LG")},
        ("cs.CL", "cs.LG", "stat.ML"),
    ),
    "links of all, each once": (
        "links",
        {"links": (Link("code", "https://github.com/a/b"), Link("pdf", "https://example.org/p.pdf"))},
        {"links": (Link("", "http://www.github.com/a/b/"),)},
        (Link("code", "https://github.com/a/b"), Link("pdf", "https://example.org/p.pdf")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FIELD_RULES)
@pytest.mark.parametrize("turn", [1, -1])
def test_the_better_value_wins_wherever_it_stands(case: str, turn: int) -> None:
    name, left, right, expected = FIELD_RULES[case]
    first, second = [left, right][::turn]
    records = record(1, **first), record(2, "b.txt", **second)
    for order in (records, records[::-1]):
        ((paper,), _) = merge(order, joined(*records), ())
        value = getattr(paper, name)
        assert (tuple(one.name for one in value) if name == "authors" else value) == expected


def test_every_field_keeps_its_place_its_repairs_and_what_lost() -> None:
    mended = Repair("title", "TeX", 'Gr\\"owing', "Gröwing")
    one = record(4, title="Gröwing Tulips", date="2023-05", lines={"title": 5}, repairs=(mended,))
    other = record(9, "b.txt", title="gröwing tulips", date="2024", authors=("Ada Example",))
    ((paper,), _) = merge([one, other], joined(one, other), ())
    assert paper.title == "gröwing tulips"
    assert paper.provenance["title"].source == Source("b.txt", 9)
    assert paper.provenance["title"].others == ()
    assert paper.provenance["date"].source == Source("a.txt", 4)
    assert paper.provenance["date"].others == ((Source("b.txt", 9), "2024"),)
    assert paper.provenance["authors"].origin == "stated"
    ((alone,), _) = merge([one], (), ())
    assert alone.provenance["title"].source == Source("a.txt", 5)
    assert alone.provenance["title"].repairs == (mended,)


def test_a_person_decides_over_all_and_the_old_value_is_kept() -> None:
    one = record(1, title=TITLE, authors=("Ada Example",), authors_complete=False)
    decisions = (
        decided("set", TITLE, "title", "Growing Roses"),
        decided("set", TITLE, "authors", "Ada Example", "Bela Sample"),
        decided("set", TITLE, "score", "4.5"),
    )
    ((paper,), findings) = merge([one], (), decisions)
    assert findings == ()
    assert (paper.title, paper.title_origin, paper.key) == ("Growing Roses", "decided", "growing-roses")
    assert paper.aliases == ("growing-tulips-with-sparse-attention",)
    assert (len(paper.authors), paper.authors_complete, paper.score) == (2, True, 4.5)
    assert paper.provenance["title"].source == Source("decisions.yml", 3)
    assert paper.provenance["title"].others == ((Source("a.txt", 1), TITLE),)


def test_links_that_a_person_decides_on_tell_the_addresses_that_were_there() -> None:
    before = record(
        1, title=TITLE, links=(Link("code", "https://example.org/a"), Link("", "https://b.example"))
    )
    verdict = decided("set", TITLE, "links", "https://github.com/a/b")
    ((paper,), _) = merge([before], (), (verdict,))
    assert paper.links == (Link("code", "https://github.com/a/b"),)
    assert paper.provenance["links"].others == ((before.source, "https://example.org/a, https://b.example"),)


def test_what_was_taken_away_before_it_is_decided_anew_is_not_told() -> None:
    verdicts = (decided("set", TITLE, "venue"), decided("set", TITLE, "venue", "ICLR"))
    ((paper,), _) = merge([record(1, title=TITLE, venue="ICML")], (), verdicts)
    assert paper.venue == "ICLR"
    assert [text for _, text in paper.provenance["venue"].others] == ["ICML"]


def test_an_empty_value_takes_a_field_away() -> None:
    ((paper,), _) = merge([record(1, title=TITLE, venue="ICML")], (), (decided("set", TITLE, "venue"),))
    assert paper.venue == ""


def test_a_missing_title_is_inferred_and_said() -> None:
    one = record(6, abstract="We study how tulips grow when each bulb attends to few of its neighbours.")
    ((paper,), (finding,)) = merge([one], (), ())
    assert paper.title == "We study how tulips grow when each bulb attends to…"
    assert paper.title_origin == paper.provenance["title"].origin == "inferred"
    assert (finding.code, finding.source) == ("untitled", Source("a.txt", 6))
    assert paper.key == "we-study-how-tulips-grow-when-each-bulb"


@pytest.mark.parametrize(
    ("fields", "title"),
    [({"arxiv_id": "2402.18668"}, "arXiv:2402.18668"), ({"doi": "10.1000/182"}, "doi:10.1000/182")],
)
def test_an_id_stands_for_the_title_where_there_is_nothing_else(fields: dict[str, str], title: str) -> None:
    ((paper,), (finding,)) = merge([record(6, **fields)], (), ())
    assert (paper.title, paper.title_origin) == (title, "inferred")
    assert paper.key in ("2402.18668", "10-1000-182")
    assert "so its id stands for it" in finding.what


def test_a_missing_date_is_the_month_of_the_arxiv_id() -> None:
    ((paper,), _) = merge([record(1, title=TITLE, arxiv_id="2406.09415")], (), ())
    assert (paper.date, paper.provenance["date"].origin) == ("2024-06", "inferred")
    ((stated,), _) = merge([record(1, title=TITLE, arxiv_id="2406.09415", date="2025")], (), ())
    assert stated.date == "2025"


def test_a_hidden_paper_is_left_out_and_said() -> None:
    hidden, shown = record(1, title=TITLE), record(2, title="Roses")
    ((paper,), (finding,)) = merge([hidden, shown], (), (decided("hide", TITLE),))
    assert paper.title == "Roses"
    assert (finding.code, finding.source) == ("hidden", Source("a.txt", 1))
    assert "so it is" in finding.what


def test_a_decision_in_vain_is_a_finding() -> None:
    _, (finding,) = merge([record(1, title=TITLE)], (), (decided("hide", "Roses"),))
    assert (finding.code, finding.source, finding.text) == (
        "decision-in-vain",
        Source("decisions.yml", 3),
        "Roses",
    )


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"arxiv_id": "2406.09415", "title": TITLE}, "2406.09415"),
        ({"arxiv_id": "cs/0112017"}, "cs-0112017"),
        ({"arxiv_id": "../../etc/passwd"}, "etc-passwd"),
        ({"title": TITLE, "abstract": "We study tulips."}, "growing-tulips-with-sparse-attention"),
        ({"title": "CON"}, f"con-{fingerprint('con')}"),
        ({"doi": "10.1000/182"}, "10-1000-182"),
    ],
)
def test_keys(fields: dict[str, Any], key: str) -> None:
    ((paper,), _) = merge([record(1, **fields)], (), ())
    assert paper.key == key


def test_every_key_that_a_record_alone_would_have_had_redirects() -> None:
    records = (
        record(1, abstract="We study how tulips grow when each bulb attends."),
        record(2, title=TITLE, abstract="We study how tulips grow."),
        record(3, arxiv_id="2406.09415"),
    )
    ((paper,), _) = merge(records, joined(*records), ())
    assert paper.key == "2406.09415"
    assert paper.aliases == (
        "growing-tulips-with-sparse-attention",
        "we-study-how-tulips-grow-when-each-bulb",
    )


def test_papers_with_one_title_get_keys_of_their_own_and_the_earlier_keeps_the_plain_one() -> None:
    early = record(1, title="Adversarial Examples", abstract="Of tulips.", date="2014")
    late = record(2, title="Adversarial Examples", abstract="Of roses.", date="2019")
    papers, _ = merge([late, early], (), ())
    assert [paper.key for paper in papers] == [
        "adversarial-examples",
        f"adversarial-examples-{fingerprint('Of roses.')}",
    ]
    assert papers[0].date == "2014"
    assert papers[0].aliases == (f"adversarial-examples-{fingerprint('Of tulips.')}",)
    assert merge([early], (), ())[0][0].key == papers[0].key


def test_papers_that_say_the_same_and_are_decided_to_differ_have_two_keys() -> None:
    papers, _ = merge([record(1, title=TITLE), record(2, "b.txt", title=TITLE)], (), ())
    assert len({paper.key for paper in papers}) == 2


def test_records_on_one_line_are_told_apart() -> None:
    one = record(1, title="Proceedings of the Garden Society of the North, First Volume")
    other = record(1, title="Proceedings of the Garden Society of the North, Second Volume")
    matches, _ = link([one, other], ())
    papers, _ = merge([one, other], matches, ())
    assert one.ref == other.ref
    assert len(papers) == 2


def test_a_paper_has_the_matches_that_speak_of_it() -> None:
    one, other, third = (
        record(1, title=TITLE),
        record(2, "b.txt", title=TITLE),
        record(3, "c.txt", title=TITLE),
    )
    near = Match(one.source, third.source, "near", "the titles agree", "", one.ref, third.ref)
    first, second = merge([one, other, third], (*joined(one, other), near), ())[0]
    assert {len(first.matches), len(second.matches)} == {1, 2}


WORDS = st.sampled_from(["tulips", "roses", "beds", "water", "of", "the", "Adversarial", "Examples"])
TEXT = st.lists(WORDS, max_size=6).map(" ".join)
RECORD = st.fixed_dictionaries(
    {
        "title": TEXT,
        "abstract": TEXT,
        "arxiv_id": st.sampled_from(["", "", "2406.09415", "2406.09416"]),
        "authors": st.lists(st.sampled_from(["Ada Example", "A. Example"]), max_size=2).map(tuple),
        "authors_complete": st.booleans(),
        "date": st.sampled_from(["", "2023", "2023-05", "2024"]),
        "origin": st.sampled_from(["stated", "enriched"]),
        "score": st.sampled_from([None, 1.0, 2.0]),
        "categories": st.lists(st.sampled_from(["cs.CL", "cs.LG"]), max_size=2, unique=True).map(tuple),
    }
)


@given(st.lists(RECORD, max_size=7), st.randoms(use_true_random=False))
def test_the_order_of_seeds_does_not_matter(fields: list[dict[str, Any]], chance: random.Random) -> None:
    records = [record(number, f"{number}.txt", **some) for number, some in enumerate(fields, 1)]
    expected = _library(records)
    chance.shuffle(records)
    assert _library(records) == expected
    addresses = [address for paper in expected[0] for address in (paper.key, *paper.aliases)]
    assert len(addresses) == len(set(addresses))
    assert sum(len(paper.records) for paper in expected[0]) == len(records)


def _library(records: list[Record]) -> tuple[tuple[Paper, ...], set[Finding]]:
    papers, findings = merge(records, link(records, ())[0], ())
    return papers, set(findings)


@given(st.lists(RECORD, max_size=5))
def test_what_a_paper_says_does_not_depend_on_the_names_of_seeds(fields: list[dict[str, Any]]) -> None:
    records = [record(number, f"{number}.txt", **some) for number, some in enumerate(fields, 1)]
    renamed = [
        replace(one, source=Source(f"{99 - one.source.line}.txt", 1), ref=f"{99 - one.source.line}.txt")
        for one in records
    ]
    assert sorted(_said(records)) == sorted(_said(renamed))


def _said(records: list[Record]) -> list[tuple[Any, ...]]:
    papers, _ = merge(records, link(records, ())[0], ())
    return [
        (paper.title, paper.abstract, paper.date, str(paper.authors), str(paper.score)) for paper in papers
    ]


TOLD = st.sampled_from(["title", "authors", "date", "categories", "keywords", "links", "score", "venue"])
REPAIRS = st.builds(Repair, TOLD, st.sampled_from(["TeX", "space"]), st.just("a"), st.just("b"))
PLACED = st.fixed_dictionaries(
    {
        "lines": st.dictionaries(TOLD, st.integers(1, 9)),
        "repairs": st.lists(REPAIRS, max_size=4).map(tuple),
        "keywords": st.lists(st.sampled_from(["Tulips", "tulips", "Roses", "…"]), max_size=4).map(tuple),
        "links": st.lists(
            st.builds(
                Link, st.sampled_from(["", "code"]), st.sampled_from(["https://a.org", "https://b.org/"])
            ),
            max_size=3,
            unique_by=lambda link: link.url,
        ).map(tuple),
        "has_code": st.booleans(),
        "venue": st.sampled_from(["", "Tulip Letters"]),
    }
)


@given(RECORD, PLACED)
def test_a_record_alone_says_what_it_says_beside_one_that_says_nothing(
    fields: dict[str, Any], placed: dict[str, Any]
) -> None:
    stating = record(1, **fields, **placed)
    silent = replace(Record(source=Source("z.txt", 1), end=1, reader="cards", ref="z"), origin="inferred")
    alone, beside = (merge(group, joined(*group), ())[0][0] for group in ([stating], [stating, silent]))
    same: dict[str, Any] = {"records": (), "matches": (), "aliases": (), "key": ""}
    if stating.title:
        assert replace(alone, **same) == replace(beside, **same)
        assert [*alone.provenance] == [*beside.provenance]


@pytest.mark.parametrize("number", range(30))
def test_papers_are_those_that_are_made_without_memory(number: int) -> None:
    chance = random.Random(number)
    titles = ("", TITLE, "Growing Tulips", "On kettles")

    def some(line: int) -> Record:
        ids = {"arxiv_id": f"2402.0000{chance.randrange(4)}"} if chance.random() < 0.3 else {}
        fields = {"title": chance.choice(titles), "abstract": chance.choice(("", "One."))}
        dates = {"date": chance.choice(("", "2024"))}
        return record(line, authors=("Ada Example",) * chance.randrange(2), **fields, **ids, **dates)

    records = [some(line) for line in range(1, 9)]
    merged = Merged()
    for _ in range(12):
        records[chance.randrange(8)] = some(chance.randrange(1, 9))
        acts = [decided("hide", TITLE), decided("set", "On kettles", "venue", "Teas")]
        decisions = chance.sample(acts, chance.randrange(3))
        matches, _ = link(records, ())
        assert merge(records, matches, decisions, merged) == merge(records, matches, decisions)


def test_papers_of_the_same_records_are_the_same_objects() -> None:
    one, other = record(1, title="On kettles", date="2024"), record(2, title="On gardens", date="2024")
    merged = Merged()
    (first,), _ = merge([one], (), (), merged)
    papers, _ = merge([one, other], (), (), merged)
    assert first in papers
    assert any(first is paper for paper in papers)
    elder = record(3, title="On kettles", date="2020")
    papers, _ = merge([one, elder], (), (), merged)
    assert {paper.key: paper.date for paper in papers}["on-kettles"] == "2020"
    assert first.key == "on-kettles"
