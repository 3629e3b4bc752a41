"""The benchmark of builds runs through, on a few papers: its figures are looked at, its code must not rot."""

import gzip
import json
import os
import re
import sys
from pathlib import Path

import pytest

from benchmarks import build, stamping
from papergarden.mkdocs_plugin import build_site

SHOWN = [f"{change} shown by `mkdocs serve`" for change in ("an edit", "a new seed")]
PAPER = {"authors": ["Ada Example", "Bo Sample"], "abstract": "How water is watched.", "year": 2024}


def test_every_row_of_the_table_of_builds_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus = tmp_path / "papers.jsonl.gz"
    papers = [{"title": f"On kettles of the kind {number}", **PAPER} for number in range(8 + build.NEW)]
    with gzip.open(corpus, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(paper) + "\n" for paper in papers)
    asked = ["build", str(corpus), "--sizes", "4", "8", "--runs", "1", "--only", "papergarden"]
    monkeypatch.setattr(sys, "argv", asked)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    build.main()
    assert "PYTHONDONTWRITEBYTECODE" not in os.environ, "what is measured is compiled once"
    rows = re.findall(r"^\| ([\d,]+) \| ([^|]+) \| (-?[\d.]+) \|", capsys.readouterr().out, re.M)
    names = ["cold", "pages alone", "library", "nothing changed", "a new seed of ten papers", *SHOWN]
    ours = [f"papergarden, {name}" for name in names]
    for size in ("4", "8"):
        assert [name for papers, name, _ in rows if papers == size] == [*ours, "written"]
    assert [name for papers, name, _ in rows if papers == "3,000,000"] == ours
    measured = [(name, float(seconds)) for papers, name, seconds in rows if papers != "3,000,000"]
    assert all(seconds > 0 for name, seconds in measured if name in ours[: -len(SHOWN)])


def test_pages_alone_are_all_pages_of_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project, alone, whole = (tmp_path / name for name in ("project", "alone", "whole"))
    papers = [{"title": f"On kettles {number}", **PAPER} for number in range(8)]
    build.start_project(project, [f"{json.dumps(paper)}\n" for paper in papers])
    monkeypatch.chdir(project)
    monkeypatch.setattr(sys, "argv", ["stamping", str(project), str(alone)])
    stamping.main()
    build_site(project / "mkdocs.yml", whole, strict=False)
    made, there = (
        {path.relative_to(site): path.read_bytes() for path in site.rglob("index.html")}
        for site in (alone, whole)
    )
    assert made == there
