"""The theme's files are listed without its icons, and those that MkDocs takes are the same ones."""

from pathlib import Path

from jinja2 import FileSystemLoader
from mkdocs.config import load_config
from mkdocs.structure.files import Files

from papergarden.theme_files import ThemeFiles


def test_what_is_hidden_is_loaded_but_not_listed(tmp_path: Path) -> None:
    for name in ("main.html", ".icons/leaf.svg", "assets/a.css", "assets/.hidden/b.css"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    loader = ThemeFiles([str(tmp_path), str(tmp_path / "assets")])
    assert loader.list_templates() == ["a.css", "assets/a.css", "main.html"]
    assert set(FileSystemLoader(str(tmp_path)).list_templates()) > set(loader.list_templates()) - {"a.css"}


def test_mkdocs_takes_the_same_files(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ntheme: material\nplugins: [papergarden]\n", "utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config = config.plugins.on_config(config)

    def taken(loader: FileSystemLoader) -> list[str]:
        env, files = config.theme.get_env(), Files([])
        env.loader = loader
        files.add_files_from_theme(env, config)
        return [file.src_uri for file in files]

    ours = config.theme.get_env().loader
    assert isinstance(ours, ThemeFiles)
    assert taken(ours) == taken(FileSystemLoader(config.theme.dirs)) != []
