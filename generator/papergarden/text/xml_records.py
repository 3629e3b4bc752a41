"""The records of an XML document with their lines, each parsed alone so that a broken one costs no other.

The document is first only cut at the tags of its records; a record never sees the document's DTD, so no
entity of its own making is ever expanded, and nothing outside the text is ever fetched. Named characters of
HTML (``&uuml;``), which DBLP and feeds use, are put in their place before.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
KEPT = frozenset({"amp", "lt", "gt", "quot", "apos"})
PREFIX = re.compile(r"\bxmlns:([A-Za-z_][\w.-]*)\s*=")
USED_PREFIX = re.compile(r"[<\s/]([A-Za-z_][\w.-]*):[A-Za-z_]")
DEEPEST = 100
"""More levels than any record has; a deeper one is a fault."""


@dataclass(frozen=True, slots=True)
class XmlRecord:
    """One record of a document: first and last line, and its element, or why it has none."""

    start: int
    end: int
    element: ElementTree.Element
    fault: str = ""


NOTHING = ElementTree.Element("nothing")


def xml_records(text: str, tags: tuple[str, ...]) -> Iterator[XmlRecord]:
    """The elements of those names, in order; their own and their parts' names come without namespace.

    A record that is not closed ends where the next one begins, or with the document.
    """
    names = "|".join(map(re.escape, tags))
    edges = re.compile(
        rf"<((?:[A-Za-z_][\w.-]*:)?(?:{names}))(?=[\s>])|</(?:[A-Za-z_][\w.-]*:)?(?:{names})\s*>"
    )
    line, at = 1, 0
    for start, end in _spans(text, edges):
        line += text.count("\n", at, start)
        last = line + text.count("\n", start, end)
        yield _record(text[start:end], line, last)
        line, at = last, end


def _spans(text: str, edges: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    begin = -1
    for edge in edges.finditer(text):
        if edge[1]:
            if begin >= 0:
                yield begin, edge.start()
            begin = edge.start()
        elif begin >= 0:
            yield begin, edge.end()
            begin = -1
    if begin >= 0:
        yield begin, len(text)


def _record(text: str, start: int, end: int) -> XmlRecord:
    prefixes = sorted({*USED_PREFIX.findall(text)} - {"xml", "xmlns", *PREFIX.findall(text)})
    spaces = "".join(f' xmlns:{prefix}="{prefix}"' for prefix in prefixes)
    try:
        root = _parsed(f"<record{spaces}>{ENTITY.sub(_named, text.rstrip())}</record>")
    except ElementTree.ParseError as error:
        what = f"{error}".partition(": line")[0]
        return XmlRecord(start, end, NOTHING, f"{what} at line {min(end, start + error.position[0] - 1)}")
    except ValueError as error:
        return XmlRecord(start, end, NOTHING, f"{error}")
    return XmlRecord(start, end, root[0])


class _Plain(ElementTree.TreeBuilder):
    """Builds a tree with names without namespaces, and not deeper than any record is."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0

    def start(self, tag: str, attributes: dict[str, str], /) -> ElementTree.Element:
        self.depth += 1
        if self.depth > DEEPEST:
            raise ValueError("it is nested too deeply")
        return super().start(tag.rpartition("}")[2], attributes)

    def end(self, tag: str, /) -> ElementTree.Element:
        self.depth -= 1
        return super().end(tag.rpartition("}")[2])


def _parsed(text: str) -> ElementTree.Element:
    parser = ElementTree.XMLParser(target=_Plain())  # noqa: S314 (no DTD reaches it, see above)
    parser.feed(text)
    return parser.close()


def _named(entity: re.Match[str]) -> str:
    return entity[0] if entity[1] in KEPT else html.escape(html.unescape(entity[0]))


def text_of(element: ElementTree.Element | None, path: str = ".") -> str:
    """All text in the first part at a path, with the text of its own parts, white space folded."""
    found = None if element is None else element.find(path)
    return "" if found is None else " ".join("".join(found.itertext()).split())


def texts_of(element: ElementTree.Element, path: str) -> list[str]:
    """The texts of all parts at a path that have any."""
    return [text for found in element.iterfind(path) if (text := " ".join("".join(found.itertext()).split()))]


def others_of(element: ElementTree.Element, *taken: str) -> dict[str, str]:
    """The texts of all parts but those taken, by their names; those of one name joined."""
    found: dict[str, list[str]] = {}
    for part in element:
        if part.tag not in taken and (text := " ".join("".join(part.itertext()).split())):
            found.setdefault(part.tag, []).append(text)
    return {tag: "; ".join(texts) for tag, texts in found.items()}
