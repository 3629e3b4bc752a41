"""The plugin: MkDocs asks, papergarden's pipeline answers. Nothing else knows both."""

import logging
import os
from collections.abc import Callable, Iterable, Sequence, Set
from contextlib import suppress
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

import click
from jinja2 import Environment
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import config_options as option
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from papergarden import garbage, model
from papergarden.ahead import SHELF, Ahead, Told
from papergarden.faults import mixed, told
from papergarden.files import Collection, Opened, collect, load_templates
from papergarden.folders import clear
from papergarden.log import hush, show_log, tell
from papergarden.mkdocs_config import (
    KNOWN_PLUGINS,
    inputs_of,
    is_all_known,
    is_late,
    is_left_alone,
    left_out_of,
    settings_of,
    sources_of,
)
from papergarden.mkdocs_theme import Theme, own_theme
from papergarden.model import CARDS, Finding, LateFile, Library, Sheet
from papergarden.moulds import NotPlainError, anchors, slimmed
from papergarden.on_demand import OnDemand, file_at, telling
from papergarden.orders import Orders
from papergarden.pipeline import gather, name_site, search_index, with_relations, write_news
from papergarden.project import CACHE, PLUGIN, site_source
from papergarden.publish import Order, Site
from papergarden.shelf import Shelf
from papergarden.sorting import Sorted, owed, ways
from papergarden.theme_files import ThemeFiles, files_to_publish
from papergarden.unchanged import build_of, program_digest
from papergarden.watching import QUIET, Listener, Watch
from papergarden.workroom import Workroom
from papergarden.writers.compiled import Compiled

if TYPE_CHECKING:  # the server is much to load, for what builds once
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.papergarden")

_COMPILED = Compiled()

SEARCH_PAGE = "search.md"
"""The page of results, which the search box leads to."""
FEW_PAPERS = 200
"""The files of so many are made sooner than a process is started for them."""


class PluginConfig(Config):  # type: ignore[no-untyped-call]
    """What can be set under ``plugins: - papergarden:``; paths are relative to ``mkdocs.yml``."""

    seeds = option.Type(str, default="seeds")
    topics = option.Optional(option.Type(str))
    templates = option.Optional(option.Type(str))
    cards = option.Type(int, default=CARDS)
    pages_of_one_paper = option.Optional(option.Type(bool))


