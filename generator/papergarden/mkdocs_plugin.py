"""The plugin: MkDocs asks, papergarden's pipeline answers. Nothing else here knows both."""

import logging
import os
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import config_options as option
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from papergarden.model import LEVELS, Finding, Library, Settings
from papergarden.pipeline import build_library, write_site
from papergarden.project import settings_from, site_source
from papergarden.text import escape

log = logging.getLogger("mkdocs.plugins.papergarden")

PLUGIN_NAME = "papergarden"
_CHECKBOX = re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off"')

SEARCH_PAGE = "search.md"
"""The page of results, which the search box leads to."""
FINDINGS_TOLD = 10
"""Findings that are told one by one in the log; `papergarden check` and the pages of the sources have all."""


class PluginConfig(Config):  # type: ignore[no-untyped-call]
    """What can be set under ``plugins: - papergarden:``; paths are relative to ``mkdocs.yml``."""

    seeds = option.Type(str, default="seeds")
    topics = option.Optional(option.Type(str))
    templates = option.Optional(option.Type(str))


class PapergardenPlugin(BasePlugin[PluginConfig]):  # type: ignore[no-untyped-call]
    """Adds the pages and files made from the seeds to those that a person wrote."""

    library: Library | None = None
    serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether the pages are for their author, from a server that adds a script to each."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig, /) -> MkDocsConfig:
        """Take the theme that papergarden brings along where the project has none of its own."""
        theme = str(site_source() / "theme")
        if theme not in map(os.path.abspath, config.theme.dirs):
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, theme)
        config.theme["palette"] = None  # the frame has its own, and a switch that is no script in the page
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Read the seeds and add what is made from them. A page written by hand wins over a made one."""
        settings = _settings(config)
        self.library = build_library(settings)
        _tell(self.library.findings)
        for made in write_site(self.library, settings):
            if files.get_file_from_path(made.path) is None:
                files.append(File.generated(config, made.path, content=made.content))
        if files.get_file_from_path(SEARCH_PAGE) is None:
            page = site_source() / "pages" / SEARCH_PAGE
            files.append(File.generated(config, SEARCH_PAGE, abs_src_path=str(page)))
        return files

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Leave out the white space around the theme's template tags, and say who the pages are for."""
        env.trim_blocks = env.lstrip_blocks = True
        env.globals["serving"] = self.serving
        return env

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Mend the theme's frame: in HTML a checkbox completes nothing."""
        return _CHECKBOX.sub(r"\1", output, count=2)

    def on_serve(
        self,
        server: LiveReloadServer,
        /,
        *,
        config: MkDocsConfig,
        builder: Any,
    ) -> LiveReloadServer:
        """Build again when a seed, a template or the vocabulary of topics changes."""
        settings = _settings(config)
        for path in (settings.seeds, settings.templates, settings.topics):
            if path.exists():
                server.watch(str(path))
        return server


def build_site(config_file: Path, output: Path | None, strict: bool) -> tuple[Finding, ...]:
    """Build the site as ``mkdocs build`` does and return what was found in the seeds.

    Raises what MkDocs raises: ``ConfigurationError`` for a faulty configuration, ``Abort`` for warnings of
    its own when ``strict``.
    """
    given = {"site_dir": str(output.absolute())} if output else {}
    config = load_config(str(config_file), strict=strict, **given)
    plugin = config.plugins[PLUGIN_NAME]
    _show_log()
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()
    return plugin.library.findings if isinstance(plugin, PapergardenPlugin) and plugin.library else ()


def _show_log() -> None:
    """MkDocs' log on standard error, as its own command shows it."""
    logger = logging.getLogger("mkdocs")
    if not any(isinstance(handler, logging.StreamHandler) for handler in logger.handlers):
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(levelname)-7s  %(message)s"))
        logger.addHandler(handler)
    logger.setLevel(logging.INFO)


def _settings(config: MkDocsConfig) -> Settings:
    root = Path(config.config_file_path).absolute().parent
    options = config.plugins[PLUGIN_NAME].config
    return settings_from({**config, "plugins": {PLUGIN_NAME: dict(options)}}, root)


def _tell(findings: Iterable[Finding]) -> None:
    """Findings as the log's lines.

    Only errors are warnings to MkDocs, which a strict build counts at its end: what is merely doubtful in a
    document is no fault of the site. None stops a build before the site is written.
    """
    findings = sorted(findings, key=lambda finding: LEVELS.index(finding.level))
    for finding in findings[:FINDINGS_TOLD]:
        level = logging.WARNING if finding.level == "error" else logging.INFO
        message = f"{finding.level}: {finding.source}: {finding.what} {finding.fix}"
        log.log(level, "%s", escape.fold(message))  # a seed's control characters would command the terminal
    counts = Counter(finding.level for finding in findings)
    if len(findings) > FINDINGS_TOLD:
        told = ", ".join(f"{count} of level {level}" for level, count in counts.items())
        log.info("%s in all; `papergarden check` tells each", told)
