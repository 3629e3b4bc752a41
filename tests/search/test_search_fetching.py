"""What the browser's search fetches of an index and when, and what it does where files are lost."""

from pathlib import Path

import pytest

from papergarden.writers import search_index, search_table
from papergarden.writers.search_places import document_numbers
from tests.node import Ask
from tests.search.indexes import in_files, many, paper, save, tails_of


def test_a_lost_or_damaged_file_costs_only_what_was_in_it(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_files(monkeypatch)
    base = save(many(3000), tmp_path)
    question = {"base": base, "queries": ["study7 thing7"], "options": {}}
    (whole,) = ask("search", question)
    assert whole["results"][0]["title"] == "Study7 of thing7 number"
    assert not whole["missing"]
    shards = [Path(path) for path in whole["fetched"] if not path.endswith("manifest.bin")]
    content = shards[-1].read_bytes()
    for damaged in (content[: len(content) // 2], content[:-3] + b"abc", b"", b"<html>404</html>"):
        shards[-1].write_bytes(damaged)
        (answer,) = ask("search", question)
        assert answer["missing"]
    shards[-1].unlink()
    (answer,) = ask("search", question)
    assert answer["missing"]
    assert 0 < len(answer["results"]) < len(whole["results"])


def test_a_site_published_anew_is_noticed(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_files(monkeypatch)
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
    base = save(many(1000), tmp_path / "old")
    added = paper("new", "Zyzzyva Study7", abstract="word7 again", date="2030")
    replacement = save([*many(1000), added], tmp_path / "new")
    about = {
        "base": base,
        "replacement": replacement,
        "queries": ["study7", "zyzzyva", "study7 zyzzyva", "study9"],
    }
    before, word, both, other = ask("worker", about)
    assert before["results"][0]["title"] == "Study7 of thing7 number"
    assert word["results"][0]["title"] == both["results"][0]["title"] == "Zyzzyva Study7"
    assert other["results"][0]["title"] == "Study9 of thing9 number"
    assert not any(answer["missing"] for answer in (before, word, both, other))


def test_the_box_and_the_page_to_browse_do_not_overtake_each_other(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_files(monkeypatch)
    box, view = {"text": "study7"}, {"text": "study9", "every": True}
    answers = ask("together", {"base": save(many(1000), tmp_path), "asked": [box, view, box, view, box]})
    assert sorted(answer["id"] for answer in answers if not answer.get("soon")) == [3, 4]


def test_who_types_on_waits_for_no_more_than_likely_results(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_files(monkeypatch)
    typed = {"text": "study7 thing7", "early": True, "patience": 100}
    after = typed | {"text": "study9 thing9", "after": 0}
    answers = ask("together", {"base": save(many(1000), tmp_path), "asked": [typed, after]})
    assert [(answer["id"], answer.get("soon", False)) for answer in answers] == [
        (0, True),
        (1, True),
        (1, False),
    ]


def test_frequent_terms_are_whole_where_it_matters(ask: Ask, tmp_path: Path) -> None:
    base = save(many(3000), tmp_path)
    queries = ["number", "number year:2003", "study2999 number"]
    single, filtered, both = ask("search", {"base": base, "queries": queries, "options": {}})
    assert len(single["results"]) == 10
    assert {result["date"] for result in filtered["results"]} == {"2003"}
    assert filtered["total"] == 150
    assert both["results"][0]["title"].startswith("Study2999 ")


def test_every_document_is_found_by_its_number(ask: Ask, tmp_path: Path) -> None:
    library = many(3000)
    numbers = document_numbers(library)
    address = {number: url for url, number in numbers.items()}
    base = save(library, tmp_path)
    queries = ["number", "thing7 number", "thing7 thing8", "number year:2003", "thing7 -study7"]
    answers = ask("search", {"base": base, "queries": queries, "options": {"every": True}})
    found = [[address[number] for number in answer["documents"].values()] for answer in answers]
    assert set(found[0]) == {paper.url for paper in library}
    assert set(found[1]) == {f"papers/p{i}/" for i in range(7, 3000, 50)}
    assert set(found[2]) == {f"papers/p{i}/" for i in range(3000) if i % 50 in {7, 8}}
    assert set(found[3]) == {f"papers/p{i}/" for i in range(3, 3000, 20)}
    assert set(found[4]) == set(found[1]) - {"papers/p7/"}
    assert [answer["whole"] for answer in answers] == [True, True, False, True, True]
    years = [int(url.split("p")[-1].strip("/")) % 20 for url in found[1]]
    assert years == sorted(years, reverse=True)


def test_likely_results_come_first_then_all_ten(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_files(monkeypatch)
    about = {"base": save(many(1000), tmp_path), "queries": ["study7 thing7 number"], "options": {}}
    (whole,) = ask("search", about)
    (likely,) = whole["early"]
    assert len(whole["results"]) == 10
    assert [result["title"] for result in likely["results"]] == ["Study7 of thing7 number"]
    assert likely["results"] == whole["results"][:1]
    assert likely["total"] == whole["total"] == 1
    assert len(likely["fetched"]) < len(whole["fetched"])


def test_a_title_tells_what_the_first_postings_of_a_frequent_word_do_not(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_files(monkeypatch)
    monkeypatch.setattr(search_table, "FIRST_TIER", 20)
    monkeypatch.setattr(search_index, "FIRST_TIER", 20)
    base = save([*many(1000), paper("x", "Zyzzyva in a rather long number of words", date="1990")], tmp_path)
    queries = ["zyzzyva number", "zyzzyva again"]
    said, unsaid = ask("search", {"base": base, "queries": queries, "options": {}})
    assert said["results"][0]["title"].startswith("Zyzzyva")
    assert (said["total"], unsaid["total"]) == (1, 0)
    assert tails_of(base).isdisjoint(said["fetched"])
    assert not tails_of(base).isdisjoint(unsaid["fetched"])


def test_a_small_index_answers_from_its_manifest(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "INLINE_BYTES", 3_000)
    base = save(many(400), tmp_path)
    certain = ["study7 thing7", "study7 thnig7 number", "study33"]
    doubtful = ["-number study7", '"study7 of thing7"', "study7 unheardof", "year:2003 study3"]
    answers = ask("search", {"base": base, "queries": certain + doubtful, "options": {}})
    for answer in answers[: len(certain)]:
        early = answer["early"][0]
        assert early["results"][0] == answer["results"][0]
        assert len(early["fetched"]) == 1
    assert len(answers[0]["fetched"]) > 1
    for answer in answers[len(certain) :]:
        assert all(len(early["fetched"]) > 1 for early in answer["early"])
