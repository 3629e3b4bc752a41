"""The page of the formats: every reader with its explanation and its example, as Markdown."""

import markdown  # type: ignore[import-untyped]
import pytest

from papergarden.readers import READERS, Reader, name
from papergarden.writers.formats_page import write

PAGE = write((reader.__name__, reader.__doc__ or "") for reader in READERS)
HTML = markdown.markdown(str(PAGE.content).partition("---\n\n")[2], extensions=["fenced_code"])
SECTIONS = dict(zip((name(reader) for reader in READERS), HTML.split("<h2>")[1:], strict=True))


def test_it_has_an_address_and_a_title() -> None:
    assert PAGE.path == "formats/index.md"
    assert 'title: "Seed formats"' in str(PAGE.content)


@pytest.mark.parametrize("reader", READERS, ids=name)
def test_each_format_is_explained_and_shown(reader: Reader) -> None:
    title, *lines = (reader.__doc__ or "").split("\n")
    section = SECTIONS[name(reader)]
    heading, _, rest = section.partition("</h2>")
    explanation, _, code = rest.partition("<pre>")
    assert heading == title
    assert len(explanation) > 80
    assert "Example" not in explanation.rsplit("<p>", 1)[1]
    example = [line for line in lines[lines.index("Example::") + 1 :] if line.strip()]
    assert code.count("\n") >= len(example)
    assert not code.startswith(" ")
    assert "``" not in section
