"""A project's settings, from its `mkdocs.yml`: the same for MkDocs' plugin and for the command."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from papergarden.model import CARDS, Settings

PLUGIN = "papergarden"
PACKAGE = Path(__file__).parent
CACHE = ".cache/papergarden"
"""Beside ``mkdocs.yml``; it may be deleted at any time."""


def site_source() -> Path:
    """The theme, templates and topics that papergarden brings along: in the package, else in its checkout."""
    installed = PACKAGE / "site_src"
    return installed if installed.is_dir() else PACKAGE.parents[1] / "site_src"


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
    return Settings(
        seeds=root / str(options.get("seeds", "seeds")),
        topics=_own_or_ours(root, options.get("topics"), "topics.yml"),
        templates=_own_or_ours(root, options.get("templates"), "templates"),
        site_name=str(config.get("site_name") or "papergarden"),
        site_description=str(config.get("site_description") or ""),
        site_url=_folder(str(config.get("site_url") or "")),
        repo_url=str(config.get("repo_url") or ""),
        cards=int(options.get("cards", CARDS)),
        pages_of_one_paper=_given(options.get("pages_of_one_paper")),
    )


def _given(option: Any) -> bool | None:
    return None if option is None else bool(option)


def _folder(url: str) -> str:
    """The address with the slash at its end that everything below it needs."""
    return f"{url.rstrip('/')}/" if url else ""


def _own_or_ours(root: Path, named: Any, name: str) -> Path:
    """What the configuration names, else the project's own under ``site_src``, else what we bring along."""
    own = root / str(named) if named else root / "site_src" / name
    return own if named or own.exists() else site_source() / name


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
