"""Merging field by field, keys and redirects, on hand-made records."""

from typing import Any

import pytest

from papergarden.model import Link, Match, Repair, Source
from papergarden.steps.link import link
from papergarden.steps.merge import merge
from papergarden.text.slugs import fingerprint
from tests.steps.records import TITLE, decided, joined, record

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
