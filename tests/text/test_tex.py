import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergarden.text.patch import replaced
from papergarden.text.tex import edits, segments

PLAIN = {
    r"10-40\% of R\&D": "10-40% of R&D",
    r"$10-40\%$ and 20$\times$ and $14\times$": "10-40% and 20× and 14×",
    r"$32\times 32$ or $8 \times 8$ within $\sim 1\%$": "32 × 32 or 8 × 8 within ∼1%",
    r"only $\leq$1% and 224$\times$224": "only ≤1% and 224×224",
    r"\textbf{bold \emph{and} more} {\em plain}": "bold and more plain",
    r"\textbf{with 20$\times$ fewer} samples": "with 20× fewer samples",
    r"Ol\'a K{\"o}nig, Erd\H{o}s, na\"{\i}ve, \v{S}ter, {\'e}": "Olá König, Erdős, naïve, Šter, é",
    r"\L{}ojasiewicz, {\o}re, \ss": "Łojasiewicz, øre, ß",
    "``quoted'' and ``half\" and `single'": "“quoted” and “half” and ‘single’",
    "one --- two -- three, 1--2, a--b": "one — two – three, 1–2, a–b",
    r"Fig.~3 of Smith~\cite{smith} as in \citep{jones2018}.": "Fig. 3 of Smith as in […].",
    r"at \url{https://a.example/b_c} and \href{https://a.example}{here}": "at https://a.example/b_c and here (https://a.example)",
    r"a\footnote{A note.} b \ldots": "a (A note.) b …",
    r"\ell_1-norm of m \times n": "ℓ_1-norm of m × n",
}
LEFT = [
    r"$\tilde{O}(d \ell)$ na and $O(1/\sqrt{T})$",
    r"$X \in \mathbb{R}^{n\times d} $ with",
    r"\begin{equation} a \times b \end{equation}",
    r"\frac2γ\epsilon(1-γ^\ell)",
    "less than $200 per model, or $300",
    "run with --verbose or a-- b",
    "f''(x) and C-- and {0,1}",
    r"an \unknown{command}",
    "x~y and O(n~l)",
    r"a lone \ and \emph{ open",
]


def plain(text: str) -> str:
    """The text with TeX's text commands as Unicode; formulas as they are."""
    return replaced(text, sorted(edits(text)))


@pytest.mark.parametrize(("printed", "expected"), PLAIN.items())
def test_text_commands_become_unicode(printed: str, expected: str) -> None:
    assert plain(printed) == expected


@pytest.mark.parametrize("printed", LEFT)
def test_formulas_and_what_is_not_tex_stay(printed: str) -> None:
    assert plain(printed) == printed


def test_a_text_is_cut_into_text_and_formulas() -> None:
    assert segments(r"We go from $\tilde{O}(d)$ to \(n\), for $200.") == [
        ("text", "We go from "),
        ("math", r"\tilde{O}(d)"),
        ("text", " to "),
        ("math", "n"),
        ("text", ", for $200."),
    ]
    assert segments("") == []


@pytest.mark.parametrize("price", ["$5 and $6", "from $5 to $6 each", "$5, $6, $7"])
def test_prices_are_no_formulas(price: str) -> None:
    assert segments(price) == [("text", price)]


@given(st.text("ab1 $\\{}()[]%~`'\"-^_times", max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    plain(text)
    assert len("".join(piece for _, piece in segments(text))) <= len(text)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\\$`~-"), max_size=60))
def test_text_without_tex_is_unchanged(text: str) -> None:
    assert plain(text) == text
