"""Text made safe comes out of a Markdown renderer as exactly that text, and no element is made of it."""

from html.parser import HTMLParser

import markdown as python_markdown  # type: ignore[import-untyped]
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from papergarden.text import escape

HOSTILE = [
    "<script>alert(1)</script>",
    "</p></div><img src=x onerror=alert(1)>",
    "{{ config }} {% raw %}",
    "--- title: x ---",
    "[x](javascript:alert(1))",
    "![x](https://a.example/y.png)",
    "[ref]: https://a.example",
    "*[HTML]: nothing",
    "[^1]: foot",
    "# heading",
    "- item",
    "+ item",
    "1. item",
    "2) item",
    "    code",
    "> quote",
    "!!! note",
    "??? note",
    "=== tab",
    ": definition",
    "/// block",
    "| a | b |",
    "a_b_c *d* **e** `f` ~~g~~ ^h^ ==i== $x$ \\(y\\) \\* &amp; &#60;b&#62;",
    "word{ .class #id onclick=x }",
    "\x02wzxhzdk:0\x03",
    "a\x00b\u2028c\rd",
    "\ud800",
    "www.example.org https://a.example/<b> me@example.org",
    '" onmouseover="alert(1)',
]
EXTENSIONS = [
    "abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "tables", "toc",
    "sane_lists", "pymdownx.superfences", "pymdownx.details", "pymdownx.tilde", "pymdownx.caret",
    "pymdownx.mark", "pymdownx.arithmatex", "pymdownx.magiclink", "pymdownx.emoji", "pymdownx.tabbed",
    "pymdownx.blocks.admonition", "pymdownx.critic", "pymdownx.keys",
]  # fmt: skip
hostile_text = (
    st.text() | st.text(alphabet="<>&\"'\\`*_{}[]#|~^=$!:@+-/.)1 \n\tax\x02\x03") | st.sampled_from(HOSTILE)
)


class Elements(HTMLParser):
    """Collects text and elements of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.elements: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.text += data


def rendered(source: str, extensions: list[str]) -> Elements:
    elements = Elements()
    elements.feed(python_markdown.markdown(source, extensions=extensions))
    elements.close()
    return elements


@pytest.mark.parametrize("extensions", [[], EXTENSIONS], ids=["plain", "every extension"])
@pytest.mark.parametrize("text", HOSTILE)
def test_a_paragraph_reads_as_the_text_itself(text: str, extensions: list[str]) -> None:
    page = rendered(escape.markdown(text), extensions)
    assert page.text.strip() == escape.fold(text)
    assert [tag for tag, _ in page.elements] == ["p"]


@given(hostile_text)
@example("1.1) x")
@example("\\")
def test_any_text_is_literal_in_a_paragraph(text: str) -> None:
    page = rendered(escape.markdown(text), EXTENSIONS)
    assert page.text.strip() == escape.fold(text)
    assert [tag for tag, _ in page.elements] == (["p"] if escape.fold(text) else [])


@given(hostile_text)
def test_any_text_is_literal_in_a_heading(text: str) -> None:
    page = rendered(f"# {escape.markdown(text)}", [])
    assert page.text.strip() == escape.fold(text)
    assert {tag for tag, _ in page.elements} <= {"h1"}


@given(hostile_text)
def test_any_text_is_literal_in_a_raw_block_and_its_attributes(text: str) -> None:
    safe = escape.markdown(text)
    page = rendered(f'<div title="{safe}">{safe}</div>', EXTENSIONS)
    assert [tag for tag, _ in page.elements] == ["div"]
    assert [(name, escape.fold(value or "")) for name, value in page.elements[0][1]] == [
        ("title", escape.fold(text))
    ]
    assert page.text.strip() == escape.fold(text)


@given(hostile_text)
def test_what_is_made_safe_can_be_written_as_utf_8(text: str) -> None:
    assert escape.markdown(text).encode().decode() == escape.markdown(text)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://a.example/x_y?z=1&w=2", True),
        ("HTTP://a.example", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("https://a.example/ onclick=x", False),
        ("//a.example", False),
        ("data:text/html,x", False),
        ("", False),
    ],
)
def test_only_web_addresses_are_linked(url: str, kept: bool) -> None:
    assert escape.web_address(url) == (url if kept else "")
