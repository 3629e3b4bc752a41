"""The collection that is built, edited and built again."""

import random
import shutil
from pathlib import Path

import pytest

from tests.incremental.collection import ROOT, seed_text


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A collection of three seeds; returns its ``mkdocs.yml``."""
    chance = random.Random(7)
    for folder in ("docs", "seeds", "site_src"):
        (tmp_path / folder).mkdir()
    for name in "abc":
        start = 10 * "abc".index(name)
        (tmp_path / f"seeds/{name}.jsonl").write_text(seed_text(range(start, start + 6), chance), "utf-8")
    shutil.copytree(ROOT / "site_src/templates", tmp_path / "site_src/templates")
    shutil.copy(ROOT / "site_src/topics.yml", tmp_path / "site_src")
    (tmp_path / "docs/about.md").write_text("# About\n", "utf-8")
    config = tmp_path / "mkdocs.yml"
    config.write_text(
        "site_name: Kettles\nsite_url: https://papers.example/\n"
        "theme: {name: material, font: false}\nplugins: [papergarden]\n"
        "nav: [index.md, papers/index.md, about.md]\nvalidation: {nav: {omitted_files: ignore}}\n",
        encoding="utf-8",
    )
    return config
