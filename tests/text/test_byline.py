"""A card's line is cut where its title ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergarden.text.byline import cut_byline

# Title and first author, glued at the bar; the authors of the lines are invented.
LINES = [
    "Measuring the Efficiency of Local AI|Jon Saad-Example, Ada Example, Hakki Orhun Sample et al.",
    "High-Throughput Generation with a Single GPU|Ying Example, Bob Sample, Cy Other et al.",
    "Can Foundation Models Keep Secrets?|Simran Example, Christopher Sample",
    "Topic Models Over Time|Andrew McSample, Xuerui Example",
    "Balancing Control for the iCub|E.M. Example, C. Lawrence Sample, Daniel Y. Other et al.",
    "Graph Networks|Rianne van den Example, Thomas Sample",
    "Attention, Please!|Ada Example, Bob Sample",
    "Llama 2|Hugo Example, Louis Sample, Kevin Other et al. · meta-ai",
]


@pytest.mark.parametrize("glued", LINES)
def test_cuts_before_the_first_author(glued: str) -> None:
    title, rest = glued.split("|")
    byline = cut_byline(title + rest)
    rest, _, organization = rest.partition(" · ")
    names, et_al, _ = rest.partition(" et al.")
    assert byline.title == title
    assert byline.authors == tuple(names.split(", "))
    assert byline.complete is not bool(et_al)
    assert byline.organization == organization
    assert byline.certain


@given(st.text())
def test_loses_nothing(line: str) -> None:
    byline = cut_byline(line)
    kept = byline.title + "".join(byline.authors) + byline.organization
    assert set("".join(line.split())) - set("·,etal.") <= set(kept)
