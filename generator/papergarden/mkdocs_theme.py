"""The theme: MkDocs renders pages with it, papergarden fills what it rendered once."""

from collections.abc import Iterable, Iterator, Set
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Any

import mkdocs
from jinja2 import Environment, TemplateError
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from papergarden.cores import is_share
from papergarden.model import Sheet
from papergarden.moulds import Converter, Leaf, Press, looks_closer
from papergarden.project import site_source
from papergarden.publish import NotHereError
from papergarden.writers.blame import note_place

PAGE_EVENTS = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page")
"""When MkDocs lets plugins and hooks change a single page."""
PACKAGES = {"site-packages", "dist-packages"}
"""What folders of packages are called; there may be several."""
_CONVERTERS: dict[tuple[str, bool], Converter] = {}
"""The last one, by the extensions of Markdown that it was made with, and whether all templates are ours."""


class Theme:
    """The theme as moulds see it: pages rendered one by one, by the means of MkDocs.

    ``plain`` tells whether all bodies of pages are made by our own templates; ``harmless`` are the names of
    plugins that change no page.
    """

    env: Environment
    """Where the theme's templates are, once MkDocs has it."""

    def __init__(
        self, config: MkDocsConfig, files: Files, nav: Navigation, plain: bool, harmless: Set[str]
    ) -> None:
        self._config, self._files, self._nav = config, files, nav
        self._alone = not (_changes_pages(config, harmless) or _looks_closer(config))
        known = repr((version("markdown"), config.markdown_extensions, config.mdx_configs))
        if (known, plain) not in _CONVERTERS:
            _CONVERTERS.clear()
            depth = str(config.mdx_configs.get("toc", {}).get("toc_depth", 6))
            first, _, last = depth.rpartition("-")
            levels = range(int(first or 1), int(last) + 1)
            _CONVERTERS[known, plain] = Converter(self._convert, levels, plain=plain)
        self._made_from, self.converter = known, _CONVERTERS[known, plain]

    def press(self, salt: str) -> Press:
        """What stamps pages with this theme; ``salt`` is what all of them are made from."""
        return Press(
            ways=[item.url for item in _ways(self._nav.items)],
            converter=self.converter,
            render=self._render,
            whole=self._whole,
            salt=repr((salt, self._made_from)),
            alone=self._alone,
        )

    def _convert(self, text: str) -> str:
        page = self.page("", text)
        page.read_source(self._config)
        page.render(self._config, self._files)
        return page.content or ""

    def _render(self, leaf: Leaf) -> str:
        page = self.page(leaf.address, "")
        page.meta, page.markdown, page.content = dict(leaf.front), "", leaf.content.html
        first = leaf.content.first
        page.toc = TableOfContents([AnchorLink("", first, 1)] if first else [])
        return self._framed(page)

    def _whole(self, address: str, sheet: Sheet) -> str:
        if is_share():
            raise NotHereError
        return self._rendered(self.page(address, sheet.markdown))

    def way_in(self, path: str, sheet: Sheet) -> str:
        """A page of the navigation, or one that could be there."""
        file = self._files.src_uris[path]
        file.content_string = sheet.markdown
        return self._rendered(file.page or Page(None, file, self._config))

    def _rendered(self, page: Page) -> str:
        config, files = self._config, self._files
        page = config.plugins.on_pre_page(page, config=config, files=files)
        page.read_source(config)
        page.markdown = config.plugins.on_page_markdown(
            page.markdown or "", page=page, config=config, files=files
        )
        page.render(config, files)
        page.content = config.plugins.on_page_content(
            page.content or "", page=page, config=config, files=files
        )
        return self._framed(page)

    def page(self, address: str, content: str) -> Page:
        """A page at an address, with Markdown to be read."""
        return Page(None, File.generated(self._config, f"{address}index.md", content=content), self._config)

    def _framed(self, page: Page) -> str:
        """A page with its content in the theme's frame; whoever alters frames does so here, too."""
        config, nav = self._config, self._nav
        context = get_context(nav, self._files, config, page)
        template = self.env.get_template(page.meta.get("template", "main.html"))
        page.active = True
        context = config.plugins.on_page_context(context, page=page, config=config, nav=nav)
        try:
            html = template.render(context)
        except Exception as error:
            note_place(error)
            raise
        html = str(config.plugins.on_post_page(html, page=page, config=config))
        page.active = False
        return html


def own_theme(config: MkDocsConfig) -> list[Path]:
    """The folders of a theme that come with no package, nor with us."""
    packages, ours = Path(mkdocs.__file__).parents[1], site_source() / "theme"
    folders = [Path(folder).absolute() for folder in config.theme.dirs]
    own = [folder for folder in folders if packages not in folder.parents and folder != ours]
    return [folder for folder in own if PACKAGES.isdisjoint(folder.parts)]


def _changes_pages(config: MkDocsConfig, harmless: Set[str]) -> bool:
    """Whether a hook, or a plugin of which we do not know better, may change single pages."""
    known = [config.plugins[name] for name in harmless & config.plugins.keys()]
    methods = chain.from_iterable(map(config.plugins.events.__getitem__, PAGE_EVENTS))
    return any(getattr(method, "__self__", None) not in known for method in methods)


def _looks_closer(config: MkDocsConfig) -> bool:
    """Whether a template of the project's looks closer at pages than moulds do, or cannot be read."""
    parse = Environment(autoescape=True).parse
    templates = (path for folder in own_theme(config) for path in folder.rglob("*.html"))
    try:
        return any(looks_closer(parse(path.read_text("utf-8"))) for path in templates)
    except (OSError, ValueError, TemplateError):
        return True


def _ways(items: Iterable[Any]) -> Iterator[Any]:
    """Everything in the navigation that has an address."""
    for item in items:
        yield from _ways(item.children) if item.children else (item,)
