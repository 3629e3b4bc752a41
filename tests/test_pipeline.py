"""The whole line on the real seeds, and on bad documents among them."""

import dataclasses
import os
import random
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from papergarden.files import Collection, collect
from papergarden.model import Library, Paper, Seed
from papergarden.pipeline import assemble, write_site
from papergarden.project import load_settings
from papergarden.shelf import Shelf
from papergarden.writers import pieces
from papergarden.writers.coins import coins
from papergarden.writers.exports import EXPORTS

ROOT = Path(__file__).parents[1]


@cache
def collection() -> Collection:
    return collect(load_settings(ROOT / "mkdocs.yml"))


@cache
def library() -> Library:
    return assemble(collection())


def test_two_hundred_entries_of_five_documents_are_188_papers() -> None:
    documents = {report.path: report.entries for report in library().seeds if report.path.endswith(".txt")}
    assert sorted(documents.values()) == [10, 10, 30, 50, 100]
    assert len(library().papers) == 188
    listed = [
        len([record for record in paper.records if record.source.seed in documents])
        for paper in library().papers
    ]
    assert sorted(listed)[-12:] == [1] + [2] * 10 + [3]


def test_every_paper_has_its_real_title() -> None:
    assert [paper.key for paper in library().papers if not paper.title] == []
    assert {paper.title_origin for paper in library().papers} == {"stated"}


def test_an_author_that_is_no_person_is_a_tag_from_the_first_build_on(tmp_path: Path) -> None:
    authors = '"authors": ["Ada Example", "Kettle Team"]'
    seed = Seed("papers.jsonl", f'{{"title": "Kettles and other pots", {authors}}}\n')
    shelf = Shelf(tmp_path)
    for _ in range(2):
        (paper,) = assemble(
            Collection([seed], Seed("decisions.yml", ""), collection().topics, ()), shelf
        ).papers
        assert "Kettle Team" in [tag.name for tag in paper.tags if tag.kind == "organization"]


def test_every_line_of_every_seed_is_accounted_for() -> None:
    for seed, report in zip(collection().seeds, library().seeds, strict=True):
        lines = sum(bool(line.strip()) for line in seed.text.split("\n"))
        assert lines == report.lines == report.entry_lines + report.furniture_lines + report.finding_lines


def test_the_seeds_have_no_finding_of_level_error() -> None:
    assert [finding for finding in library().findings if finding.level == "error"] == []


def test_every_field_points_at_a_line_that_there_is() -> None:
    lines = {seed.path: seed.text.count("\n") + 1 for seed in collection().seeds} | {
        "decisions.yml": collection().decisions.text.count("\n") + 1
    }
    for paper in library().papers:
        for provenance in paper.provenance.values():
            assert 1 <= provenance.source.line <= lines[provenance.source.seed]


def test_every_paper_has_two_topics_or_more() -> None:
    counts = {paper.key: sum(tag.kind == "topic" for tag in paper.tags) for paper in library().papers}
    assert {key: count for key, count in counts.items() if count < 2} == {}


def test_every_author_has_a_page_that_lists_the_paper() -> None:
    for paper in library().papers:
        for authorship in paper.authors:
            if authorship.person:
                assert paper.key in library().people[authorship.person].papers


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_documents_does_not_matter(seed: int) -> None:
    seeds = list(collection().seeds)
    random.Random(seed).shuffle(seeds)
    shuffled = assemble(dataclasses.replace(collection(), seeds=tuple(seeds)))
    assert EXPORTS["jsonl"](shuffled) == EXPORTS["jsonl"](library())
    assert shuffled.findings == library().findings


def test_the_hash_seed_does_not_matter() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-m", "papergarden", "export"],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": str(seed), "TZ": "Asia/Tokyo"},
            check=True,
            capture_output=True,
        ).stdout
        for seed in range(2)
    }
    assert outputs == {EXPORTS["jsonl"](library()).encode()}


BAD_DOCUMENTS = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)),
    "broken.txt": "Department of Examples\nAbstract:Naïve ".encode() + b"\xff\xfe of an abstract.\n",
    "prose.txt": b"Dear Ada,\n\nthank you for the papers. I have not read them yet.\n\nBest wishes\n",
    "mark.txt": "\ufeffDepartment of Examples\r\nAbstract:With a mark and other line ends.\r\n".encode(),
    "long.txt": b"Department of Examples\nAbstract:" + b"Words of a long abstract. " * 400_000,
}


def test_bad_documents_are_findings_and_cost_nothing_else(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    for name, content in BAD_DOCUMENTS.items():
        (tmp_path / "seeds" / name).write_bytes(content)
    (tmp_path / "seeds" / "folder.txt").mkdir()
    settings = dataclasses.replace(load_settings(ROOT / "mkdocs.yml"), seeds=tmp_path / "seeds")
    result = assemble(collect(settings))
    codes = {(finding.source.seed, finding.code) for finding in result.findings}
    assert codes >= {
        ("empty.txt", "empty-file"),
        ("binary.txt", "binary-file"),
        ("broken.txt", "broken-utf-8"),
        ("folder.txt", "empty-folder"),
        ("prose.txt", "unknown-format"),
        ("long.txt", "unknown-format"),
    }
    assert {paper.key for paper in library().papers} <= {paper.key for paper in result.papers}
    assert len(result.papers) == 188 + 2


def test_nothing_at_all_is_a_library_too() -> None:
    empty = assemble(Collection((), Seed("decisions.yml", ""), collection().topics, ()))
    assert (empty.papers, empty.entries) == ((), 0)


def test_papers_in_lists_are_made_once_for_all_builds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def watched(paper: Paper) -> str:
        made.append(paper.key)
        return coins(paper)

    monkeypatch.setattr(pieces, "coins", watched)
    settings, known = load_settings(ROOT / "mkdocs.yml"), library()

    def build(papers: tuple[Paper, ...]) -> list[str]:
        made.clear()
        list(write_site(dataclasses.replace(known, papers=papers), settings, shelf=Shelf(tmp_path)))
        return sorted(made)

    assert build(known.papers) == [paper.key for paper in known.papers]
    assert build(known.papers) == []
    edited = dataclasses.replace(known.papers[7], title="Another title")
    assert build((*known.papers[:7], edited, *known.papers[8:])) == [edited.key]