class PapergardenPlugin(BasePlugin[PluginConfig]):  # type: ignore[no-untyped-call]
    """Adds the pages and files made from the seeds to those that a person wrote."""

    library: Library | None = None
    serving = False
    lazy = False
    """Whether files are made when the server is asked for them."""
    site: Site | None = None
    _room: Workroom | None = None
    _watch: Watch | None = None
    _hooks: Set[str] = frozenset()
    """Files of hooks."""
    _own: Sequence[Path] = ()
    """Where the project's own templates are."""
    fresh = False
    """Whether to make everything anew, whatever is remembered."""
    ahead: Ahead | None = None
    """What was found out before MkDocs was loaded."""

    def __init__(self) -> None:
        super().__init__()
        self.demand: OnDemand[model.Made | model.Batch] = OnDemand()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether the pages are for their author, from a server that adds a script to each."""
        self.serving = command == "serve"
        context = click.get_current_context(silent=True)
        self.lazy = self.serving and bool(context and context.params.get("livereload"))

    def on_config(self, config: MkDocsConfig, /) -> MkDocsConfig:
        """Take the theme that papergarden brings along where the project has none of its own."""
        if words := mixed(Path(config.site_dir), sources_of(config)):
            raise PluginError(words)
        theme = str(site_source() / "theme")
        if theme not in map(os.path.abspath, config.theme.dirs):
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, theme)
        hush()
        config.theme["palette"] = None  # the frame has its own, and a switch that is no script in the page
        vars(config.theme)["get_env"] = partial(_environment, config.theme.get_env, config.theme.dirs)
        return config

    @event_priority(-100)
    def on_pre_build(self, /, *, config: MkDocsConfig) -> None:
        """Let MkDocs write to a folder of its own: what it empties first is not the site."""
        target, root = Path(config.site_dir).absolute(), Path(config.config_file_path).absolute().parent
        cache = root / CACHE
        self._room = self.ahead.room if self.ahead else Workroom(root, cache)
        self._room.enter()
        if self.fresh:
            clear(target)
            clear(cache)
        if self.lazy and self.site and self.site.folder == target:
            self.site.again()
        else:
            self.shelf = Shelf(cache / SHELF, hold=self.serving)
            self._opened = Opened()
            name = blake2b(str(target).encode(), digest_size=4).hexdigest()
            self.site = Site(target, cache / f"{name}.site")
            self.site.start()
            if not self.lazy:
                self.site.look()
        self.demand.begin()
        garbage.hold_off()
        config.site_dir = str(self._room.folder())

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Read the seeds and add what is made from them. A page written by hand wins over a made one."""
        self._look_around(config)
        library, line = gather(partial(self._given, config), self.shelf)
        tell(library.findings)
        taken = self._taken_among(files, config)
        made = self._made = Sorted(set(ways(config.nav)), set(files.src_uris), taken)
        begin = self._beginner(taken, len(library.papers))
        begin(search_index(library, self.shelf, line))
        self.library = with_relations(library, line)
        self._bodies: dict[str, str] = {}
        self._whole: dict[str, tuple[str, str]] = {}
        late: set[str] = set()
        for page in made.take(self._everything(self.library, config), begin):
            if self.lazy and is_late(config, page.path):
                late.add(page.path)
                made.files.append(LateFile(f"{page.address}index.html", partial(self._way_in, page)))
                files.append(File.generated(config, page.path, content=""))
            else:
                files.append(File.generated(config, page.path, content=self._sheet(page).markdown))
        self.shelf.tidy()
        if files.get_file_from_path(SEARCH_PAGE) is None:
            path = site_source() / "pages" / SEARCH_PAGE
            files.append(File.generated(config, SEARCH_PAGE, abs_src_path=str(path)))
        return _AllFiles(files, made, config, late)

    def _look_around(self, config: MkDocsConfig) -> None:
        """Learn what the site is made from beside MkDocs' files; a server watches it from now on."""
        self._settings, ours = settings_of(config), site_source() / "templates"
        self._own = [one for one in (self._settings.templates, *own_theme(config)) if one != ours]
        self._hooks = {path for hook in config["hooks"].values() if (path := hook.__file__)}
        self._sources = (*sources_of(config), *map(Path, self._hooks))
        if self.serving and not self._watch:
            self._watch = Watch(lambda: self._sources)

    def _taken_among(self, files: Files, config: MkDocsConfig) -> Callable[[str], bool]:
        """Tells whether a file at a path is somebody else's, or nobody may have one there."""
        theirs = set(files.src_uris)
        self._left_out = left_out_of(config, self.serving)
        return lambda path: path in theirs or self._is_left_out(path)

    def _is_left_out(self, path: str) -> bool:
        return any(one.match_file(path) for one in self._left_out)

    def _beginner(self, taken: Callable[[str], bool], papers: int) -> Callable[[model.Batch], None]:
        """What takes the batches of files: of a large collection, they are begun with at once."""
        self._orders = Orders(self._site, taken)
        if self.lazy or papers <= FEW_PAPERS:
            return self._made.files.append
        return partial(self._site.begin, orders=self._orders)

    def _everything(
        self, library: Library, config: MkDocsConfig
    ) -> Iterable[model.Made | model.Batch | model.Folder | model.Lot]:
        """What is made from the library, named as far as it is needed."""
        if self.lazy:
            return name_site(library, self._settings, self._published, self.shelf)
        builds = (self._site.last, self._site.this)
        without = repr([str(one.pattern) for spec in self._left_out for one in spec.patterns])
        return write_news(library, self._settings, self._published, self.shelf, builds, without)

    @property
    def _site(self) -> Site:
        """The site, once a build has begun."""
        assert self.site is not None  # noqa: S101 (for the type checker)
        return self.site

    def _published(self, made: Set[str]) -> Set[str]:
        """The addresses of all pages, those of other plugins too; these are made from the library."""
        ours = {one for one in made if not self._is_left_out(f"{one}index.md")} if self._left_out else made
        pages = self._files.documentation_pages()
        others = (file for file in pages if file.src_uri.removesuffix("index.md") not in self._made.known)
        return {*ours, *(file.url.removeprefix("./") for file in others)}

    def _given(self, config: MkDocsConfig) -> Collection | Told:
        """The collection, or what was found out of it before MkDocs was loaded."""
        stated = self.ahead.told(self._settings) if self.ahead and is_left_alone(config) else None
        return stated or collect(self._settings, opened=self._opened if self.serving else None)

    def _way_in(self, page: model.Page) -> str:
        """A page of which MkDocs knows no more than its title, rendered as MkDocs does it."""
        return self._theme.way_in(page.path, self._sheet(page))

    def _sheet(self, page: model.Page) -> Sheet:
        """What is on a page, which is remembered for the time when MkDocs parses it."""
        sheet = page.make()
        self._bodies[page.path] = sheet.body
        return sheet

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Begin with the theme, now that it is known what frames link to, and what all plugins add."""
        self._files = files
        plain = self._settings.templates == site_source() / "templates"
        self._theme = Theme(config, files, nav, plain, KNOWN_PLUGINS)
        return nav

    @event_priority(-100)
    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Have of a made page nothing parsed but its headings, as far as nobody changed it."""
        path, convert = page.file.src_uri, self._theme.converter
        with suppress(NotPlainError):
            if self._bodies.pop(path, "").strip() == markdown.strip():
                headings = convert.headings(markdown)
                self._whole[path] = (markdown, convert(markdown).html)
                return headings
        return markdown

    @event_priority(100)
    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Have a page whole again of which only the headings were parsed."""
        if page.file.src_uri in self._whole:
            page.markdown, html = self._whole.pop(page.file.src_uri)
            page.present_anchor_ids = anchors(html)
        return html

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Leave out the white space around the theme's template tags, and say who the pages are for."""
        env.trim_blocks = env.lstrip_blocks = True
        env.bytecode_cache = _COMPILED
        env.globals["serving"] = self.serving
        self._theme.env = env
        return env

    @event_priority(-100)
    def on_post_build(self, /, *, config: MkDocsConfig) -> None:
        """Publish what MkDocs made and what is made from the library, or as much as is asked for."""
        site = self._site
        for name, path in files_to_publish(Path(config.site_dir)):
            site.put(Order(name, "", path.read_bytes))
        settings = self._settings
        press = self._theme.press(repr((program_digest(), settings, load_templates(settings))))
        orders, made = self._orders, self._made
        orders.press = press
        if self.lazy:
            self.demand.owe(site, owed([*made.pages, *made.files]), orders, made.unnamed)
            site.finish(self.demand.owes)
        else:
            kept, others = orders.still(made.stills)
            site.keep(kept)
            site.fill(made.large(), [*made.small(), *others], orders, made.named_late())
            site.finish()
        log.info("%s of %s files written in %s", f"{site.written:,}", f"{len(site):,}", site.folder)
        config.site_dir = str(site.folder)
        self._end()

    def on_shutdown(self) -> None:
        """The program ends, which may be in the midst of a build."""
        if self._room:
            self._room.leave()

    def on_build_error(self, /, *, error: Exception) -> None:
        """Leave no folder behind, and nobody waiting; tell of what is no bug without a trace of it."""
        self._end()
        if words := told(error, self._own):
            raise (Abort if self.serving else PluginError)(words) from error

    def _end(self) -> None:
        """The build has ended, well or not."""
        if self._room:
            self._room.leave()
        self.demand.end()
        garbage.let_stay()

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Leave out of the theme's frame what nobody reads: its indents, and what is for scripts."""
        return slimmed(output)

    def on_serve(
        self,
        server: "LiveReloadServer",
        /,
        *,
        config: MkDocsConfig,
        builder: Any,
    ) -> "LiveReloadServer":
        """Build again when a seed, a template or the vocabulary of topics changes; make pages when asked."""
        self.lazy, server.build_delay = True, QUIET
        at = partial(file_at, mount=server.mount_path)
        app = self.demand.serving(server.serve_request, at)
        server.set_app(telling(app, lambda error: told(error, self._own)))
        observer = server.observer
        self._listener = listener = Listener()
        server.observer = cast("Any", listener)
        for path in sources_of(config):
            server.watch(str(path))
        server.observer = observer
        watch = self._watch or Watch(lambda: sources_of(config))
        watch.tell(self._ring)
        return server

    def _ring(self, changed: Set[str]) -> None:
        """Have the server build; MkDocs would not load a hook again."""
        if changed & self._hooks:
            option.Hooks._load_hook.cache_clear()
        self._listener.ring()


