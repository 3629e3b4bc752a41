"""Exports: every format keeps what it can carry, and nothing in a field can break out of it."""

import csv
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergarden.model import Authorship, Library, Link, Paper, Record, Source, Tag
from papergarden.writers.citation import citation_keys
from papergarden.writers.exports import EXPORTS

RECORD = Record(
    source=Source("a.txt", 3),
    end=4,
    reader="cards",
    ref="arxiv:2401.00001",
    title="One",
    authors=("Ada Example",),
)
FULL = Paper(
    key="2401.00001",
    records=(RECORD,),
    title="Learning $\\ell_1$ & 100% of {C}_2",
    authors=(
        Authorship("Ada van den Example", "ada-van-den-example"),
        Authorship("Example Team", ""),
        Authorship("Bo", "bo"),
    ),
    authors_complete=False,
    abstract="An abstract.",
    arxiv_id="2401.00001",
    arxiv_version=2,
    doi="10.1000/x{y}",
    date="2024-01-03",
    venue="Examples & Papers",
    categories=("cs.LG",),
    organizations=("Example University",),
    links=(Link("code", "https://example.org/code"),),
    has_code=True,
    score=12.5,
    tags=(Tag("topic", "examples", "examples"),),
    related=("none",),
)
EMPTY = Paper(key="nothing-known", records=(RECORD,))


def library(*papers: Paper) -> Library:
    return Library(papers, {}, (), (), ())


def test_jsonl_has_every_key_and_null_for_what_is_not_known() -> None:
    full, empty = map(json.loads, EXPORTS["jsonl"](library(EMPTY, FULL)).splitlines())
    assert full["id"] < empty["id"]
    assert list(full) == list(empty)
    assert full["authors"][1] == {"name": "Example Team", "person": None}
    assert full["sources"] == [
        {"seed": "a.txt", "line": 3, "reader": "cards", "fields": ["title", "authors"]}
    ]
    assert {key: empty[key] for key in ("title", "authors", "date", "score", "tags", "has_code")} == {
        "title": None, "authors": [], "date": None, "score": None, "tags": [], "has_code": False,
    }  # fmt: skip


def test_bibtex_for_a_person_to_read() -> None:
    assert EXPORTS["bibtex"](library(FULL)) == (
        "@inproceedings{example2024learning,\n"
        "  title = {{Learning $\\ell_1$ \\& 100\\% of \\{C\\}\\_2}},\n"
        "  author = {Ada van den Example and {Example Team} and Bo and others},\n"
        "  booktitle = {Examples \\& Papers},\n"
        "  year = {2024},\n"
        "  month = jan,\n"
        "  eprint = {2401.00001},\n"
        "  archiveprefix = {arXiv},\n"
        "  primaryclass = {cs.LG},\n"
        "  doi = {10.1000/x%7By%7D},\n"
        "  url = {https://doi.org/10.1000/x%7By%7D},\n"
        "  abstract = {An abstract.},\n"
        "}\n"
    )


def test_ris_for_a_person_to_read() -> None:
    assert EXPORTS["ris"](library(FULL)).splitlines()[:8] == [
        "TY  - CPAPER",
        "TI  - Learning $\\ell_1$ & 100% of {C}_2",
        "AU  - van den Example, Ada",
        "AU  - Example Team",
        "AU  - Bo",
        "AB  - An abstract.",
        "T2  - Examples & Papers",
        "PY  - 2024",
    ]


def test_csl_json_names_people_and_organizations() -> None:
    (item,) = json.loads(EXPORTS["csl-json"](library(FULL)))
    assert item["author"] == [
        {"family": "Example", "given": "Ada", "non-dropping-particle": "van den"},
        {"literal": "Example Team"},
        {"literal": "Bo"},
    ]
    assert item["issued"] == {"date-parts": [[2024, 1, 3]]}
    assert EXPORTS["csl-json"](library(FULL)) == json.dumps([item], ensure_ascii=False, indent=1) + "\n"


def test_papers_that_would_share_a_citation_key_keep_their_own() -> None:
    twin = Paper(key="2402.00002", records=(RECORD,), title=FULL.title, authors=FULL.authors, date="2024")
    keys = citation_keys(library(FULL, twin, EMPTY))
    assert keys["2401.00001"] == "example2024learning240100001"
    assert keys["2402.00002"] == "example2024learning240200002"
    assert keys["nothing-known"] == "anonymous"


hostile = st.text(
    alphabet=st.characters(exclude_categories=["Cs"]) | st.sampled_from('{}\\$%"=+@\n\r,;\x85\u2028')
)


@given(title=hostile, name=hostile)
def test_no_text_breaks_out_of_its_field(title: str, name: str) -> None:
    papers = [
        Paper(key="a", records=(RECORD,), title=title, authors=(Authorship(name, "x"),), abstract=name),
        Paper(key="b", records=(RECORD,), title="Second"),
    ]
    exported = {form: EXPORTS[form](library(*papers)) for form in EXPORTS}
    assert len(json.loads(exported["csl-json"])) == len(exported["jsonl"].splitlines()) == 2
    rows = list(csv.reader(io.StringIO(exported["csv"], newline="")))
    assert [len(row) for row in rows] == [14, 14, 14]
    again = io.StringIO()
    csv.writer(again).writerows(rows)
    assert again.getvalue() == exported["csv"]
    assert not any(cell[:1] in ("=", "+", "-", "@") for row in rows for cell in row)
    assert exported["ris"].count("\nER  - \n") == 2
    assert len(re.findall(r"^TI  - ", exported["ris"], re.MULTILINE)) == 1 + bool(title.split())
    assert braces_close_each_entry(exported["bibtex"]) == 2


def braces_close_each_entry(text: str) -> int:
    """How many times the depth of braces, escaped or not, returns to zero as BibTeX counts; never below."""
    depth = entries = 0
    for token in re.findall(r"[{}]", text):
        depth += {"{": 1, "}": -1}[token]
        assert depth >= 0
        entries += token == "}" and depth == 0
    assert depth == 0
    return entries


@pytest.mark.parametrize("form", sorted(EXPORTS))
def test_the_order_of_papers_in_the_library_does_not_matter(form: str) -> None:
    assert EXPORTS[form](library(FULL, EMPTY)) == EXPORTS[form](library(EMPTY, FULL))
