"""Python, which builds the index, and JavaScript, which reads it, cut and stem words alike."""

import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from papergarden.text.stemming import stem
from papergarden.text.tokens import LONGEST_WORD, words
from papergarden.writers.search_labels import identify, label
from tests.node import Ask

HERE = Path(__file__).parent


def vectors(name: str) -> list[Any]:
    found = json.loads((HERE / name).read_text(encoding="utf-8"))
    assert len(found) > 20
    return list(found)


def cut(text: str) -> list[list[Any]]:
    return [[list(word.parts), word.solid] for word in words(text)]


def test_stems_in_python() -> None:
    assert [[word, stem(word)] for word, _ in vectors("stems.json")] == vectors("stems.json")


def test_stems_in_the_browser(ask: Ask) -> None:
    pairs = vectors("stems.json")
    assert ask("stems", [word for word, _ in pairs]) == [expected for _, expected in pairs]


def test_words_in_python() -> None:
    assert [[text, cut(text)] for text, _ in vectors("tokens.json")] == vectors("tokens.json")


def test_words_in_the_browser(ask: Ask) -> None:
    pairs = vectors("tokens.json")
    assert ask("words", [text for text, _ in pairs]) == [expected for _, expected in pairs]


# Letters that came into Unicode after Python 3.11 was made may be letters to a newer browser already.
settled = st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs", "Cn"])


@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(settled, max_size=60), min_size=40, max_size=40))
def test_any_text_is_cut_alike(ask: Ask, texts: list[str]) -> None:
    assert ask("words", texts) == [cut(text) for text in texts]


@settings(max_examples=5)
@given(
    st.lists(
        st.from_regex(r"[a-z']{1,12}(?:ing|ed|s|ies|eed|ly|e|ll)?", fullmatch=True),
        min_size=200,
        max_size=200,
    )
)
def test_any_word_is_stemmed_alike(ask: Ask, some: list[str]) -> None:
    assert ask("stems", some) == [stem(word) for word in some]


@given(st.text(max_size=400))
def test_no_text_makes_a_long_word(text: str) -> None:
    assert all(len(form) <= LONGEST_WORD for word in words(text) for form in word.forms)


def test_labels_and_identifiers_agree(ask: Ask) -> None:
    names = ["NeurIPS 2017", "Self-Supervised Learning", "Université de Montréal", "000_a0.txt"]
    assert ask("labels", names) == [label(name) for name in names]
    pasted = [list(group) for group in PASTED]
    spelled = [[f"id:{identify(name)}" for name in group] for group in pasted]
    assert [ask("identifiers", group) for group in pasted] == spelled
    assert all(len(set(group)) == 1 for group in spelled)
    assert len({group[0] for group in spelled}) == len(pasted)
    assert ask("identifiers", ["attention", "a/b", "two words", "C:/x", "see 2406.09415"]) == [""] * 5


PASTED = [
    (
        *("2406.09415", "2406.09415v2", "arXiv:2406.09415v3", "https://arxiv.org/abs/2406.09415v1"),
        *(
            "http://www.arxiv.org/pdf/2406.09415v2.pdf",
            "arxiv.org/html/2406.09415",
            "10.48550/arXiv.2406.09415",
        ),
        *(
            "https://export.arxiv.org/abs/2406.09415?context=cs",
            "https://ar5iv.labs.arxiv.org/html/2406.09415",
        ),
        *("https://huggingface.co/papers/2406.09415", "https://www.semanticscholar.org/arxiv/2406.09415"),
        *("https://api.semanticscholar.org/arXiv:2406.09415", "https://doi.org/10.48550/arXiv.2406.09415"),
        *("https://www.alphaxiv.org/abs/2406.09415v1",),
    ),
    ("math.GT/0309136", "https://arxiv.org/abs/math.GT/0309136v2", "arXiv:math.GT/0309136"),
    (
        *(
            "10.1000/abc.1",
            "doi:10.1000/abc.1",
            "https://doi.org/10.1000/ABC.1",
            "http://dx.doi.org/10.1000/abc.1",
        ),
        *(
            "https://publisher.example.org/doi/pdf/10.1000/abc.1",
            "https://a.example.org/article/10.1000/abc.1/full",
        ),
    ),
    (
        *("https://openreview.net/forum?id=Ab_1-x", "https://openreview.net/pdf?id=Ab_1-x"),
        *("openreview.net/forum?noteId=zz&id=Ab_1-x",),
    ),
    (
        *("https://aclanthology.org/2020.acl-main.1/", "https://aclanthology.org/2020.acl-main.1.pdf"),
        *("https://www.aclweb.org/anthology/2020.acl-main.1",),
    ),
    ("https://aclanthology.org/P17-1001/", "https://aclanthology.org/P17-1001v2.pdf"),
    ("https://proceedings.example.org/paper/one.html", "proceedings.example.org/paper/one"),
]
"""Ways to write one paper's address, in each line."""
