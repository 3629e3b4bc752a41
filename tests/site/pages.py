"""The built site as files: what each page links to and what in it can be linked to."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

LINKING = ("href", "src", "action", "formaction", "poster", "data", "cite")
ABSOLUTE_META = {
    "og:url",
    "og:image",
    "twitter:image",
    "citation_abstract_html_url",
    "citation_fulltext_html_url",
}


@dataclass(frozen=True, slots=True)
class Reference:
    """An address in a page: the line it stands on, the tag that carries it, the address as written."""

    line: int
    tag: str
    url: str


@dataclass(slots=True)
class Page:
    """One HTML file: its path below the site, its ids (with repeats), its addresses, what its head states."""

    path: str
    ids: list[str] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    stated: dict[str, list[str]] = field(default_factory=dict)
    canonical: str = ""
    redirects: bool = False


class _Collector(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        have = {name: value or "" for name, value in attrs}
        if "id" in have:
            self.page.ids.append(have["id"])
        if tag == "meta":
            name = have.get("name") or have.get("property", "")
            self.page.stated.setdefault(name, []).append(have.get("content", ""))
        if tag == "link" and "canonical" in have.get("rel", "").split():
            self.page.canonical = have.get("href", "")
        if have.get("http-equiv", "").lower() == "refresh":
            self.page.redirects = True
        for url in _addresses(tag, have):
            self.page.references.append(Reference(self.getpos()[0], tag, url.strip()))


def _addresses(tag: str, have: dict[str, str]) -> Iterator[str]:
    yield from (have[name] for name in LINKING if name in have)
    yield from (part.split()[0] for part in have.get("srcset", "").split(",") if part.strip())
    if tag == "meta":
        if have.get("http-equiv", "").lower() == "refresh" and "url=" in have.get("content", "").lower():
            yield have["content"][have["content"].lower().index("url=") + 4 :].strip("'\" ")
        if ABSOLUTE_META & {have.get("property", ""), have.get("name", "")}:
            yield have.get("content", "")


def read_page(site: Path, file: Path) -> Page:
    """What is in one HTML file of the site."""
    page = Page(file.relative_to(site).as_posix())
    collector = _Collector(page)
    collector.feed(file.read_text(encoding="utf-8"))
    collector.close()
    return page


def read_pages(site: Path) -> dict[str, Page]:
    """Every HTML file of the site by its path."""
    return {page.path: page for page in (read_page(site, file) for file in sorted(site.rglob("*.html")))}


def broken(page: Page, pages: dict[str, Page], site: Path, base: str) -> Iterator[str]:
    """Each address in a page that leads nowhere in the site, said with its line.

    ``base`` is the address the site will be published at, with a slash at its end. Addresses outside of it
    are not looked at.
    """
    here = urljoin(base, page.path)
    for reference in page.references:
        target = urlsplit(urljoin(here, reference.url))
        if target.scheme not in {"http", "https"} or not target.geturl().startswith(base.rstrip("/")):
            continue
        path = unquote(target.path[len(urlsplit(base).path) :])
        file = path + "index.html" if path.endswith("/") or not path else path
        where = f"{page.path}:{reference.line}: <{reference.tag}> {reference.url}"
        if not (site / file).is_file():
            yield f"{where}: there is no {file}"
        elif target.fragment and file in pages and unquote(target.fragment) not in pages[file].ids:
            yield f"{where}: {file} has nothing named so"


def kind(path: str) -> str:
    """What kind of page a path is: ``papers/2412.16178/index.html`` is one of ``papers/*``."""
    *folders, last = path.removesuffix("index.html").strip("/").split("/")
    if not folders:
        return last or "home"
    return "/".join((folders[0], *(name for name in folders[1:] if name in {"page", "letter"}), "*"))


def one_of_each_kind(pages: dict[str, Page], site: Path) -> dict[str, str]:
    """The path of the largest page of each kind, which has most to go wrong; redirects are no pages."""
    sizes = {path: (site / path).stat().st_size for path, page in pages.items() if not page.redirects}
    chosen: dict[str, str] = {}
    for path in sorted(sizes):
        name = kind(path)
        if name not in chosen or sizes[path] > sizes[chosen[name]]:
            chosen[name] = path
    return chosen
