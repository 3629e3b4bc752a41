"""A project's settings: its own where it has them, ours else; a message where there is no project."""

from pathlib import Path

import pytest

from papergarden.project import ProjectError, config_files, load_settings, site_source

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


def test_a_configuration_is_read_as_mkdocs_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "below").mkdir()
    below = "INHERIT: ../base.yml\nsite_url: !ENV [NOT_THERE, THERE, x]\nrepo_url: !ENV [NOT_THERE, y]\n"
    (tmp_path / "below/mkdocs.yml").write_text(f"{below}plugins: {{papergarden: {{cards: 3}}}}\n")
    base = "site_name: Base\nplugins: {search: {}, papergarden: {cards: 2, seeds: documents}}\n"
    (tmp_path / "base.yml").write_text(f"{base}site_url: !ENV NOT_THERE\nINHERIT: base.yml\n")
    monkeypatch.setenv("THERE", "https://example.org")
    settings = load_settings(tmp_path / "below/mkdocs.yml")
    assert (settings.site_name, settings.site_url) == ("Base", "https://example.org/")
    assert (settings.repo_url, settings.cards) == ("y", 3)
    assert settings.seeds == tmp_path / "below/documents"
    assert list(config_files(tmp_path / "below/mkdocs.yml")) == [
        tmp_path / "below/mkdocs.yml",
        tmp_path / "base.yml",
    ]
    (tmp_path / "base.yml").unlink()
    with pytest.raises(ProjectError, match=r"base\.yml"):
        load_settings(tmp_path / "below/mkdocs.yml")


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("cards: many", "`cards` .* 'many'.*a number"),
        ("seeds: [a, b]", "`seeds` .*the name of a folder"),
        ("topics: {a: b}", "`topics` .*the name of a file"),
        ("pages_of_one_paper: maybe", "`pages_of_one_paper` .* 'maybe'.*true or false"),
    ],
)
def test_an_option_that_is_no_such_thing_is_said_with_what_to_do(
    tmp_path: Path, option: str, said: str
) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"plugins: [papergarden: {{{option}}}]")
    with pytest.raises(ProjectError, match=said):
        load_settings(tmp_path / "mkdocs.yml")


def test_options_from_the_environment_are_what_they_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SINGLE", "false")
    monkeypatch.setenv("CARDS", "-3")
    options = "{pages_of_one_paper: !ENV SINGLE, cards: !ENV CARDS}"
    (tmp_path / "mkdocs.yml").write_text(f"plugins: [papergarden: {options}]")
    settings = load_settings(tmp_path / "mkdocs.yml")
    assert (settings.pages_of_one_paper, settings.cards) == (False, 0)


def test_no_project_is_said_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"mkdocs\.yml: No such file.*papergarden init"):
        load_settings(tmp_path / "mkdocs.yml")


def test_broken_yaml_is_said(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: [")
    with pytest.raises(ProjectError, match="is not YAML"):
        load_settings(tmp_path / "mkdocs.yml")
