"""A project's settings, from its `mkdocs.yml`: the same for MkDocs' plugin and for the command."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from papergarden.model import CARDS, Settings

PLUGIN = "papergarden"
PACKAGE = Path(__file__).parent
CACHE = ".cache/papergarden"
"""Beside ``mkdocs.yml``; it may be deleted at any time."""
OWN = "site_src"
"""The folder of a project where its own topics and templates are looked for."""
OPTIONS: Mapping[str, tuple[type, str]] = {
    "seeds": (str, "the name of a folder"),
    "topics": (str, "the name of a file"),
    "templates": (str, "the name of a folder"),
    "cards": (int, "a number"),
    "pages_of_one_paper": (bool, "true or false"),
}
"""What can be set for our plugin, and what that has to be."""


def site_source() -> Path:
    """The theme, templates and topics that papergarden brings along: in the package, else in its checkout."""
    installed = PACKAGE / "site_src"
    return installed if installed.is_dir() else PACKAGE.parents[1] / "site_src"


class ProjectError(Exception):
    """The project cannot be worked on at all; the message says what to do."""


class _Loader(yaml.SafeLoader):
    """Reads over the tags that other plugins use (``!!python/name:…``), which are not ours."""


def _variable(loader: _Loader, node: yaml.Node) -> Any:
    """What the environment says, as MkDocs reads ``!ENV NAME`` and ``!ENV [NAME, …, default]``."""
    nodes: list[yaml.Node] = node.value if isinstance(node, yaml.SequenceNode) else [node]
    names, default = (nodes[:-1], nodes[-1]) if len(nodes) > 1 else (nodes, None)
    for name in (str(one.value) for one in names):
        if (text := os.environ.get(name)) is not None:
            tag = loader.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
            return loader.construct_object(yaml.ScalarNode(tag, text))
    return loader.construct_object(default) if default else None


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)
_Loader.add_constructor("!ENV", _variable)


def load_settings(config_file: Path) -> Settings:
    """The settings in a ``mkdocs.yml``; raises ``ProjectError`` where there is none or it is wrong."""
    config: Mapping[str, Any] = {}
    for _, inherited in _configs(config_file):
        config = _merged(inherited, config)
    return settings_from(config, config_file.absolute().parent)


def config_files(config_file: Path) -> Iterator[Path]:
    """A ``mkdocs.yml`` and those that it inherits from; raises as ``load_settings`` does."""
    return (file for file, _ in _configs(config_file))


def _configs(config_file: Path) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """A configuration and those that it inherits from, each after its heir."""
    files: list[Path] = []
    while config_file not in files:
        files.append(config_file)
        config = _load(config_file)
        yield config_file, config
        if not isinstance(parent := config.get("INHERIT"), str):
            return
        config_file = Path(os.path.normpath(config_file.parent / parent))


def _merged(inherited: Mapping[str, Any], own: Mapping[str, Any]) -> Mapping[str, Any]:
    """What is inherited, with one's own in its place."""
    both = {name for name in own if isinstance(own[name], dict) and isinstance(inherited.get(name), dict)}
    return {**inherited, **own, **{name: _merged(inherited[name], own[name]) for name in both}}


def _load(config_file: Path) -> Mapping[str, Any]:
    try:
        config = yaml.load(config_file.read_text(encoding="utf-8"), _Loader)  # noqa: S506 (a SafeLoader)
    except OSError as error:
        raise ProjectError(
            f"{config_file}: {error.strerror}. Go to the folder that has mkdocs.yml, or name it with -f; "
            "`papergarden init DIR` starts a new collection."
        ) from error
    except yaml.YAMLError as error:
        raise ProjectError(f"{config_file} is not YAML: {error}") from error
    return config if isinstance(config, dict) else {}


def settings_from(config: Mapping[str, Any], root: Path) -> Settings:
    """The settings in MkDocs' configuration, with paths made absolute below the project's folder.

    Raises ``ProjectError`` for an option that is no such thing.
    """
    options = dict(_checked(_options(config.get("plugins") or ())))
    return Settings(
        seeds=root / options.get("seeds", "seeds"),
        topics=_own_or_ours(root, options.get("topics"), "topics.yml"),
        templates=_own_or_ours(root, options.get("templates"), "templates"),
        site_name=str(config.get("site_name") or "papergarden"),
        site_description=str(config.get("site_description") or ""),
        site_url=_folder(str(config.get("site_url") or "")),
        repo_url=str(config.get("repo_url") or ""),
        cards=max(options.get("cards", CARDS), 0),
        pages_of_one_paper=options.get("pages_of_one_paper"),
    )


def _checked(options: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The options that are set."""
    for name, (kind, words) in OPTIONS.items():
        value = options.get(name)
        if value is not None and not isinstance(value, kind):
            raise ProjectError(
                f"`{name}` of the plugin {PLUGIN} in mkdocs.yml is {value!r}. It has to be {words}."
            )
        if value is not None:
            yield name, value


def _folder(url: str) -> str:
    """The address with the slash at its end that everything below it needs."""
    return f"{url.rstrip('/')}/" if url else ""


def own_files(root: Path) -> tuple[Path, ...]:
    """Where a project may have topics and templates of its own without naming them."""
    return tuple(root / OWN / name for name in ("topics.yml", "templates"))


def _own_or_ours(root: Path, named: str | None, name: str) -> Path:
    """What the configuration names, else the project's own under ``site_src``, else what we bring along."""
    own = root / named if named else root / OWN / name
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