class _AllFiles(Files):
    """MkDocs' files; those that we publish are found, so that pages may link to them, and not held.

    ``files`` are those that MkDocs publishes, ``made`` those that we do. ``late`` are the paths of pages that
    others link to and that MkDocs renders once somebody asks.
    """

    def __init__(self, files: Files, made: Sorted, config: MkDocsConfig, late: Set[str]) -> None:
        super().__init__(files)
        self._made, self._config, self._late = made, config, late

    def documentation_pages(
        self, *, inclusion: Callable[[InclusionLevel], bool] = InclusionLevel.is_included
    ) -> Sequence[File]:
        """The pages that MkDocs renders at once."""
        pages = super().documentation_pages(inclusion=inclusion)
        return [file for file in pages if file.src_uri not in self._late]

    def get_file_from_path(self, path: str) -> File | None:
        """The file with a path; of what we publish one without content."""
        found, name = super().get_file_from_path(path), os.path.normpath(path)
        if found is None and self._made.is_made(name):
            return File.generated(self._config, name, content="")
        return found


def _environment(make: Callable[[], Environment], folders: Sequence[str]) -> Environment:
    """What renders the theme, quick to list its files."""
    env = make()
    env.loader = ThemeFiles(folders)
    return env


def build_site(
    config_file: Path, output: Path | None, strict: bool, fresh: bool = False, ahead: Ahead | None = None
) -> tuple[Finding, ...]:
    """Build the site as ``mkdocs build`` does and return what was found in the seeds.

    Raises what MkDocs raises: ``ConfigurationError`` for a faulty configuration, ``Abort`` for warnings of
    its own when ``strict``.
    """
    this = ahead.build if ahead else build_of(config_file, output, strict)
    this.begin()
    given = {"site_dir": str(output.absolute())} if output else {}
    config = load_config(str(config_file), strict=strict, **given)
    plugin = config.plugins.get(PLUGIN)
    if not isinstance(plugin, PapergardenPlugin):
        raise ConfigurationError(f"{config_file} does not name our plugin. Add `plugins: [{PLUGIN}]`.")
    plugin.fresh, plugin.ahead = fresh, ahead
    show_log()
    config.plugins.on_startup(command="build", dirty=False)
    this.look(inputs_of(config))
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()
    findings = plugin.library.findings if plugin.library else ()
    if plugin.site and is_all_known(config):
        this.remember(plugin.site, int(any(finding.level == "error" for finding in findings)))
    return findings
