"""A project's settings, from its `mkdocs.yml`: the same for MkDocs' plugin and for the command."""

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import yaml

from papergarden.model import Settings

PLUGIN = "papergarden"
FOLDERS = {"seeds": "seeds", "topics": "site_src/topics.yml", "templates": "site_src/templates"}
"""The plugin's own options and their defaults, relative to the folder of ``mkdocs.yml``."""


class ProjectError(Exception):
    """The project cannot be worked on at all; the message says what to do."""


class _Loader(yaml.SafeLoader):
    """Reads over the tags that other plugins use (``!!python/name:…``, ``!ENV``), which are not ours."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def load_settings(config_file: Path) -> Settings:
    """The settings in a ``mkdocs.yml``; raises ``ProjectError`` where there is none or it is not YAML."""
    try:
        config = yaml.load(config_file.read_text(encoding="utf-8"), _Loader)  # noqa: S506 (a SafeLoader)
    except OSError as error:
        raise ProjectError(
            f"{config_file}: {error.strerror}. Go to the folder that has mkdocs.yml, or name it with -f; "
            "`papergarden init DIR` starts a new collection."
        ) from error
    except yaml.YAMLError as error:
        raise ProjectError(f"{config_file} is not YAML: {error}") from error
    return settings_from(config if isinstance(config, dict) else {}, config_file.absolute().parent)


def settings_from(config: Mapping[str, Any], root: Path) -> Settings:
    """The settings in MkDocs' configuration, with paths made absolute below the project's folder."""
    options = _options(config.get("plugins") or ())
    paths = {name: root / str(options.get(name, default)) for name, default in FOLDERS.items()}
    known = {field.name for field in fields(Settings)} - set(FOLDERS)
    texts = {name: str(config[name]) for name in known if config.get(name)}
    return Settings(**paths, **texts)


def _options(plugins: Any) -> Mapping[str, Any]:
    """Our plugin's options, in a list or in a mapping of plugins."""
    items = plugins.items() if isinstance(plugins, Mapping) else plugins
    for item in items:
        name, options = item if isinstance(item, tuple) else next(iter(_pairs(item)))
        if name == PLUGIN and isinstance(options, Mapping):
            return options
    return {}


def _pairs(item: Any) -> list[tuple[str, Any]]:
    return list(item.items()) if isinstance(item, Mapping) and item else [(str(item), None)]
