"""The files to browse: what the browser opens is what the library knows, and little of it changes."""

import zlib
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import product
from pathlib import Path

import pytest

from papergarden.model import Authorship, Library, Paper
from papergarden.writers import browse_files
from papergarden.writers.api_files import PaperShards
from papergarden.writers.catalog import Catalog
from papergarden.writers.facets import Facet, facets
from papergarden.writers.pieces import Pieces
from tests.library import library as awkward_library
from tests.library import people
from tests.node import Ask


def many() -> Library:
    """The awkward papers, each many times over, so that names need files of their own."""
    known = awkward_library()
    copies = product(range(3), known.papers)
    made = [replace(paper, key=f"{paper.key}-{number}", aliases=()) for number, paper in copies]
    papers = tuple(sorted(made, key=lambda paper: paper.key))
    return replace(known, papers=papers, people=people(papers))


def files(of: Library) -> dict[str, bytes]:
    catalog = Catalog.of(of)
    made = browse_files.batch(catalog, PaperShards(catalog), Pieces(catalog, {})).files
    return {file.path: content for file in made if isinstance(content := file.content, bytes)}


@pytest.fixture(params=[1, 100_000], ids=["fetched when opened", "at once"])
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The files on disk, with names of a facet in blocks or not, its counts in the manifest or not."""
    monkeypatch.setattr(browse_files, "AT_ONCE", request.param)
    monkeypatch.setattr(browse_files, "MOST_NAMES", request.param)
    for path, content in files(many()).items():
        (tmp_path / path.removeprefix("browse/")).write_bytes(content)
    return tmp_path


def known() -> list[Facet]:
    return list(facets(Catalog.of(many())))


def test_the_browser_reads_what_was_written(ask: Ask, folder: Path) -> None:
    read = ask("facets", {"folder": str(folder)})
    written = [
        [facet.name, facet.every, [[value.slug, value.name, list(value.papers)] for value in facet.values]]
        for facet in known()
    ]
    assert read == written
    assert any(len(facet.values) > browse_files.BLOCK for facet in known())


def chosen() -> Iterator[list[tuple[str, list[str]]]]:
    yield []
    yield [("topic", ["long-context"])]
    yield [("topic", ["long-context", "kv-cache"])]
    yield [("year", ["2023", "2024"])]
    yield [("topic", ["long-context"]), ("year", ["2023", "unknown"])]
    yield [("author", ["ada-example"]), ("source", ["lists-plain-txt"])]
    yield [("topic", ["no-such"])]


@pytest.mark.parametrize("some", list(chosen()), ids=str)
def test_views_are_what_counting_by_hand_gives(
    ask: Ask, folder: Path, some: list[tuple[str, list[str]]]
) -> None:
    catalog = Catalog.of(many())
    by_name = {facet.name: facet for facet in known()}

    def passes(paper: int, but: str = "") -> bool:
        return all(met(by_name[name], slugs, paper) for name, slugs in some if name != but)

    seen = ask("view", {"folder": str(folder), "chosen": some})
    papers = [paper for paper in range(len(catalog.newest)) if passes(paper)]
    assert seen["newest"] == papers
    assert sorted(seen["title"]) == sorted(seen["score"]) == papers
    scores = [catalog.newest[paper].score for paper in seen["score"]]
    assert scores == sorted(scores, key=lambda score: -1 if score is None else score, reverse=True)
    for name, facet in by_name.items():
        own = "" if facet.every else name
        assert seen["counts"][name] == [
            sum(passes(paper, but=own) for paper in value.papers) for value in facet.values
        ]
    assert seen["rows"] == [Pieces(catalog, {}).rows([catalog.newest[paper]], "../") for paper in papers]


def met(facet: Facet, slugs: list[str], paper: int) -> bool:
    has = [any(value.slug == slug and paper in value.papers for value in facet.values) for slug in slugs]
    return all(has) if facet.every else any(has)


def test_files_are_named_after_what_is_in_them() -> None:
    made = files(many())
    for path, content in made.items():
        if path != browse_files.MANIFEST:
            assert path == f"browse/{sha256(zlib.decompress(content)).hexdigest()[:12]}.bin"
    assert list(made)[-1] == browse_files.MANIFEST
    assert files(many()) == made


def test_another_paper_leaves_nearly_all_rows_as_they_are() -> None:
    base = many()
    papers = [replace(base.papers[0], key=f"paper-{number:04}") for number in range(400)]
    before = set(files(replace(base, papers=tuple(papers))))
    another: Paper = replace(base.papers[0], key="paper-0200-and-another")
    after = set(files(replace(base, papers=(*papers[:201], another, *papers[201:]))))
    assert len(before) > 25
    assert len(after - before) <= 7


def test_another_author_leaves_nearly_all_names_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browse_files, "MOST_NAMES", 1)
    monkeypatch.setattr(browse_files, "BLOCK", 16)
    base = many()
    first = base.papers[0]
    another = replace(first, authors=(*first.authors, Authorship("Bo Another", "bo-another")))
    papers = (another, *base.papers[1:])
    before, after = names_in(base), names_in(replace(base, papers=papers, people=people(papers)))
    assert len(before) > 25
    assert len(after - before) <= 2


def names_in(of: Library) -> set[bytes]:
    """The files of names."""
    contents = map(zlib.decompress, files(of).values())
    return {content for content in contents if b'"names"' in content and b'"slugs"' in content}


def test_addresses_are_read_and_written_alike(ask: Ask) -> None:
    alike = [
        "",
        "?q=a%20b",
        "?topic=a,b&year=2020..2023",
        "?q=x&sort=newest&page=3",
        "?year=2019,2021..2024,unknown",
    ]
    assert ask("addresses", alike) == alike
    odd = [
        "?year=2024..2020",
        "?page=0&sort=relevance",
        "?sort=no&topic=",
        "?topic=a&topic=b",
        "?year=2023..2024",
    ]
    assert ask("addresses", odd) == ["", "", "", "?topic=a,b", "?year=2023,2024"]


def test_bibtex_is_read_as_far_as_it_goes(ask: Ask) -> None:
    texts = [
        '@article{a, title = {A {B} \\& C}, eprint="2401.00001" , year = 2024, note = {{deep {er}}} }',
        "@comment{x, y={z}} @misc{b,title={One},doi={10.1/x}}",
        "@misc{c, title={never closed",
        "no entry @ all",
    ]
    assert ask("entries", texts) == [
        [{"title": "A B & C", "eprint": "2401.00001", "year": "2024", "note": "deep er"}],
        [{"title": "One", "doi": "10.1/x"}],
        [{"title": "never closed"}],
        [],
    ]
