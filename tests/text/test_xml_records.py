"""XML cut into records: each with its lines, each alone with its faults, none with a DTD."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergarden.text.xml_records import text_of, texts_of, xml_records

BOMB = """<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
<x><r><t>&b;&c;</t></r><r><t>fine</t></r></x>"""


def titles(text: str) -> list[str]:
    return [record.fault or text_of(record.element, "t") for record in xml_records(text, ("r",))]


def test_each_record_has_its_lines_and_its_text() -> None:
    records = list(xml_records("<x>\n<r><t>One</t>\n</r>\n<r>\n<t>T<i>w</i>o</t></r></x>", ("r",)))
    assert [(record.start, record.end) for record in records] == [(2, 3), (4, 5)]
    assert titles("<x><r><t> T<i>w</i>o \n three</t></r></x>") == ["Two three"]


@pytest.mark.parametrize(
    "broken", ["<r><t>a & b</t></r>", "<r><t>open</r>", "<r><t>open", "<r><!DOCTYPE r></r>"]
)
def test_a_broken_record_costs_no_other(broken: str) -> None:
    found = titles(f"<x><r><t>One</t></r>\n{broken}\n<r><t>Three</t></r></x>")
    assert (found[0], found[-1], len(found)) == ("One", "Three", 3)


def test_namespaces_need_not_be_declared_in_the_record() -> None:
    text = '<x xmlns:p="urn:p"><p:r p:k="v"><p:t>One</p:t></p:r></x>'
    assert titles(text) == ["One"]


def test_named_characters_of_html_are_put_in_their_place() -> None:
    assert titles("<x><r><t>J&uuml;rgen &lt;&amp;&gt; &Lt;</t></r></x>") == ["Jürgen <&> ≪"]


def test_no_entity_of_a_document_is_expanded_and_no_file_is_read() -> None:
    found = titles(BOMB)
    assert found[1] == "fine"
    assert "aaaa" not in found[0]
    assert "root:" not in found[0]


def test_deep_nesting_is_a_fault() -> None:
    (record,) = xml_records("<r>" + "<a>" * 100_000 + "</a>" * 100_000 + "</r>", ("r",))
    assert record.fault == "it is nested too deeply"


def test_all_parts_at_a_path() -> None:
    (record,) = xml_records("<r><a>1</a><a> </a><b/><a>2</a></r>", ("r",))
    assert texts_of(record.element, "a") == ["1", "2"]


@given(st.text(alphabet='<>/r t&;!x="\n'))
def test_any_text_is_cut_within_its_lines(text: str) -> None:
    last = text.count("\n") + 1
    assert all(1 <= record.start <= record.end <= last for record in xml_records(text, ("r", "t")))
