"""How people name papers, whatever becomes of the seed around them."""

import pytest

from papergarden.model import Record, Source
from papergarden.steps.merge import merge
from papergarden.steps.references import References

RECORDS = [
    Record(source=Source("a.txt", 1), end=1, reader="cards", ref="arxiv:2402.18668", arxiv_id="2402.18668"),
    Record(source=Source("a.txt", 2), end=2, reader="cards", ref="doi:10.1000/182", doi="10.1000/182"),
    Record(source=Source("a.txt", 3), end=3, reader="cards", ref="", title="Growing Tulips: A Study"),
    Record(source=Source("b.txt", 1), end=1, reader="cards", ref="", abstract="We grow tulips -- with care."),
    Record(source=Source("a.txt", 4), end=4, reader="cards", ref="", abstract="We grow tulips – with love."),
]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("arxiv:2402.18668", (0,)),
        ("2402.18668v2", (0,)),
        ("https://arxiv.org/abs/2402.18668", (0,)),
        ("doi:10.1000/182", (1,)),
        ("https://doi.org/10.1000/182", (1,)),
        ("growing tulips – a study", (2,)),
        ("growing-tulips-a-study", (2,)),
        ("papers/growing-tulips-a-study/", (2,)),
        ("a.txt: Growing", (2,)),
        ("abstract: We grow tulips", (3, 4)),
        ("abstract: We grow tulips - with care", (3,)),
        ("b.txt: We grow", (3,)),
        ("a.txt: We grow", (4,)),
        ("b.txt: Growing", ()),
        ("Growing Tulips", ()),
        ("abstract: ", ()),
        ("", ()),
        ("???", ()),
    ],
)
def test_references(words: str, numbers: tuple[int, ...]) -> None:
    assert References.of_records(RECORDS).find(words) == numbers


def test_papers_are_found_by_their_keys_and_records() -> None:
    papers, _ = merge(RECORDS, (), ())
    references = References.of_papers(papers)
    for number, paper in enumerate(papers):
        assert references.find(paper.key) == (number,)
    (found,) = references.find("growing tulips: a study")
    assert papers[found].title == "Growing Tulips: A Study"
