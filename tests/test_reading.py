"""A seed finds its reader, or is told which format it is nearest to and where it stops being that."""

import re

import pytest

from papergarden.model import Finding, Seed
from papergarden.readers import READERS, name
from papergarden.reading import MOST_ABOVE, read_seed
from tests.readers.samples import GOLDEN, seed_of

BIB = "@article{a, title = {On Watched Kettles}}\n"
RIS = "TY  - JOUR\nTI  - On Watched Kettles\nER  - \n"
NEAR = {
    "a table of something else": (
        "Date,Region,Units\n2024,North,12\n2024,South,3\n",
        (1, "table", "names no columns of papers"),
    ),
    "a table under a heading": (
        "\nTitel;Verfasser;Jahr\nOn Kettles;Ada Example;2024\nA Garden;Bo Sample;2023\n",
        (2, "table", "Titel, Verfasser, Jahr"),
    ),
    "JSON with a fault": (
        '{\n"name": "a",\n"papers": [\n\n\n1,\n{"colour": "red" "size": 1}\n]\n',
        (7, "json_array", "Expecting ',' delimiter"),
    ),
    "JSON without papers": (
        '{"name": "kettle",\n "version": 1}\n',
        (1, "json_array", "its keys are name, version"),
    ),
    "an empty list": ("[]\n", (1, "", "")),
    "lines of JSON without papers": ('{"level": 1}\n{"level": 2}\n', (1, "json_lines", "no keys of papers")),
    "XML of another kind": (
        '<?xml version="1.0"?>\n<opml><body/></opml>\n',
        (2, "feeds", "its root is <opml>"),
    ),
    "a broken first entry": (f"@article a, title = {{x}}}}\n{BIB}", (1, "bibtex", "opening brace")),
    "words above the entries": ("My papers\n" * 7 + BIB, (1, "bibtex", "first entry begins on line 8")),
    "words above the records": ("\n" + "Exported\n" * 4 + RIS, (2, "ris", "first record begins on line 6")),
    "prose": ("The kettle, as we know, does not boil.\n", (1, "", "")),
}


@pytest.mark.parametrize("form", NEAR)
def test_a_near_miss_is_told_what_it_misses_and_where(form: str) -> None:
    text, (line, nearest, why) = NEAR[form]
    reading = read_seed(Seed("some.txt", text))
    (finding,) = reading.readings
    assert isinstance(finding, Finding)
    assert (reading.reader, finding.code, finding.source.line) == ("", "unknown-format", line)
    assert ("nearest" in finding.what) == bool(nearest)
    assert f"nearest to {nearest}, but" in finding.what or not nearest
    assert why in finding.what


def test_an_html_page_is_told_from_its_text() -> None:
    page = "<!-- saved -->\n<!DOCTYPE html>\n<html><body><p>On Watched Kettles</p></body></html>\n"
    (finding,) = read_seed(Seed("page.html", page)).readings
    assert isinstance(finding, Finding)
    assert "HTML page" in finding.what
    assert "paste the text" in finding.fix


def test_a_document_of_two_formats_is_an_error_that_names_both(monkeypatch: pytest.MonkeyPatch) -> None:
    from papergarden.readers import bibtex, ris

    monkeypatch.setattr(ris, "sniff", bibtex.sniff)
    (finding,) = read_seed(Seed("some.bib", BIB)).readings
    assert isinstance(finding, Finding)
    assert (finding.level, finding.code) == ("error", "ambiguous-format")
    assert "bibtex and ris" in finding.what


SAMPLES = {
    name(reader): seed_of(next(p for p in GOLDEN if p.parent.name == name(reader))) for reader in READERS
}


@pytest.mark.parametrize("first", SAMPLES)
def test_two_documents_in_one_are_an_error_that_names_both_and_where_the_second_begins(first: str) -> None:
    above = SAMPLES[first].text.rstrip("\n") + "\n"
    seam = above.count("\n") + 1
    for second in SAMPLES.keys() - {first}:
        reading = read_seed(Seed("joined.txt", above + SAMPLES[second].text))
        (finding,) = reading.readings
        assert isinstance(finding, Finding)
        assert (reading.reader, finding.level, finding.code) == ("", "error", "ambiguous-format")
        assert {first, second} <= set(re.findall(r"\w+", finding.what))
        assert abs(finding.source.line - seam) <= MOST_ABOVE or finding.source.line == 1


@pytest.mark.parametrize("reader", SAMPLES)
def test_two_documents_of_one_format_in_one_are_read(reader: str) -> None:
    text = SAMPLES[reader].text.rstrip("\n") + "\n"
    assert read_seed(Seed("joined.txt", text + text)).reader == reader


INSIDE = "On Watched Kettles\nAbstract: They do not boil, however long one watches them.\n"


def test_what_a_record_says_is_no_second_document() -> None:
    note = f"@misc{{a, title = {{A Garden}}, note = {{\n{INSIDE}}}}}\n"
    rows = "".join(f"A Garden {number},,10.1234/{number}\n" for number in range(9))
    cell = f'A Garden,"{INSIDE}",10.1234/garden\n'
    assert read_seed(Seed("some.bib", note + BIB)).reader == "bibtex"
    assert read_seed(Seed("some.csv", f"Title,Abstract,DOI\n{rows}{cell}{rows}")).reader == "table"
