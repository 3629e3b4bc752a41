import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergarden.text.slugs import LONGEST, RESERVED, fingerprint, slug

ANY_TEXT = st.text(st.characters(codec=None), max_size=200)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FlexGen: High-Throughput Generation", "flexgen-high-throughput-generation"),
        ("Don't Stop", "dont-stop"),
        ("Q&A", "q-and-a"),
        ("cs.CL", "cs-cl"),
        ("Jürgen Ørsted Łukasz Straße", "jurgen-orsted-lukasz-strasse"),
        ("On α-divergence and λ", "on-alpha-divergence-and-lambda"),
        ("Γιώργος Παπάς", "giorgos-papas"),
        ("Иван Жуков", "ivan-zhukov"),
        ("김민준", "gimminjun"),
        ("ひらがな", "hiragana"),
        ("$\\tilde{O}(d \\ell)$ bounds", "tilde-o-d-ell-bounds"),
        ("../../etc/passwd", "etc-passwd"),
        ("H₂O", "h2o"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(ANY_TEXT)
def test_a_slug_is_a_safe_name_on_every_disk(text: str) -> None:
    made = slug(text)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", made)
    assert len(made) <= LONGEST
    assert made not in RESERVED


@given(ANY_TEXT)
def test_a_slug_is_its_own_slug_and_ignores_the_form_of_unicode(text: str) -> None:
    assert slug(slug(text)) == slug(text)
    assert slug(unicodedata.normalize("NFD", text)) == slug(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize("text", ["", "???", "..", "CON", "nul", "Index", "LPT1", "README", "404"])
def test_words_with_a_meaning_get_a_fingerprint(text: str) -> None:
    assert slug(text).endswith(fingerprint(text.casefold()))


def test_names_in_scripts_that_cannot_be_written_in_latin_get_slugs_of_their_own() -> None:
    names = ["王伟", "王薇", "محمد", "मोहन", "Attention 注意", "Attention 意味"]
    assert len({slug(name) for name in names}) == len(names)
    assert slug("王伟").startswith("cjk-")
    assert slug("Attention 注意").startswith("attention-")


def test_a_long_text_is_cut_at_a_word_and_a_long_word_anywhere() -> None:
    assert slug("word " * 40) == "-".join(["word"] * 16)
    assert slug("x" * 500) == "x" * LONGEST
