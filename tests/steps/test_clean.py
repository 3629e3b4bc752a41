from papergarden.model import Entry, Link, Source
from papergarden.steps.clean import clean


def entry(**values: object) -> Entry:
    return Entry(source=Source("a.txt", 1), end=1, reader="sample", **values)  # type: ignore[arg-type]


def test_a_record_is_typed() -> None:
    record, findings = clean(
        entry(
            title="Gardens  of\nPapers",
            arxiv_id="2406.09415v2",
            date="Jul 26, 2023",
            score="44.9",
            categories=("LG", "cs.CL"),
        )
    )
    assert not findings
    assert (record.title, record.arxiv_id, record.arxiv_version) == ("Gardens of Papers", "2406.09415", 2)
    assert (record.date, record.score, record.categories) == ("2023-07-26", 44.9, ("cs.LG", "cs.CL"))
    assert record.ref == "arxiv:2406.09415"


def test_what_cannot_be_read_is_found_and_kept() -> None:
    record, findings = clean(entry(title="A", date="soon", doi="none", arxiv_id="42", score="good"))
    assert {finding.code for finding in findings} == {
        "unread-date",
        "unread-doi",
        "unread-arxiv-id",
        "unread-score",
    }
    assert dict(record.extra) == {"date": "soon", "doi": "none", "arxiv_id": "42", "score": "good"}


def test_links_of_entry_and_abstract_are_listed_once() -> None:
    record, _ = clean(
        entry(
            title="A",
            abstract="Code is athttps://github.com/ada/garden.",
            links=(Link("", "https://www.github.com/ada/garden/"), Link("", "javascript:alert(1)")),
        )
    )
    assert record.links == (Link("code", "https://www.github.com/ada/garden/"),)
    assert record.has_code
    assert record.extra["links"] == "javascript:alert(1)"
