"""MkDocs' configuration: what it says to us, and what a site is made from by it."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from pkgutil import iter_modules

import markdown.extensions  # type: ignore[import-untyped]
from mkdocs.config.defaults import MkDocsConfig
from pathspec.gitignore import GitIgnoreSpec

from papergarden.mkdocs_theme import own_theme
from papergarden.model import Settings
from papergarden.project import PLUGIN, config_files, own_files, settings_from, site_source
from papergarden.sorting import untitled

KNOWN_PLUGINS = {PLUGIN, "search", "material/search"}
"""Plugins of which we know what they look at."""
PLAIN_EXTENSIONS = {module.name for module in iter_modules(markdown.extensions.__path__)}
"""Extensions of Markdown that come with its library: like most of ``pymdownx`` they see nothing but text."""
READING = {"pymdownx.b64", "pymdownx.snippets"}
"""Extensions that look at files."""
OWN_CODE = re.compile(r"python/(?!name:(?:material|pymdownx)\.)")
"""In a configuration that names a piece of Python, what it is unless it comes with a package that we know."""


def settings_of(config: MkDocsConfig) -> Settings:
    """What it sets for papergarden."""
    root = Path(config.config_file_path).absolute().parent
    options = config.plugins[PLUGIN].config
    return settings_from({**config, "plugins": {PLUGIN: dict(options)}}, root)


def sources_of(config: MkDocsConfig) -> tuple[Path, ...]:
    """What we read beside MkDocs, some of which need not be there."""
    settings, root = settings_of(config), Path(config.config_file_path).absolute().parent
    return (settings.seeds, settings.topics, settings.templates, *own_files(root))


def inputs_of(config: MkDocsConfig) -> Iterator[Path]:
    """What a site is made from, but for this program, and packages, which have a version."""
    yield from (*sources_of(config), Path(config.docs_dir), site_source(), *own_theme(config))


def is_all_known(config: MkDocsConfig) -> bool:
    """Whether nothing looks at files but those that we know of."""
    extensions = {name.removeprefix("markdown.extensions.") for name in config.markdown_extensions}
    known = {*PLAIN_EXTENSIONS, *(name for name in extensions if name.startswith("pymdownx."))} - READING
    texts = [file.read_text("utf-8") for file in config_files(Path(config.config_file_path))]
    return is_left_alone(config) and extensions <= known and not any(map(OWN_CODE.search, texts))


def is_left_alone(config: MkDocsConfig) -> bool:
    """Whether no hook, nor a plugin that we do not know, may change what a site is made from."""
    return set(config.plugins) <= KNOWN_PLUGINS and not config.hooks


def left_out_of(config: MkDocsConfig, serving: bool) -> Sequence[GitIgnoreSpec]:
    """Patterns of files that it keeps from being published; a server shows drafts."""
    return [one for one in (config.exclude_docs, None if serving else config.draft_docs) if one]


def is_late(config: MkDocsConfig, path: str) -> bool:
    """Whether a page may be rendered later: the navigation tells its title, and nobody else looks at it."""
    is_alone = set(config.plugins) == {PLUGIN} and not config.hooks
    return is_alone and config.nav is not None and path not in untitled(config.nav)
