"""The pages that a library makes, as a Markdown renderer shows them."""

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import markdown as python_markdown  # type: ignore[import-untyped]
import yaml

from papergarden.model import Batch, Library, Made, OutFile, Settings
from papergarden.writers.pages import Tree

ROOT = Path(__file__).parents[2]
FONT = (ROOT / "site_src/cards/DejaVuSerif-Bold.ttf").read_bytes()
TEMPLATES = {
    path.name: path.read_text(encoding="utf-8") for path in (ROOT / "site_src/templates").glob("*.j2")
}
EXTENSIONS = ["attr_list", "admonition", "tables", "toc"]
SETTINGS = Settings(
    seeds=ROOT / "seeds",
    topics=ROOT / "site_src/topics.yml",
    templates=ROOT / "site_src/templates",
    site_name="Garden <of> papers",
    site_url="https://papers.example/",
    repo_url="https://git.example/ada/papers",
)
OURS = {
    *("a", "bdi", "br", "code", "dd", "del", "details", "div", "dl", "dt", "em", "h1", "h2", "input", "ins"),
    *("label", "li", "nav", "ol", "p", "pre", "rect", "span", "strong", "summary", "svg", "table", "tbody"),
    *("td", "text", "th", "thead", "time", "tr", "ul"),
    *("form", "input", "button", "q", "section"),
    *("math", "semantics", "annotation", "mrow", "mi", "mn", "mo", "mtext", "msub", "msup", "mover"),
}
"""Every element that the templates and MathML use."""


@dataclass
class Html(HTMLParser):
    """A piece of HTML: its text, elements, links, ids, and the text of each heading."""

    text: str = ""
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    headings: list[tuple[str, str]] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self.inside.append(tag)
        if tag in ("h1", "h2"):
            self.headings.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "annotation" in self.inside:
            return
        self.text += data
        if self.headings and {"h1", "h2"} & set(self.inside):
            tag, said = self.headings[-1]
            self.headings[-1] = (tag, said + data)

    @property
    def links(self) -> list[str]:
        return [attributes["href"] for _, attributes in self.elements if "href" in attributes]

    @property
    def words(self) -> str:
        return " ".join(self.text.split())


@dataclass(frozen=True)
class Page:
    front: dict[str, object]
    source: str
    html: Html

    @property
    def citation(self) -> dict[str, object]:
        """The record that the Cite button reads: what the article says, and what it says otherwise or not."""
        head = str(self.front["head"])
        own, article = (
            json.loads(head.partition(start)[2].partition("</script>")[0])
            for start in ('id="pg-citation">', '"application/ld+json">')
        )
        return {"title": article.get("name", ""), **own}


def opened(file: Made) -> Page:
    """A page as a Markdown renderer shows it."""
    assert isinstance(file.content, str)
    _, front, body = file.content.split("---\n", 2)
    html = Html()
    html.feed(python_markdown.markdown(body, extensions=EXTENSIONS))
    html.close()
    return Page(yaml.safe_load(front), body, html)


def tree(of: Library) -> dict[str, OutFile]:
    made = Tree(of, SETTINGS, TEMPLATES).files()
    files = [file for one in made for file in (one.files if isinstance(one, Batch) else (one,))]
    paths = [file.path for file in files]
    assert len(set(paths)) == len(paths), "two pages have one path"
    return {file.path: OutFile(file.path, file.content) for file in files}
