"""What the browser exports is what `papergarden export` writes: the same papers, the same bytes."""

import json
from dataclasses import replace
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papergarden.model import Authorship, Library, Link, Paper, Settings, Tag
from papergarden.pipeline import build_library
from papergarden.project import load_settings
from papergarden.text.tex import segments
from papergarden.writers.citation import citation_keys
from papergarden.writers.exports import EXPORTS
from papergarden.writers.linked_data import LinkedData
from papergarden.writers.paper_pages import reference
from papergarden.writers.records import page_record, record
from tests.library import library as awkward_library
from tests.node import Ask

FORMATS = {"bibtex": "BibTeX", "ris": "RIS", "csl-json": "CSL-JSON", "csv": "CSV", "jsonl": "JSON"}


@pytest.fixture(scope="session")
def real_library() -> Library:
    """The papers of the seeds in this repository."""
    return build_library(load_settings(Path(__file__).parents[2] / "mkdocs.yml"))


def exported(ask: Ask, form: str, library: Library) -> str:
    keys = citation_keys(library)
    records = [record(paper, keys[paper.key]) for paper in library.papers]
    made = ask("exports", {"format": FORMATS[form], "records": records})
    assert isinstance(made, str)
    return made


@pytest.mark.parametrize("form", FORMATS)
def test_the_papers_of_the_seeds_are_exported_alike(ask: Ask, form: str, real_library: Library) -> None:
    assert len(real_library.papers) > 100
    assert lines(exported(ask, form, real_library)) == lines(EXPORTS[form](real_library))


@pytest.mark.parametrize("form", FORMATS)
def test_awkward_papers_are_exported_alike(ask: Ask, form: str) -> None:
    library = awkward_library()
    assert lines(exported(ask, form, library)) == lines(EXPORTS[form](library))


def lines(text: str) -> list[object]:
    """The text by lines; of JSON lines what they say, for its blanks are each language's own."""
    if text.startswith('{"id"'):
        return [json.loads(line) for line in text.splitlines()]
    return list(text.split("\n"))


def test_a_page_carries_all_that_citing_it_needs(ask: Ask, real_library: Library) -> None:
    papers = {paper.key: paper for library in (real_library, awkward_library()) for paper in library.papers}
    library = Library(tuple(papers.values()), {}, (), (), ())
    keys = citation_keys(library)
    told = LinkedData(Settings(Path(), Path(), Path()))
    articles = [str(told.paper(paper)).partition(">")[2].partition("<")[0] for paper in library.papers]
    pages = [
        [page_record(paper, keys[paper.key]), json.loads(article)]
        for paper, article in zip(library.papers, articles, strict=True)
    ]
    carried = ask("joined", pages)
    bare = replace(library, papers=tuple(replace(paper, abstract="") for paper in library.papers))
    for form in ("bibtex", "ris", "csl-json"):
        made = ask("exports", {"format": FORMATS[form], "records": carried})
        assert lines(made) == lines(EXPORTS[form](bare))


def test_references_are_written_alike(ask: Ask, real_library: Library) -> None:
    for library in (real_library, awkward_library()):
        keys = citation_keys(library)
        records = [record(paper, keys[paper.key]) for paper in library.papers]
        made = ask("exports", {"format": "Text", "records": records})
        assert made.splitlines() == [
            reference(paper) for paper in sorted(library.papers, key=lambda paper: paper.key)
        ]


hostile = st.text(
    alphabet=st.characters(exclude_categories=["Cs"])
    | st.sampled_from('{}\\$%"=+@\n\r,;\t \x1c\x85\u2028\ufeff'),
    max_size=40,
)
tex = st.lists(
    st.sampled_from(
        ["$", "$$", "\\(", "\\)", "\\[", "\\]", "\\$", "\\\\", " ", "x", "2", "_", "{", "}", "one two three"]
    )
    | hostile
).map("".join)
papers = st.builds(
    lambda texts, names, score, person: Paper(
        key="one-paper",
        records=(),
        title=texts[0],
        abstract=texts[1],
        venue=texts[2],
        authors=tuple(Authorship(name, person) for name in names),
        authors_complete=bool(person),
        links=(Link("page", texts[3]),),
        categories=(texts[3],),
        organizations=(texts[2],),
        tags=(Tag("topic", "one", texts[3]), Tag("venue", "two", texts[2])),
        date="2024-02"[: 4 + 3 * len(names) % 6],
        score=score,
    ),
    st.tuples(tex, tex, hostile, hostile),
    st.lists(
        st.sampled_from(["Ada van den Example Jr.", "王 小明", "Example Institute", "Bo", "Sample, Ada"])
        | hostile
    ),
    st.none() | st.floats(-1e6, 1e15).map(lambda score: round(score, 2)),
    st.sampled_from(["", "ada-example"]),
)


@settings(max_examples=20)
@given(st.lists(papers, min_size=40, max_size=40))
def test_any_paper_is_exported_alike(ask: Ask, some: list[Paper]) -> None:
    library = Library(
        tuple(replace(paper, key=f"paper-{at:03}") for at, paper in enumerate(some)), {}, (), (), ()
    )
    for form in FORMATS:
        assert lines(exported(ask, form, library)) == lines(EXPORTS[form](library))


@settings(max_examples=20)
@given(st.lists(tex, min_size=100, max_size=100))
def test_formulas_are_told_from_text_alike(ask: Ask, some: list[str]) -> None:
    assert ask("segments", some) == [
        [[kind == "math", piece] for kind, piece in segments(text)] for text in some
    ]


@given(st.lists(hostile, min_size=1))
def test_shards_are_found_alike(ask: Ask, some: list[str]) -> None:
    assert ask("checksums", some) == [crc32(text.encode()) for text in some]
