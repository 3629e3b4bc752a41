import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergarden.text.ids import (
    BARE,
    NAMED,
    NUMBER,
    WHOLE,
    doi_in_address,
    find_arxiv,
    find_doi,
    parse_arxiv,
    parse_doi,
)

ARXIV = {
    "2406.09415": ("2406.09415", None),
    "arXiv:2406.09415v2": ("2406.09415", 2),
    "oai:arXiv.org:2406.09415": ("2406.09415", None),
    "arXiv: 2406.09415 [cs.LG]": ("2406.09415", None),
    "https://arxiv.org/abs/2406.09415": ("2406.09415", None),
    "http://www.arxiv.org/pdf/2406.09415v3.pdf": ("2406.09415", 3),
    "https://arxiv.org/html/2406.09415v1#S2": ("2406.09415", 1),
    "https://huggingface.co/papers/2406.09415": ("2406.09415", None),
    "https://doi.org/10.48550/arXiv.2406.09415": ("2406.09415", None),
    "10.48550/ARXIV.1312.5663": ("1312.5663", None),
    "1312.5663": ("1312.5663", None),
    "cs/0112017": ("cs/0112017", None),
    "math.GT/0309136v2": ("math/0309136", 2),
    "https://arxiv.org/abs/hep-th/9901001": ("hep-th/9901001", None),
    "cond-mat/0102536": ("cond-mat/0102536", None),
}
NOT_ARXIV = [
    "", "2406.0941", "1312.56631", "2413.00001", "2400.12345", "0703.0001", "cs/0113017", "abc/0112017",
    "12.5", "2406.09415v0", "2406.094155", "x2406.09415", "a sentence with 2406.09415 in it",
    "10.1234/2406.09415",
]  # fmt: skip


@pytest.mark.parametrize("text", ARXIV)
def test_parses_every_spelling_of_an_arxiv_id(text: str) -> None:
    assert parse_arxiv(text) == ARXIV[text]
    assert parse_arxiv(f"  {text}\n") == ARXIV[text]


@pytest.mark.parametrize("text", NOT_ARXIV)
def test_rejects_what_is_no_arxiv_id(text: str) -> None:
    assert parse_arxiv(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see https://arxiv.org/abs/2406.09415.", ("2406.09415", None)),
        ("(arXiv:cs/0112017)", ("cs/0112017", None)),
        ("1234.5678 dollars for 2406.09415v2, they say", ("2406.09415", 2)),
        ("2401.00001 is cited by arXiv:2406.09415", ("2406.09415", None)),
        ("doi 10.1234/2001.12345 and nothing else", None),
        ("version 12406.09415 of 2406.09415.7", None),
        ("", None),
    ],
)
def test_finds_the_arxiv_id_in_a_sentence(text: str, found: tuple[str, int | None] | None) -> None:
    assert find_arxiv(text) == found


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("10.1145/3292500.3330701", "10.1145/3292500.3330701"),
        ("doi:10.1145/ABC", "10.1145/abc"),
        ("DOI: 10.1145/ABC", "10.1145/abc"),
        ("https://doi.org/10.1016%2FJ.artint.2020.1", "10.1016/j.artint.2020.1"),
        ("http://dx.doi.org/10.1002/(sici)1097(1999)50:1", "10.1002/(sici)1097(1999)50:1"),
        ("10.1145", None),
        ("11.1145/abc", None),
        ("10.1145/two words", None),
        ("", None),
    ],
)
def test_parses_a_doi(text: str, doi: str | None) -> None:
    assert parse_doi(text) == doi


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("As shown (https://doi.org/10.1145/Abc.1).", "10.1145/abc.1"),
        ("10.1016/0004-3702(94)00041-X, 1995", "10.1016/0004-3702(94)00041-x"),
        ("no identifier at all", None),
    ],
)
def test_finds_the_doi_in_a_sentence(text: str, doi: str | None) -> None:
    assert find_doi(text) == doi


@given(st.text())
def test_any_text_can_be_asked(text: str) -> None:
    for ask in (parse_arxiv, find_arxiv):
        found = ask(text)
        assert found is None or parse_arxiv(found[0]) == (found[0], None)
    for ask_doi in (parse_doi, find_doi):
        doi = ask_doi(text)
        assert doi is None or doi.startswith("10.")


@pytest.mark.parametrize(
    ("url", "doi"),
    [
        ("https://dl.acm.org/doi/pdf/10.1145/3580305.3599999", "10.1145/3580305.3599999"),
        ("https://www.biorxiv.org/content/10.1101/2024.01.01.573821v1.full.pdf", "10.1101/2024.01.01.573821"),
        (
            "https://link.springer.com/content/pdf/10.1007/s11023-024-00001-1.pdf",
            "10.1007/s11023-024-00001-1",
        ),
        ("https://www.frontiersin.org/articles/10.3389/fkett.2020.00001/full", "10.3389/fkett.2020.00001"),
        ("https://journals.plos.org/a/file?id=10.1371/journal.pone.01&type=x", "10.1371/journal.pone.01"),
        ("https://www.tandfonline.com/doi/full/10.1080/123?journalCode=abc", "10.1080/123"),
        ("https://doi.org/10.1016/S0140-6736(20)30183-5", "10.1016/s0140-6736(20)30183-5"),
        ("https://www.nature.com/articles/s42256-024-00001-1", "10.1038/s42256-024-00001-1"),
        ("https://example.org/10/kettle", None),
    ],
)
def test_an_address_of_a_publisher_tells_the_doi(url: str, doi: str | None) -> None:
    assert doi_in_address(url) == doi


PIECES = [
    "arXiv:",
    "2406.09415",
    "v2",
    "cs/0112017",
    "math.GT/0309136",
    "https://arxiv.org/abs/",
    ".pdf",
    " ",
    "/",
]


@given(st.lists(st.sampled_from([*PIECES, "٢٤٠٦.٠٩٤١٥", "1", ".", "a"]), max_size=5).map("".join))
def test_no_id_is_passed_over(text: str) -> None:
    if WHOLE.fullmatch(text.strip()) or NAMED.search(text) or BARE.search(text):
        assert NUMBER.search(text)
