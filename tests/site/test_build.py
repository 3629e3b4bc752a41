"""The commands that make the site: each by itself, all to the same bytes, whatever the machine's habits."""

import gzip
import hashlib
import shutil
import sys
from pathlib import Path

from tests.site.conftest import ROOT, run


def digests(site: Path) -> dict[str, str]:
    """A fingerprint of every file; of a compressed file, what is in it: its head has the hour it was made."""
    return {
        file.relative_to(site).as_posix(): hashlib.sha256(
            gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        ).hexdigest()
        for file in site.rglob("*")
        if file.is_file()
    }


def test_mkdocs_alone_builds_strictly_and_makes_the_same_site(site: Path, tmp_path: Path) -> None:
    habits = {"PYTHONHASHSEED": "7", "TZ": "Asia/Kathmandu", "LC_ALL": "C"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)]
    built = run(command, ROOT, habits)
    assert built.returncode == 0, built.stderr
    assert digests(tmp_path) == digests(site)


PLAIN = f"""\
INHERIT: {ROOT}/mkdocs.yml
docs_dir: docs
theme: {{custom_dir: {ROOT}/site_src/theme}}
plugins: []
hooks: [frame.py]
validation: {{links: {{not_found: ignore}}}}
"""
"""Our configuration without our plugin: files that are no pages are not there to be linked to."""
FRAME = """\
from papergarden.moulds import slimmed

def on_config(config):
    config.theme["palette"] = None

def on_env(env, **_):
    env.trim_blocks = env.lstrip_blocks = True
    env.globals["serving"] = False

def on_post_page(output, **_):
    return slimmed(output)
"""
"""What our plugin does to the theme: the switch of colours is the frame's own, and blanks are left out."""


def test_every_page_is_what_mkdocs_makes_of_the_markdown_on_disk(site: Path, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    written = run([sys.executable, "-m", "papergarden", "pages", str(docs)], ROOT)
    assert written.returncode == 0, written.stderr
    shutil.copytree(ROOT / "site_src/pages", docs, dirs_exist_ok=True)
    (tmp_path / "mkdocs.yml").write_text(PLAIN, "utf-8")
    (tmp_path / "frame.py").write_text(FRAME, "utf-8")
    built = run([sys.executable, "-m", "mkdocs", "build"], tmp_path)
    assert built.returncode == 0, built.stderr

    theirs = {page: text for page, text in digests(tmp_path / "site").items() if page.endswith(".html")}
    ours = {page: text for page, text in digests(site).items() if page.endswith(".html")}
    assert len(ours) > 1000
    assert ours.keys() == theirs.keys()
    assert [page for page in ours if ours[page] != theirs[page]] == []
