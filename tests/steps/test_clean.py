from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergarden.model import Entry, Finding, Link, Record, Repair, Seed, Source
from papergarden.readers import READERS
from papergarden.steps.clean import MARKS, OTHERS, clean, ends_as_names_do
from papergarden.steps.known_words import counted, vocabulary

SEEDS = Path(__file__).parents[2] / "seeds"


def entry(**values: object) -> Entry:
    return Entry(source=Source("a.txt", 1), end=1, reader="sample", **values)  # type: ignore[arg-type]


def codes(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.code for finding in findings}


def test_a_record_is_typed() -> None:
    record, findings = clean(
        entry(
            title="Gardens  of\nPapers",
            arxiv_id="2406.09415v2",
            doi="https://doi.org/10.1234/ABC",
            date="Jul 26, 2023",
            score="44.9",
            categories=("LG", "cs.CL; stat.ML", "Computer Vision (cs.CV)"),
        )
    )
    assert not findings
    assert (record.title, record.arxiv_id, record.arxiv_version) == ("Gardens of Papers", "2406.09415", 2)
    assert (record.doi, record.date, record.score) == ("10.1234/abc", "2023-07-26", 44.9)
    assert record.categories == ("cs.LG", "cs.CL", "stat.ML", "cs.CV")


def test_what_cannot_be_read_is_found_and_kept() -> None:
    record, findings = clean(
        entry(
            title="A",
            date="soon",
            doi="none",
            arxiv_id="42",
            score="nan",
            categories=("Gardening",),
            lines={"date": 7},
            extra={"doi": "other"},
        )
    )
    assert codes(findings) == {
        "unread-date",
        "unread-doi",
        "unread-arxiv-id",
        "unread-score",
        "unknown-category",
    }
    assert [finding.source.line for finding in findings if finding.code == "unread-date"] == [7]
    assert dict(record.extra) == {
        "doi": "other",
        "doi (unread)": "none",
        "arxiv_id": "42",
        "date": "soon",
        "score": "nan",
        "categories": "Gardening",
    }


def test_a_date_in_the_future_is_found() -> None:
    record, findings = clean(entry(title="A", date="2031-05"), last_year="2027")
    assert (record.date, codes(findings)) == ("", {"future-date"})
    assert clean(entry(title="A", date="2027-05"), last_year="2027")[0].date == "2027-05"


def test_an_empty_entry_is_found() -> None:
    assert codes(clean(entry(authors=("Ada Example",)))[1]) == {"empty-record"}
    assert not clean(entry(arxiv_id="2406.09415"))[1]


def test_a_record_is_named_by_its_id_else_by_its_opening_words() -> None:
    assert clean(entry(arxiv_id="2406.09415v2", doi="10.1234/a"))[0].ref == "arxiv:2406.09415"
    assert clean(entry(doi="10.1234/A"))[0].ref == "doi:10.1234/a"
    words = "one two three four five six seven eight nine"
    assert clean(entry(abstract=words))[0].ref == "a.txt: one two three four five six seven eight"


def test_authors_are_in_plain_order_without_marks() -> None:
    record, _ = clean(
        entry(title="A", authors=("Example, Ada*", "Bo Sample†", 'K{\\"o}nig Probe1,2', "Cy Muster et al."))
    )
    assert record.authors == ("Ada Example", "Bo Sample", "König Probe", "Cy Muster")
    assert not record.authors_complete
    assert Repair("authors", "footnote mark", "Bo Sample†", "Bo Sample") in record.repairs
    assert clean(entry(title="A", authors=("Team GPT4", "Ada Example")))[0].authors_complete


def test_links_of_entry_and_abstract_are_listed_once() -> None:
    record, findings = clean(
        entry(
            title="A",
            abstract="Code is athttps://github.com/ada/garden. Data: https://huggingface.co/datasets/ada/g",
            links=(
                Link("", "https://www.github.com/ada/garden/"),
                Link("", "javascript:alert(1)"),
                Link("page", "https://huggingface.ada.workers.dev/ada"),
            ),
        )
    )
    assert record.links == (
        Link("code", "https://www.github.com/ada/garden/"),
        Link("page", "https://huggingface.co/ada"),
        Link("data", "https://huggingface.co/datasets/ada/g"),
    )
    assert record.has_code
    assert codes(findings) == {"unsafe-link"}
    assert record.extra["links"] == "javascript:alert(1)"
    assert [repair.rule for repair in record.repairs if repair.field == "links"] == ["relay address"]


