"""A build after a change makes what a fresh build makes, and touches nothing else."""

import json
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from papergarden import mkdocs_plugin, pipeline, unchanged
from papergarden.cli import main
from papergarden.mkdocs_plugin import build_site
from papergarden.model import Library
from papergarden.moulds.mould import Mould
from papergarden.publish import Site
from papergarden.writers import author_pages, feeds, paper_pages

ROOT = Path(__file__).parents[1]
WORDS = (
    *("kettles", "gardens", "papers", "attention", "watched"),
    *("boiling", "transformers", "sampling", "graphs", "speech"),
)
PEOPLE = ("Ada Example", "Bo Sample", "Cy Specimen", "A. Example")


def paper(number: int, chance: random.Random) -> dict[str, object]:
    title = " ".join(chance.sample(WORDS, 4)).capitalize()
    return {
        "title": f"{title} {number}",
        "authors": chance.sample(PEOPLE, 2),
        "abstract": f"We study {' and '.join(chance.sample(WORDS, 5))}. It helps.",
        "year": 2000 + chance.randrange(4),
    }


def seed_text(numbers: range, chance: random.Random) -> str:
    return "".join(json.dumps(paper(number, chance)) + "\n" for number in numbers)


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


def files(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and path.suffix != ".gz"  # its head has the hour it was made
    }


def times(site: Path) -> dict[str, int]:
    return {path.as_posix(): path.stat().st_mtime_ns for path in site.rglob("*.html")}


def fresh(config: Path, folder: Path) -> dict[str, bytes]:
    """What the project makes where nothing is remembered."""
    copy = folder / "fresh"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(config.parent, copy, ignore=shutil.ignore_patterns(".cache", "site"))
    build_site(copy / config.name, None, strict=False)
    return files(copy / "site")


def edit_line(root: Path, chance: random.Random) -> None:
    seed = chance.choice(sorted(root.glob("seeds/*.jsonl")))
    lines = seed.read_text("utf-8").splitlines()
    at = chance.randrange(len(lines))
    lines[at] = json.dumps(paper(at, chance))
    seed.write_text("\n".join(lines) + "\n", "utf-8")


def rename_seed(root: Path, chance: random.Random) -> None:
    seed = chance.choice(sorted(root.glob("seeds/*.jsonl")))
    seed.rename(seed.with_name(f"{chance.choice('xyz')}{seed.name}"))


def drop_paper(root: Path, chance: random.Random) -> None:
    seed = chance.choice(sorted(root.glob("seeds/*.jsonl")))
    seed.write_text("".join(seed.read_text("utf-8").splitlines(keepends=True)[1:]) or "\n", "utf-8")


def add_seed(root: Path, chance: random.Random) -> None:
    start = chance.randrange(100, 900)
    (root / f"seeds/new{start}.jsonl").write_text(seed_text(range(start, start + 3), chance), "utf-8")


def decide(root: Path, chance: random.Random) -> None:
    lines = [
        json.loads(line)
        for seed in root.glob("seeds/*.jsonl")
        for line in seed.read_text("utf-8").splitlines()
    ]
    titles = sorted(str(line["title"]) for line in lines)
    act = chance.choice(["{hide: %r, reason: x}", "{set: %r, title: A title decided, reason: x}"])
    (root / "seeds/decisions.yml").write_text(f"- {act % chance.choice(titles)}\n", "utf-8")


def change_template(root: Path, chance: random.Random) -> None:
    template = root / "site_src/templates" / chance.choice(["paper.md.j2", "author.md.j2"])
    template.write_text(template.read_text("utf-8") + f"\n<p>Changed {chance.random()}</p>\n", "utf-8")


def change_setting(root: Path, chance: random.Random) -> None:
    config = root / "mkdocs.yml"
    lines = config.read_text("utf-8").splitlines()
    lines[0] = f"site_name: Kettles {chance.randrange(99)}"
    config.write_text("\n".join(lines) + "\n", "utf-8")


def write_by_hand(root: Path, chance: random.Random) -> None:
    page = root / "docs/authors/ada-example/index.md"
    if page.exists():
        page.unlink()
    else:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("# Ada, by hand\n", "utf-8")


def alter_field(root: Path, chance: random.Random) -> None:
    """One thing about one paper, which others show in their lists."""
    seed = chance.choice(sorted(root.glob("seeds/*.jsonl")))
    lines = seed.read_text("utf-8").splitlines()
    at = chance.randrange(len(lines))
    known = json.loads(lines[at] or json.dumps(paper(at, chance)))
    change = {
        "title": f"{known['title']} again",
        "authors": [*known["authors"], "Dee Instance"],
        "year": 1999,
    }
    field = chance.choice(sorted(change))
    lines[at] = json.dumps(known | {field: change[field]})
    seed.write_text("\n".join(lines) + "\n", "utf-8")


