"""The small helpers with which readers tell the lines of pages apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergarden.text.categories import codes, full_code
from papergarden.text.lines import blocks, filled, labelled, until
from papergarden.text.links import is_label, is_paper, kind
from papergarden.text.prose import could_be_authors, could_be_name, is_paragraph
from papergarden.text.viewer_head import read_head


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("Attention Is All You Need", False),
        ("Can Large Language Models Do This? A Study of Everything. And of the Rest", False),
        ("A sentence that is rather short.", False),
        ("We study kettles. They take as long as otherwise, and nobody knows why.", True),
        ("One sentence alone " + "that goes on and on " * 6 + "until it ends.", True),
        ("No full stop " * 30, True),
        ("", False),
    ],
)
def test_a_paragraph_is_told_from_a_title(line: str, answer: bool) -> None:
    assert is_paragraph(line) is answer


@pytest.mark.parametrize(
    "name", ["Ada Example", "Cy van der Placeholder", "E.M. Mouaddib", "Artur d'Avila Garcez", "Dudı́k Miro*"]
)
def test_a_name_could_be_one(name: str) -> None:
    assert could_be_name(name)


@pytest.mark.parametrize(
    "text", ["", "kettle", "Journal of Gardens", "GPT-4 Technical Report 2", "the Garden of Papers", "A 1"]
)
def test_other_words_could_not(text: str) -> None:
    assert not could_be_name(text)


def test_most_of_a_list_has_to_be_names() -> None:
    assert could_be_authors(("Ada Example", "Bo Sample", "OpenAI"))
    assert not could_be_authors(("kettles", "Bo Sample"))
    assert not could_be_authors(())


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("LG", "cs.LG"),
        ("CV", "cs.CV"),
        ("ML", "stat.ML"),
        ("IV", "eess.IV"),
        ("math.OC", "math.OC"),
        ("XX", "XX"),
    ],
)
def test_a_subject_class_gets_its_archive(printed: str, code: str) -> None:
    assert full_code(printed) == code


def test_codes_are_found_in_the_names_of_subjects() -> None:
    subjects = (
        "Machine Learning (cs.LG); Quantum Physics (quant-ph); Mesoscale (cond-mat.mes-hall); Other (x)"
    )
    assert codes(subjects) == ("cs.LG", "quant-ph", "cond-mat.mes-hall", "x")


@pytest.mark.parametrize(
    ("words", "url", "answer"),
    [
        ("Code", "https://example.org/x", "code"),
        ("", "https://github.com/example/x", "code"),
        ("Official PyTorch Code", "https://example.org/x", "code"),
        ("pdf", "https://example.org/x", "pdf"),
        ("", "https://arxiv.org/pdf/0704.0001", "pdf"),
        ("paper", "https://example.org/x", "page"),
        ("", "https://arxiv.org/abs/0704.0001", "page"),
        ("Project Page", "https://kettles.example", "project"),
        ("video", "https://example.org/x", "video"),
        ("", "https://youtu.be/x", "video"),
        ("On Watched Kettles", "https://example.org/x", ""),
        ("", "https://[broken", ""),
    ],
)
def test_what_is_behind_a_link(words: str, url: str, answer: str) -> None:
    assert kind(words, url) == answer


def test_words_that_only_name_what_is_behind_a_link() -> None:
    assert is_label("Paper")
    assert is_label("[Official Code]")
    assert not is_label("Paper Kettles")
    assert not is_label("")


@pytest.mark.parametrize(
    ("url", "answer"),
    [
        ("https://openreview.net/forum?id=x", True),
        ("https://www.nature.com/articles/x", True),
        ("https://proceedings.mlr.press/v1/x.html", True),
        ("https://example.org/paper.pdf", True),
        ("https://huggingface.co/papers/2406.09415", True),
        ("https://example.org/", False),
        ("https://notarxiv.org.example.com/abs/x", False),
        ("https://github.com/example/x", False),
    ],
)
def test_the_address_of_a_paper_is_known(url: str, answer: bool) -> None:
    assert is_paper(url) is answer


def test_labels_are_taken_off_their_lines() -> None:
    lines = [(1, "Title: A garden"), (2, "Ada Example"), (3, "Comments:"), (4, "12 pages"), (5, "Note: none")]
    assert list(labelled(lines, {"title": "title", "comments": "comments"})) == [
        ("title", (1, "A garden")),
        ("", (2, "Ada Example")),
        ("comments", (3, "")),
        ("comments", (4, "12 pages")),
        ("", (5, "Note: none")),
    ]


@given(st.lists(st.text(max_size=3)))
def test_blocks_lose_no_line(texts: list[str]) -> None:
    lines = list(filled(enumerate(texts, 1)))
    runs = list(blocks(lines, lambda text: text.startswith("a")))
    assert [line for run in runs for line in run] == lines
    assert all(run[0][1].startswith("a") for run in runs[1:])


def test_the_head_of_a_viewer_tells_what_its_columns_may_hold() -> None:
    texts = [
        "arxiv_id",
        "stringlengths",
        "9",
        "12",
        "abstract",
        "stringlengths",
        "431",
        "13.8k",
        "0704.0001",
        "x",
    ]
    head = read_head(list(enumerate(texts, 1)))
    assert [(column.name, column.shortest, column.longest) for column in head.columns] == [
        ("arxiv_id", 9, 12),
        ("abstract", 431, 13_800),
    ]
    assert (head.start, head.end) == (0, 8)
    ids, abstracts = head.columns
    assert ids.fits("0704.0001v2")
    assert not ids.fits("07040001")
    assert abstracts.fits("a" * 14_000)
    assert not abstracts.fits("0704.0002")


def test_a_document_without_such_a_head_has_no_columns() -> None:
    assert read_head([(1, "A sentence."), (2, "Another one.")]).columns == ()
    assert read_head([]).columns == ()


def test_lines_until_the_first_that_is_found_leave_the_rest() -> None:
    lines = filled(enumerate(["a", "", "b", "c"], 1))
    assert until(lines, lambda text: text == "b") == [(1, "a"), (3, "b")]
    assert until(lines, lambda text: text == "b") == [(4, "c")]