def test_an_id_is_found_in_the_links_if_they_speak_of_one_paper() -> None:
    own = Link("", "https://arxiv.org/abs/2406.09415")
    pdf = Link("", "https://arxiv.org/pdf/2406.09415v3")
    other = Link("", "https://arxiv.org/abs/2405.04517")
    assert clean(entry(title="A", links=(own, pdf)))[0].arxiv_version == 3
    assert clean(entry(title="A", links=(own, other)))[0].arxiv_id == ""
    assert clean(entry(title="A", links=(Link("", "https://doi.org/10.1234/X"),)))[0].doi == "10.1234/x"


def test_a_running_header_tells_what_it_says() -> None:
    header = "It scales. arXiv:2405.04517v1 [cs.LG] 7 May 2024"
    record, _ = clean(entry(arxiv_id="2405.04517", abstract=header))
    assert (record.abstract, record.arxiv_version) == ("It scales.", 1)
    assert (record.date, record.categories) == ("2024-05-07", ("cs.LG",))
    other, _ = clean(entry(arxiv_id="2405.00001", abstract=header, date="2023"))
    assert (other.arxiv_id, other.arxiv_version, other.date, other.categories) == (
        "2405.00001",
        None,
        "2023",
        (),
    )


def test_losses_are_named_with_their_field() -> None:
    record, _ = clean(entry(title="A", abstract="It is up to 8faster when it runs."))
    assert dict(record.damage) == {"abstract": "maths missing"}


@pytest.fixture(scope="module")
def records() -> list[Record]:
    """Every record of the project's own seeds."""
    seeds = [
        Seed(path.name, path.read_text(encoding="utf-8"))
        for path in sorted(SEEDS.iterdir())
        if path.suffix in (".txt", ".jsonl")
    ]
    entries = [
        reading
        for seed in seeds
        for reader in READERS
        if reader.sniff(seed)
        for reading in reader.read(seed)
        if isinstance(reading, Entry)
    ]
    known = vocabulary([counted(entries)])
    results = [clean(entry, known) for entry in entries]
    assert [finding for _, findings in results for finding in findings] == []
    return [record for record, _ in results]


def test_the_seeds_come_out_clean(records: list[Record]) -> None:
    assert len(records) >= 317
    texts = [text for record in records for text in (record.title, record.abstract)]
    urls = [link.url for record in records for link in record.links]
    for damage in ("workers.dev", "111http", "\\textbf", "10-40\\%", "\u00a0", "![", "x2014", " ) ,"):
        assert not [text for text in [*texts, *urls] if damage in text]
    assert all(url.startswith(("http://", "https://")) for url in urls)
    assert "https://huggingface.co/collections/allenai/tulu-v25-suite-66676520fd578080e126f618" in urls


@given(
    st.builds(
        entry,
        **{
            field.name: st.text(max_size=40)
            for field in fields(Entry)
            if field.name in ("title", "abstract", "arxiv_id", "doi", "date", "venue", "score")
        },
        authors=st.lists(st.text(max_size=20), max_size=3).map(tuple),
        categories=st.lists(st.text(max_size=20), max_size=3).map(tuple),
        links=st.lists(st.builds(Link, st.text(max_size=5), st.text(max_size=30)), max_size=3).map(tuple),
    )
)
def test_any_entry_becomes_a_record(anything: Entry) -> None:
    record, findings = clean(anything)
    assert record.ref
    assert all(finding.fix for finding in findings)
    assert all(link.url.lower().startswith(("http://", "https://")) for link in record.links)


PARTS = [
    "Ada",
    " Example",
    " et al",
    " and others",
    ", OTHERS",
    "al",
    "1",
    "²",
    "*",
    "$^1$",
    "\\dagger",
    "…",
    "ſ",
]


@given(st.lists(st.sampled_from([*PARTS, ".", " ", "§", "é", "ⁿ"]), max_size=5).map("".join))
def test_no_mark_at_the_end_of_a_name_is_passed_over(name: str) -> None:
    if ends_as_names_do(name):
        assert OTHERS.sub("", name) == MARKS.sub("", name) == name