def set_cards(root: Path, chance: random.Random) -> None:
    config = root / "mkdocs.yml"
    text = config.read_text("utf-8").replace(
        "[papergarden]", f"[papergarden: {{cards: {chance.randrange(9)}}}]"
    )
    config.write_text(text, "utf-8")


def change_topics(root: Path, chance: random.Random) -> None:
    """A word of many papers becomes a topic: of some it tells more than what was told."""
    topics = root / "site_src/topics.yml"
    word = chance.choice(WORDS)
    topic = f"  Studies of {word}: {{spellings: [{word}]}}\n"
    topics.write_text(topics.read_text("utf-8").replace("topics:\n", f"topics:\n{topic}", 1), "utf-8")


def change_frame(root: Path, chance: random.Random) -> None:
    """A page more in the navigation, which stands in every frame."""
    (root / "docs/more.md").write_text(f"# More {chance.random()}\n", "utf-8")
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("about.md]", "about.md, more.md]"), "utf-8")


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    *(edit_line, rename_seed, drop_paper, add_seed, decide, change_template, change_setting, write_by_hand),
    *(alter_field, set_cards, change_topics, change_frame),
)


@pytest.mark.parametrize("number", range(2))
def test_after_any_edits_the_site_is_that_of_a_fresh_build(
    project: Path, number: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chance = random.Random(number)
    edits = chance.sample(EDITS, len(EDITS))
    build_site(project, None, strict=False)
    for first, second in zip(edits[::2], edits[1::2], strict=True):
        first(project.parent, chance)
        second(project.parent, chance)
        build_site(project, None, strict=False)
        assert files(project.parent / "site") == fresh(project, tmp_path_factory.mktemp("other"))


def test_two_sites_of_one_project_are_each_what_a_fresh_build_makes(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What the one is built from is not what the other was built from."""
    chance = random.Random(3)
    sites = [project.parent / "site", tmp_path_factory.mktemp("elsewhere") / "site"]
    for edit in (None, add_seed, edit_line, drop_paper, alter_field, rename_seed, alter_field, decide):
        if edit:
            edit(project.parent, chance)
        build_site(project, sites[0], strict=False)
        assert files(sites[0]) == fresh(project, tmp_path_factory.mktemp("other"))
        sites.reverse()


def test_a_build_that_broke_off_is_no_last_one(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chance = random.Random(5)
    build_site(project, None, strict=False)
    for edit in (alter_field, alter_field, edit_line):
        edit(project.parent, chance)
        with monkeypatch.context() as patch:
            patch.setattr(Site, "finish", lambda site: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                build_site(project, None, strict=False)
        edit(project.parent, chance)
        build_site(project, None, strict=False)
        assert files(project.parent / "site") == fresh(project, tmp_path_factory.mktemp("other"))


def test_keys_are_found_of_pages_to_which_a_change_matters(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The guard of the speed of a build after a new seed: most pages are known to be as they were."""
    found: list[str] = []
    for writer, name in ((paper_pages, "papers"), (author_pages, "authors"), (feeds, "feeds")):
        key = vars(writer)["_key"]

        def watched(*of: object, key: Callable[..., str] = key, name: str = name) -> str:
            found.append(name)
            return key(*of)

        monkeypatch.setattr(writer, "_key", watched)
    lines = [json.dumps({"title": f"On {word}", "authors": [f"Person {word}"]}) for word in WORDS]
    (project.parent / "seeds/d.jsonl").write_text("\n".join(lines), "utf-8")
    build_site(project, None, strict=False)
    assert found.count("papers") == 28
    found.clear()
    (project.parent / "seeds/e.jsonl").write_text(
        '{"title": "On none", "authors": ["Dee Instance"]}', "utf-8"
    )
    build_site(project, None, strict=False)
    assert found.count("papers") < 10
    assert found.count("authors") < 4


def test_what_did_not_change_is_not_touched(project: Path) -> None:
    build_site(project, None, strict=False)
    before = times(project.parent / "site")
    edited = project.parent / "seeds/a.jsonl"
    edited.write_text(edited.read_text("utf-8").replace("It helps.", "It hurts.", 1), "utf-8")
    build_site(project, None, strict=False)
    after = times(project.parent / "site")
    changed = {Path(path).parent.name for path in after if after[path] != before.get(path)}
    assert 0 < len(changed) < 6
    assert before.keys() == after.keys()


def test_a_paper_that_is_gone_leaves_no_page_and_no_folder(project: Path) -> None:
    build_site(project, None, strict=False)
    papers = {path.name for path in (project.parent / "site/papers").iterdir()}
    (project.parent / "seeds/c.jsonl").unlink()
    build_site(project, None, strict=False)
    assert len({path.name for path in (project.parent / "site/papers").iterdir()}) == len(papers) - 6


@pytest.mark.parametrize(
    "damage",
    [
        lambda memory: memory.unlink(),
        lambda memory: memory.write_bytes(memory.read_bytes()[:-20]),
        lambda memory: memory.write_bytes(memory.read_bytes().replace(b"papergarden", b"papergarten", 1)),
        lambda memory: memory.write_bytes(b"\xff\x00" * 99),
        lambda memory: memory.write_bytes(b"\n\n\n[" + b"[" * 9999),
        lambda memory: (memory.unlink(), memory.mkdir()),
    ],
    ids=["lost", "cut", "another version", "noise", "deep", "a folder"],
)
def test_a_memory_that_is_no_good_does_no_harm(project: Path, damage: Callable[[Path], None]) -> None:
    build_site(project, None, strict=False)
    site = project.parent / "site"
    before, made = times(site), files(site)
    (site / "papers/left-over").mkdir()
    (site / "papers/left-over/index.html").write_text("from an older build", "utf-8")
    (site / "tags/index.html").write_text("damaged", "utf-8")
    for memory in [path for path in (project.parent / ".cache").rglob("*") if path.is_file()]:
        damage(memory)
    build_site(project, None, strict=False)
    assert files(site) == made
    after = times(site)
    assert {path for path in before if before[path] != after[path]} == {(site / "tags/index.html").as_posix()}


def test_files_of_other_tools_stay(project: Path) -> None:
    site = project.parent / "site"
    (site / ".git").mkdir(parents=True)
    (site / ".git/config").write_text("theirs", "utf-8")
    build_site(project, None, strict=False, fresh=True)
    assert (site / ".git/config").read_text("utf-8") == "theirs"


def test_the_command_sees_at_once_that_nothing_changed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = ["build", "-f", str(project)]
    (project.parent / "seeds/broken.txt").write_bytes(b"\x00\x01\x02\xff" * 100)
    first = CliRunner().invoke(main, command)
    built = files(project.parent / "site")
    again = CliRunner().invoke(main, command)
    assert "Nothing changed" in again.output
    assert again.exit_code == first.exit_code == 1
    (project.parent / "site/about/index.html").unlink()
    assert "Nothing changed" not in CliRunner().invoke(main, command).output
    assert files(project.parent / "site") == built
    assert "Nothing changed" not in CliRunner().invoke(main, [*command, "--fresh"]).output
    (project.parent / "docs/about.md").write_text("# About something else\n", "utf-8")
    assert "Nothing changed" not in CliRunner().invoke(main, command).output
    assert "something else" in (project.parent / "site/about/index.html").read_text("utf-8")
    assert files(project.parent / "site") != built


def built(config: Path) -> str:
    """What the command says when it builds."""
    return CliRunner().invoke(main, ["build", "-f", str(config)]).output


def inherit(config: Path) -> None:
    if not (config.parent / "base.yml").exists():
        config.write_text(config.read_text("utf-8").replace("site_name: Kettles\n", "INHERIT: base.yml\n"))
        (config.parent / "base.yml").write_text("site_name: Kettles\n", "utf-8")
    else:
        (config.parent / "base.yml").write_text("site_name: Pots\n", "utf-8")


def name_a_variable(config: Path) -> None:
    config.write_text(config.read_text("utf-8").replace("name: Kettles", "name: !ENV [kettles, x]"), "utf-8")
    os.environ["kettles"] += "!"  # noqa: SIM112 (names may be in small letters)


def link_a_folder(config: Path) -> None:
    elsewhere = config.parent / "elsewhere"
    if not elsewhere.exists():
        elsewhere.mkdir()
        (config.parent / "seeds/linked").symlink_to(elsewhere)
    (elsewhere / "more.jsonl").write_text(seed_text(range(50, 53), random.Random(os.urandom(4))), "utf-8")


def link_another_folder(config: Path) -> None:
    """One of two folders that are looked at anyway has a second name, and then the other has it."""
    seeds = config.parent / "seeds"
    link = seeds / "zz"
    if link.exists():
        link.unlink()
        link.symlink_to(seeds / "two")
        return
    for name, numbers in (("one", range(50, 52)), ("two", range(52, 55))):
        (seeds / name).mkdir()
        (seeds / name / f"{name}.jsonl").write_text(seed_text(numbers, random.Random(3)), "utf-8")
    link.symlink_to(seeds / "one")


def include_a_file(config: Path) -> None:
    extension = f"markdown_extensions: [{{pymdownx.snippets: {{base_path: [{config.parent}]}}}}]\n"
    config.write_text(config.read_text("utf-8").removesuffix(extension) + extension, "utf-8")
    (config.parent / "docs/about.md").write_text('# About\n\n--8<-- "words.txt"\n', "utf-8")
    (config.parent / "words.txt").write_text(f"Words {os.urandom(4).hex()}\n", "utf-8")


def have_topics(config: Path) -> None:
    topics = config.parent / "site_src/topics.yml"
    if topics.exists():
        topics.unlink()
    else:
        shutil.copy(ROOT / "site_src/topics.yml", topics)
        change_topics(config.parent, random.Random(1))


def build_otherwise(config: Path) -> None:
    """A build by another command, of seeds that are then as they were."""
    seed = config.parent / "seeds/a.jsonl"
    before = seed.read_text("utf-8")
    seed.write_text(before.replace("helps", "hurts"), "utf-8")
    build_site(config, None, strict=True)
    seed.write_text(before, "utf-8")


@pytest.mark.parametrize(
    "change",
    [
        inherit,
        name_a_variable,
        link_a_folder,
        link_another_folder,
        include_a_file,
        have_topics,
        build_otherwise,
    ],
    ids=lambda change: str(change.__name__),
)
def test_the_command_sees_what_else_may_change(
    project: Path,
    change: Callable[[Path], None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    monkeypatch.setenv("kettles", "Kettles")
    change(project)
    built(project)
    before = files(project.parent / "site")
    change(project)
    built(project)
    assert files(project.parent / "site") == fresh(project, tmp_path_factory.mktemp("other"))
    assert files(project.parent / "site") != before or change is build_otherwise


def test_the_command_sees_that_another_program_built(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(unchanged, "PACKAGE", project.parent / "docs")
        built(project)
    assert "Nothing changed" not in built(project)
    assert "Nothing changed" in built(project)


def test_the_command_sees_what_changed_while_it_built(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    def gather_and_edit(*arguments: Any) -> Library:
        library = pipeline.gather(*arguments)
        (project.parent / "seeds/late.jsonl").write_text(seed_text(range(60, 62), random.Random(2)), "utf-8")
        return library

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(mkdocs_plugin, "gather", gather_and_edit)
        built(project)
    assert "Nothing changed" not in built(project)
    assert "Nothing changed" in built(project)
    assert files(project.parent / "site") == fresh(project, tmp_path_factory.mktemp("other"))


def test_a_build_leaves_a_site_that_failed_as_it_was(project: Path) -> None:
    build_site(project, None, strict=False)
    before = files(project.parent / "site")
    template = project.parent / "site_src/templates/paper.md.j2"
    template.write_text("{% broken", "utf-8")
    with pytest.raises(Exception, match="broken"):
        build_site(project, None, strict=False)
    assert files(project.parent / "site") == before


def test_work_is_counted(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The guard of the speed: how much is made, not how long it takes."""
    work = {"frames": 0, "filled": 0}
    frame, fill = Mould.__init__, Mould.fill

    def count_frame(self: Mould, *arguments: object) -> None:
        work["frames"] += 1
        frame(self, *arguments)  # type: ignore[arg-type]

    def count_fill(self: Mould, *arguments: object) -> bytes:
        work["filled"] += 1
        return fill(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Mould, "__init__", count_frame)
    monkeypatch.setattr(Mould, "fill", count_fill)
    sites: list[Site] = []

    def watched(folder: Path, memory: Path) -> Site:
        sites.append(Site(folder, memory))
        return sites[-1]

    monkeypatch.setattr(mkdocs_plugin, "Site", watched)
    build_site(project, None, strict=False)
    pages = sum(path.name == "index.html" for path in (project.parent / "site").rglob("*"))
    assert work["frames"] < 20 < pages
    assert work["filled"] < pages + work["frames"]
    assert sites[0].written == len(sites[0])

    work["filled"] = 0
    build_site(project, None, strict=False)
    assert sites[1].written == 0
    assert work["filled"] == work["frames"] // 2, "moulds are tried; no page is filled"

    edited = project.parent / "seeds/a.jsonl"
    edited.write_text(edited.read_text("utf-8").replace("It helps.", "It hurts.", 1), "utf-8")
    build_site(project, None, strict=False)
    assert sites[2].written < 35 < len(sites[2]) / 4, "its page, and the files that hold all papers"
    assert os.path.getsize(sites[2].memory) < 300 * len(sites[2])


def test_the_search_index_reads_only_what_is_new(project: Path, documents_read: list[str]) -> None:
    build_site(project, None, strict=False)
    assert len(documents_read) >= 18
    documents_read.clear()
    edited = project.parent / "seeds/a.jsonl"
    edited.write_text(edited.read_text("utf-8").replace("It helps.", "It hurts.", 1), "utf-8")
    build_site(project, None, strict=False)
    assert len(documents_read) == 2, "as it is, and as it was, to take its words away"
