"""The command as a person meets it: answers on standard output, everything else beside, honest exit codes."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from papergarden import cores
from papergarden.cli import main

ROOT = Path(__file__).parents[1]
LIST = '{"title": "On Watched Kettles", "authors": ["Ada Example"], "arxiv_id": "2401.00001"}\n'


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A document far from any project."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "list.jsonl"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_a_document_is_exported_without_a_project(document: Path) -> None:
    result = run("export", document)
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout)["id"] == "2401.00001"


def test_an_export_can_go_to_a_file(document: Path) -> None:
    result = run("export", document, "--format", "bibtex", "-o", document.parent / "out.bib")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "example2024kettles" not in (document.parent / "out.bib").read_text(encoding="utf-8")
    assert "On Watched Kettles" in (document.parent / "out.bib").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_wrong_usage(document: Path) -> None:
    result = run("export", document, "-o", document.parent / "nowhere" / "out.jsonl")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


def test_check_accounts_for_every_line(document: Path) -> None:
    report = json.loads(run("check", document, "--format", "json").stdout)
    assert (report["entries"], report["merged"], report["papers"]) == (1, 0, 1)
    (seed,) = report["seeds"]
    assert (seed["path"], seed["reader"], seed["lines"], seed["furniture_lines"]) == (
        "list.jsonl", "json_lines", 1, 0,
    )  # fmt: skip


def test_the_account_says_what_became_of_every_line_and_counts_what_it_tells(tmp_path: Path) -> None:
    document = tmp_path / "list.bib"
    document.write_text(
        "% my papers\n@misc{a, title = {On Watched K\\'ettles}, colour = {red}}\nwords between\n\n"
        "@misc{a, title = {A Garden}, colour = {green}, size = {small}}\n@misc{b, note = {nothing}}\n",
        encoding="utf-8",
    )
    text = run("check", document).stdout
    assert "list.bib  (bibtex)\n  5 lines = 2 of 2 entries + 1 furniture + 2 left over\n" in text
    assert "  repaired: TeX 1\n  kept without a place: colour 2, size 1\n" in text
    (seed,) = json.loads(run("check", document, "--format", "json").stdout)["seeds"]
    told = {code: seed["codes"][code] for code in ("broken-record", "duplicate-key", "left-over")}
    assert told == {"broken-record": 1, "duplicate-key": 1, "left-over": 1}
    assert sum(seed["codes"].values()) == seed["findings"]
    assert f"  findings: {', '.join(f'{code} {count}' for code, count in counted(seed['codes']))}\n" in text


def counted(codes: dict[str, int]) -> list[tuple[str, int]]:
    """The most frequent first."""
    return sorted(codes.items(), key=lambda item: (-item[1], item[0]))


def test_a_finding_of_level_error_exits_with_1_and_names_the_place(document: Path) -> None:
    document.write_text(LIST + "{broken\n", encoding="utf-8")
    result = run("check", document)
    assert result.exit_code == 1
    assert "error: list.jsonl:2: " in result.stdout
    assert run("export", document).exit_code == 1
    assert "list.jsonl:2" in run("export", document).stderr


def test_annotations_are_for_the_line_of_the_file_in_the_repository(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a,b.jsonl").write_text(LIST + "{100%: broken\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("plugins: [papergarden]\n", encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "papergarden", "check", "--format", "github"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    (annotation,) = [line for line in result.stdout.splitlines() if line.startswith("::error")]
    assert annotation.startswith("::error file=seeds/a%2Cb.jsonl,line=2,title=broken-record::")
    assert "{100%25: broken" in annotation


@pytest.mark.parametrize(
    "arguments", [["check", "no-such-file"], ["export", "--format", "docx"], ["explain"], ["sing"]]
)
def test_wrong_usage_exits_with_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_without_a_project_the_message_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for command in ("check", "export", "build", "enrich"):
        result = run(command)
        assert result.exit_code == 2
        assert "papergarden init" in result.stderr


@pytest.mark.parametrize("plugins", ["", "plugins: []\n", "plugins: [search]\n"])
def test_a_project_without_the_plugin_is_told_what_to_write(tmp_path: Path, plugins: str) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(f"site_name: Kettles\n{plugins}", "utf-8")
    built = run("build", "-f", tmp_path / "mkdocs.yml")
    assert built.exit_code == 1
    assert "plugins: [papergarden]" in built.stderr
    assert not (tmp_path / "site").exists()


def test_a_report_names_the_folder_of_seeds_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mkdocs.yml").write_text("site_name: Kettles\nplugins: [papergarden]\n", "utf-8")
    assert "error: seeds:1: There is no folder seeds." in run("check").stdout


def test_explain_names_source_rule_and_tag() -> None:
    result = run("explain", "2402.18668", "-f", ROOT / "mkdocs.yml")
    assert result.exit_code == 0
    for words in ("002_ca5f3005a2d14eda.txt:83", "the abstracts agree", "Linear attention", "stated in"):
        assert words in result.stdout


def test_explain_finds_words_whatever_is_set_between_their_letters() -> None:
    assert "H$_2$O" in run("explain", "h2o oracle", "-f", ROOT / "mkdocs.yml").stdout


def test_explain_offers_what_the_words_may_mean() -> None:
    result = run("explain", "language", "-f", ROOT / "mkdocs.yml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "may be any of these" in result.stderr
    assert run("explain", "zebras on bicycles", "-f", ROOT / "mkdocs.yml").exit_code == 2


def test_diff_of_two_exports_fails_on_a_lost_address(document: Path) -> None:
    folder = document.parent
    run("export", document, "-o", folder / "old.jsonl")
    document.write_text(LIST.replace("2401.00001", "2401.00002"), encoding="utf-8")
    run("export", document, "-o", folder / "new.jsonl")
    assert run("diff", folder / "old.jsonl", folder / "old.jsonl").exit_code == 0
    result = run("diff", folder / "old.jsonl", folder / "new.jsonl", "--format", "json")
    assert result.exit_code == 1
    assert "papers/2401.00001/" in json.loads(result.stdout)["lost_addresses"]


def test_diff_of_git_revisions(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=Ada Example", "-c", "user.email=ada@example.org"]
        subprocess.run(["git", *identity, *arguments], cwd=tmp_path, check=True, capture_output=True)

    (tmp_path / "seeds").mkdir()
    (tmp_path / "mkdocs.yml").write_text("plugins: [papergarden]\n", encoding="utf-8")
    (tmp_path / "seeds" / "a.jsonl").write_text(LIST, encoding="utf-8")
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "One paper")
    (tmp_path / "seeds" / "a.jsonl").write_text(LIST + LIST.replace('1"}', '2"}').replace("On ", "Of "))
    result = run("diff", "HEAD", tmp_path, "-f", tmp_path / "mkdocs.yml")
    assert result.exit_code == 0
    assert "### Added (1)" in result.stdout
    result = run("diff", "no-such-revision", tmp_path, "-f", tmp_path / "mkdocs.yml")
    assert result.exit_code == 2
    assert "'no-such-revision'" in result.stderr


def test_formats_lists_every_reader_with_its_name() -> None:
    lines = run("formats").stdout.splitlines()
    assert lines == sorted(lines)
    assert any(line.split() == ["bibtex", "BibTeX"] for line in lines)


def test_a_new_collection_can_be_checked_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "collection"
    assert run("init", folder).exit_code == 0
    assert {path.name for path in folder.iterdir()} >= {"mkdocs.yml", "seeds", ".github", "README.md"}
    assert "3 papers" in run("check", "-f", folder / "mkdocs.yml").stdout
    assert run("init", folder).exit_code == 2


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{% if %}", "templates/paper.md.j2:1: Expected an expression, got 'end of statement block'"),
        ("Hello\n{{ no.such }}", "templates/paper.md.j2:2: 'no' is undefined"),
        ("Hello\n{{ 1/0 }}", "templates/paper.md.j2:2: division by zero"),
        ("{{ catalog.library }}", "templates/paper.md.j2:1: a template prints text and numbers only"),
        ("Hello\nÄda", "templates/paper.md.j2:2: This is not UTF-8"),
    ],
)
def test_a_broken_template_is_told_with_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, template: str, said: str
) -> None:
    assert run("init", tmp_path / "kettles").exit_code == 0
    monkeypatch.chdir(tmp_path / "kettles")
    templates = Path("site_src/templates")
    templates.mkdir(parents=True)
    (templates / "paper.md.j2").write_text(template, "latin-1")
    built = run("build")
    assert built.exit_code == 1
    assert f"site_src/{said}" in built.stderr
    assert "Mend this template" in built.stderr


@pytest.mark.parametrize("things", [0, cores.FEW])
def test_a_faulty_template_of_the_theme_is_told_by_whatever_process_renders_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, things: int
) -> None:
    monkeypatch.setattr(cores, "FEW", things)
    assert run("init", tmp_path / "kettles").exit_code == 0
    monkeypatch.chdir(tmp_path / "kettles")
    config = Path("mkdocs.yml").read_text("utf-8")
    Path("mkdocs.yml").write_text(
        config.replace("name: material", "name: material\n  custom_dir: own"), "utf-8"
    )
    Path("own").mkdir()
    main = "One\n{% if page and page.url.count('/') > 1 %}{{ 1/0 }}{% endif %}"
    Path("own/main.html").write_text(main, "utf-8")
    built = run("build")
    assert built.exit_code == 1
    assert "own/main.html:2: division by zero. Mend this template" in built.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the size of files is not limited so")
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    assert run("init", tmp_path / "kettles").exit_code == 0
    build = f"ulimit -f 8; exec {sys.executable} -m papergarden build"
    built = subprocess.run(
        ["sh", "-c", build], cwd=tmp_path / "kettles", stderr=subprocess.PIPE, text=True, check=False
    )
    assert built.returncode == 1
    assert "Error: The build cannot go on: " in built.stderr
    assert "Traceback" not in built.stderr


def test_nowhere_to_write_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a container whose disk may only be read."""
    assert run("init", tmp_path / "kettles").exit_code == 0
    monkeypatch.chdir(tmp_path / "kettles")
    Path(".cache").touch()
    monkeypatch.setattr(tempfile, "tempdir", "nowhere")
    built = run("build")
    assert built.exit_code == 1
    assert "Error: The build cannot go on: " in built.stderr
    assert "TMPDIR" in built.stderr


@pytest.mark.parametrize("kind", ["file", "lost link"])
def test_what_lies_where_the_site_should_be_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    assert run("init", tmp_path / "kettles").exit_code == 0
    monkeypatch.chdir(tmp_path / "kettles")
    Path("site").touch() if kind == "file" else Path("site").symlink_to("nowhere")
    built = run("build")
    assert built.exit_code == 1
    assert "Error: The build cannot go on: " in built.stderr
