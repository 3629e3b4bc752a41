"""People's verdicts: what is read, and what each fault says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergarden.model import Decision, Finding, Source
from papergarden.steps.decisions import EXAMPLES, read_decisions

PATH = "decisions.yml"


def read(text: str) -> tuple[Decision, ...]:
    decisions, findings = read_decisions(PATH, text)
    assert findings == ()
    return decisions


def fault(text: str) -> Finding:
    decisions, findings = read_decisions(PATH, text)
    (finding,) = findings
    assert finding.level == "error"
    assert decisions == ()
    return finding


def test_every_kind_of_verdict() -> None:
    text = """
    # a comment
    - same: [arxiv:2402.18668, "abstract: Its opening: words"]
      reason: The titles agree.
    - {different: [2402.10460, A Title]}
    - same-person: [Ada Example, A. B. Example]
    - different-person:
        - Ada Example @ 2402.18668
        - Ada Example @ doi:10.1000/182
    - {hide: a-key, reason: It is no paper.}
    - {tag: arxiv:2402.18668, tags: [linear attention, "KV cache"]}
    - {untag: arxiv:2402.18668, tags: recurrence}
    - {gone: papers/some-key/, reason: Listed by mistake.}
    """
    assert [(one.source.line, one.act, one.subjects, one.value, one.reason) for one in read(text)] == [
        (3, "same", ("arxiv:2402.18668", "abstract: Its opening: words"), (), "The titles agree."),
        (5, "different", ("2402.10460", "A Title"), (), ""),
        (6, "same-person", ("Ada Example", "A. B. Example"), (), ""),
        (7, "different-person", ("Ada Example @ 2402.18668", "Ada Example @ doi:10.1000/182"), (), ""),
        (10, "hide", ("a-key",), (), "It is no paper."),
        (11, "tag", ("arxiv:2402.18668",), ("linear attention", "KV cache"), ""),
        (12, "untag", ("arxiv:2402.18668",), ("recurrence",), ""),
        (13, "gone", ("papers/some-key/",), (), "Listed by mistake."),
    ]


def test_set_gives_a_verdict_for_each_field_in_the_form_of_records() -> None:
    text = """
    - set: arxiv:2402.18668
      title: The Right Title
      authors: [Ada Example, Bela Sample]
      date: Jul 26, 2023
      doi: https://doi.org/10.1000/ABC
      arxiv_id: https://arxiv.org/abs/2402.18668v3
      score: 44.9
      has_code: true
      venue: ~
      reason: The printed one was cut.
    """
    assert {one.field: one.value for one in read(text)} == {
        "title": ("The Right Title",),
        "authors": ("Ada Example", "Bela Sample"),
        "date": ("2023-07-26",),
        "doi": ("10.1000/abc",),
        "arxiv_id": ("2402.18668",),
        "score": ("44.9",),
        "has_code": ("true",),
        "venue": (),
    }


@pytest.mark.parametrize("example", EXAMPLES.values())
def test_the_examples_in_messages_are_right(example: str) -> None:
    assert read(example)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n", "[]"])
def test_a_file_without_verdicts(text: str) -> None:
    assert read(text) == ()


FAULTS = {
    "no list": ("same: [a, b]", 1, "not a list"),
    "no name": ("- a\n", 1, "no name"),
    "unknown": ("\n- {sama: [a, b]}", 2, "nothing that is known"),
    "two at once": ("- {same: [a, b], hide: c, reason: x}", 1, "two things"),
    "one of two": ("- {same: [a]}", 1, "two that differ"),
    "twice the same": ("- {same: [a, a]}", 1, "two that differ"),
    "no reason": ("- hide: a\n", 1, "needs a reason"),
    "two to hide": ("- hide: [a, b]\n  reason: x", 1, "one thing"),
    "unknown key": ("- same: [a, b]\n  because: x", 2, "knows no key"),
    "key twice": ("- same: [a, b]\n  reason: x\n  reason: y", 3, "twice"),
    "no tags": ("- tag: a", 1, "names no tags"),
    "no field": ("- {set: a, reason: x}", 1, "sets no field"),
    "two titles": ("- set: a\n  title: [b, c]\n  reason: x", 2, "one value"),
    "no date": ("- set: a\n  date: soon\n  reason: x", 2, "no value of"),
    "no id": ("- set: a\n  arxiv_id: 12\n  reason: x", 2, "no value of"),
    "no score": ("- set: a\n  score: high\n  reason: x", 2, "no value of"),
    "no link": ("- set: a\n  links: javascript:alert(1)\n  reason: x", 2, "no value of"),
    "a mapping for a text": ("- hide: {a: b}\n  reason: x", 1, "a list or a mapping"),
    "a list for a text": ("- hide:\n  - [a]\n  reason: x", 2, "a list or a mapping"),
    "no YAML": ("- same: [a, b]\n- hide: 'a\n", 3, "not YAML"),
    "a tab": ("- same: [a, b]\n\t- x", 2, "not YAML"),
    "two documents": ("- hide: a\n---\n- hide: b\n", 2, "not YAML"),
    "a control character": ("- same: [a, b]\n- hide: \x00\n", 2, "not YAML"),
    "an alias": ("- same: &x [a, b]\n- same: *x\n", 1, "aliases"),
    "a tag of Python": ("- !!python/object/apply:os.system [ls]", 1, "no name"),
    "depth": ("[" * 100_000, 1, "nested too deeply"),
}


@pytest.mark.parametrize("case", FAULTS)
def test_each_fault_says_where_and_what(case: str) -> None:
    text, line, what = FAULTS[case]
    finding = fault(text)
    assert (finding.source, finding.code) == (Source(PATH, line), "wrong-decision")
    assert what in finding.what


def test_half_a_character_does_not_get_into_a_text() -> None:
    (decision,) = read(r'- {set: a-key, title: "Half \ud800", reason: It was lost.}')
    assert decision.value == ("Half \ufffd",)


def test_a_fault_costs_its_own_verdict_only() -> None:
    decisions, findings = read_decisions(PATH, "- {same: [a, b]}\n- {same: [c]}\n- {same: [d, e]}\n")
    assert [one.subjects for one in decisions] == [("a", "b"), ("d", "e")]
    assert [one.source.line for one in findings] == [2]


@given(st.text(alphabet="-{}[],:&*!'\"#|>%@ \n\tasmehid~", max_size=60))
def test_reading_never_raises(text: str) -> None:
    decisions, findings = read_decisions(PATH, text)
    assert all(
        line >= 1 for line in [one.source.line for one in decisions] + [f.source.line for f in findings]
    )
