"""A project's settings: its own where it has them, ours else; a message where there is no project."""

from pathlib import Path

import pytest

from papergarden.project import ProjectError, load_settings, site_source

CONFIG = """\
site_name: Reading group
site_url: https://example.org/papers/
plugins:
  - search
  - papergarden:
      seeds: documents
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
"""


def test_options_are_read_over_other_plugins_tags(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    settings = load_settings(tmp_path / "mkdocs.yml")
    assert (settings.site_name, settings.seeds) == ("Reading group", tmp_path / "documents")
    assert settings.topics == site_source() / "topics.yml"


@pytest.mark.parametrize("plugins", ["[papergarden]", "{papergarden: {}}", "[{papergarden: }]", "[]"])
def test_a_projects_own_topics_come_before_ours(tmp_path: Path, plugins: str) -> None:
    (tmp_path / "site_src").mkdir()
    (tmp_path / "site_src" / "topics.yml").write_text("topics: []")
    (tmp_path / "mkdocs.yml").write_text(f"plugins: {plugins}\n")
    settings = load_settings(tmp_path / "mkdocs.yml")
    assert settings.topics == tmp_path / "site_src" / "topics.yml"
    assert settings.seeds == tmp_path / "seeds"


def test_no_project_is_said_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"mkdocs\.yml: No such file.*papergarden init"):
        load_settings(tmp_path / "mkdocs.yml")


def test_broken_yaml_is_said(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: [")
    with pytest.raises(ProjectError, match="is not YAML"):
        load_settings(tmp_path / "mkdocs.yml")
