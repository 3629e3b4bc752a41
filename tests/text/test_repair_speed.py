"""Repairs look at little: what they pass over holds nothing for them, and their work grows as the text."""

import gc
import re
import string
import sys
from itertools import product
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergarden.text.letters import outline
from papergarden.text.repair import INTACT, KNOWN, PROSE, RULES, WORD_RULES, hyphens, repair
from papergarden.text.repair.common import tokens_of
from papergarden.text.repair.glue import at_most, separated
from papergarden.text.repair.seams import Damage
from papergarden.text.repair.spacing import may_run_on

PIECES = ["Abstract", "We", "Our", "AI", "times", "sim", "data", "com", "https", "arXiv", "at", "GardenNet"]
SEVERE = [Damage.NONE, Damage.OTHER]
SEPARATORS = [" ", ", ", ". ", "-", "'", ",", ".", "; ", " - ", ": "]


def test_no_rule_speaks_of_what_is_passed_over() -> None:
    made = map("".join, product(PIECES, SEPARATORS, PIECES, SEPARATORS, ["data"]))
    passed_over = [text for text in made if INTACT.fullmatch(text)]
    edits = [edit for text in passed_over for _, rule in (*RULES, *PROSE) for edit in rule(text)]
    edits += [edit for text in passed_over for _, rule in WORD_RULES for edit in rule(text, KNOWN)]
    assert passed_over
    assert not edits


SHORT = ["a", "é", "A", "al", "go", "rithm", "-", "- ", "-\n", " ", "(cid:173)", "(", "3", "٣", "_", ".", "?"]


@given(st.lists(st.sampled_from(SHORT), max_size=14).map("".join))
def test_what_is_looked_for_quickly_is_what_is_there(text: str) -> None:
    broken = [match.span() for match in hyphens.BROKEN.finditer(text)]
    assert [match.span() for match in hyphens.broken(text)] == broken
    assert may_run_on(text) == (re.search("[.,?!:][A-Z]", text) is not None)
    assert (b"000" in outline(text)) == (re.search("[0-9]{3}", text) is not None)
    assert (b"a0" in outline(text)) == (re.search("[a-z][0-9]", text) is not None)


SIGNS = [
    *SHORT,
    "a.B",
    "e.g.",
    "b2data",
    "222",
    "github.com/a",
    "https://",
    "x2014d",
    "\\u2019",
    "80times",
    "sim3",
    "$",
]
SIGNS += [
    "{B}",
    "*b*",
    "<i>",
    "</i>",
    "&lt;",
    "\x00",
    "\u00a0",
    "e\u0301",
    "ﬁ",
    "Ã©",
    "![",
    "](",
    ")",
    ") .",
    "arXiv:",
]


@given(st.lists(st.sampled_from(SIGNS), max_size=9).map("".join))
def test_a_rule_passes_over_nothing_that_it_would_change(text: str) -> None:
    rules: list[tuple[Any, ...]] = [(rule, text) for _, rule in (*RULES, *PROSE)]
    for rule, *given_to in [*rules, *((rule, text, KNOWN) for _, rule in WORD_RULES)]:
        assert [*rule(*given_to)] == [*getattr(rule, "__wrapped__", rule)(*given_to)]


@given(st.lists(st.sampled_from([*SHORT, "data", "the", "K", "’", '"']), max_size=14).map("".join))
def test_strange_tokens_are_all_but_words(text: str) -> None:
    tokens = tokens_of(text)
    assert tokens.every == set(text.split())
    assert tokens.every - tokens.strange == tokens.every & KNOWN
    assert sorted(tokens.joined[1:-1].split(" ")) == sorted(tokens.strange or [""])


def test_what_is_known_always_is_in_small_letters() -> None:
    assert all(word.isascii() and word.isalpha() and word.islower() for word in KNOWN)


@given(st.text(alphabet=string.ascii_letters + " .,-'", max_size=60), st.sampled_from(SEVERE))
def test_less_damage_never_means_more_seams(noise: str, damage: Damage) -> None:
    text = f"{noise} applicationsin thatSamba and introduceTransformer of data.Samba Samba {noise}"
    assert set(separated(text, KNOWN, damage)) <= set(at_most(text, KNOWN))


HOSTILE = [
    "a",
    "$",
    "\\",
    "{",
    "}",
    "&amp;",
    "https://",
    "(a",
    "**",
    "``",
    "111A",
    ") ",
    "a- b",
    ".Ab",
    "thea ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_work_grows_as_the_text(piece: str) -> None:
    assert steps(piece, 20_000) <= 2.2 * steps(piece, 10_000) + 1000


def steps(piece: str, size: int) -> int:
    """How many lines of Python are run to mend a text of this size."""
    count = 0

    def traced(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return traced

    before = sys.gettrace()
    sys.settrace(traced)
    try:
        repair("abstract", (piece * size)[:size])
    finally:
        sys.settrace(before)
    return count


def test_what_a_repair_needs_is_gone_with_it() -> None:
    text = "The kettlesof the gardenare watched.We show thatkettles of many gardensarebest."
    repair("abstract", text)
    gc.collect()
    gc.disable()
    try:
        assert repair("abstract", f"{text} It helps.")[1]
        assert gc.collect() == 0
    finally:
        gc.enable()
