"""The command `papergarden`: what a person types, and what they read in answer."""

import gc
import os
import sys
from collections.abc import Iterable
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from papergarden import __version__
from papergarden.model import Finding, Settings
from papergarden.project import ProjectError, load_settings, settings_from
from papergarden.unchanged import build_of
from papergarden.writers.exports import EXPORTS
from papergarden.writers.report import REPORTS, format_list

# What only some commands need is imported by them: to say that nothing changed takes a fraction of a second.

FINDINGS_EXIT = 1
USAGE_EXIT = 2

config_option = click.option(
    "-f",
    "--config-file",
    "config_file",
    type=click.Path(path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The project's configuration.",
)
seeds_argument = click.argument(
    "seeds", nargs=-1, metavar="[SEED]...", type=click.Path(exists=True, path_type=Path)
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """Turn documents that list research papers into a searchable, citable static site.

    Example: papergarden check seeds/my-papers.bib
    """
    gc.disable()  # a command ends soon and makes few cycles; to look for them takes a tenth of its time
    click.get_current_context().call_on_close(gc.enable)


@main.command()
@config_option
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Another folder than `site_dir`.")
@click.option("--strict", is_flag=True, help="Fail on MkDocs' own warnings too.")
@click.option("--fresh", is_flag=True, help="Make everything anew, whatever is remembered in .cache/.")
def build(config_file: Path, output: Path | None, strict: bool, fresh: bool) -> None:
    """Build the finished site from the seeds.

    What did not change since the last time is left alone. What is remembered for that lies in
    .cache/papergarden beside mkdocs.yml and may be deleted at any time.

    Example: papergarden build
    """
    settings = _settings(config_file)
    this = build_of(config_file, output, strict)
    code = None if fresh else this.code()
    if code is not None:
        click.echo("Nothing changed since the last build.", err=True)
        sys.exit(code)
    from papergarden.ahead import Ahead

    with ExitStack() as begun:
        ahead = None if fresh else begun.enter_context(Ahead(this, settings, config_file.absolute().parent))
        from papergarden.mkdocs_plugin import build_site

        findings = build_site(config_file, output, strict, fresh, ahead)
    sys.exit(_exit_code(findings))


@main.command()
@seeds_argument
@config_option
@click.option("--format", "form", type=click.Choice(sorted(REPORTS)), default="text", show_default=True)
def check(seeds: tuple[Path, ...], config_file: Path, form: str) -> None:
    """Read and link everything, write nothing: the account of every line, and every finding.

    Without SEED, the project's seeds.

    Example: papergarden check seeds/my-papers.bib
    """
    from papergarden.files import collect
    from papergarden.pipeline import gather

    settings = _settings(config_file, seeds)
    library, _ = gather(lambda: collect(settings, seeds))
    inside = all(path.absolute().is_relative_to(settings.seeds) for path in seeds)
    click.echo(REPORTS[form](library, os.path.relpath(settings.seeds) if inside else ""), nl=False)
    sys.exit(_exit_code(library.findings))


@main.command()
@seeds_argument
@config_option
@click.option("--format", "form", type=click.Choice(sorted(EXPORTS)), default="jsonl", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="A file to write to.")
def export(seeds: tuple[Path, ...], config_file: Path, form: str, output: Path | None) -> None:
    """Print the merged library; without SEED, that of the project's seeds.

    Example: papergarden export --format bibtex -o library.bib
    """
    from papergarden import pipeline

    library = pipeline.build_library(_settings(config_file, seeds), seeds)
    text = EXPORTS[form](library)
    if output is None:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
    else:
        try:
            output.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            _usage(f"{output} cannot be written: {error.strerror}.")
    _say_errors(library.findings)
    sys.exit(_exit_code(library.findings))


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@config_option
def pages(folder: Path, config_file: Path) -> None:
    """Write the Markdown pages to DIR, for any tool that builds what MkDocs builds.

    Example: papergarden pages docs
    """
    from papergarden import pipeline
    from papergarden.files import save
    from papergarden.shelf import Shelf

    settings = _settings(config_file)
    library = pipeline.build_library(settings)
    files = [*pipeline.write_site(library, settings), pipeline.search_index(library, Shelf())]
    with click.progressbar(save(folder, files), length=len(files), label="Writing", file=sys.stderr) as bar:
        written = sum(1 for _ in bar)
    click.echo(f"{written:,} files in {folder}", err=True)
    _say_errors(library.findings)
    sys.exit(_exit_code(library.findings))


@main.command()
@click.argument("paper")
@config_option
def explain(paper: str, config_file: Path) -> None:
    """Say where each field of PAPER came from, what was merged and why, and which rules tagged it.

    PAPER is a key, an arXiv id, a DOI, or words of the title.

    Example: papergarden explain 2402.18668
    """
    from papergarden import pipeline
    from papergarden.files import collect
    from papergarden.writers.explain import explain_paper, find_papers

    collection = collect(_settings(config_file))
    library = pipeline.assemble(collection)
    found = find_papers(library, paper)
    if len(found) != 1:
        _usage(_ambiguous(paper, [f"  {one.key}  {one.title}" for one in found[:10]]))
    click.echo(explain_paper(library, found[0], pipeline.tag_reasons(collection, found[0])), nl=False)


@main.command()
def formats() -> None:
    """List the formats that can be read.

    Example: papergarden formats
    """
    from papergarden.readers import READERS

    click.echo(format_list([(reader.__name__, reader.__doc__ or "") for reader in READERS]), nl=False)


@main.command()
@click.argument("old")
@click.argument("new")
@config_option
@click.option(
    "--format", "form", type=click.Choice(["json", "markdown"]), default="markdown", show_default=True
)
def diff(old: str, new: str, config_file: Path, form: str) -> None:
    """Say what two revisions of the library differ in; an address that would stop working is an error.

    OLD and NEW are exports in JSON lines, folders, or git revisions.

    Example: papergarden diff main HEAD
    """
    from papergarden.revisions import load_revision
    from papergarden.writers.difference import compare, difference_json, difference_markdown

    try:
        before, after = load_revision(old, config_file), load_revision(new, config_file)
    except ProjectError as error:
        _usage(str(error))
    difference = compare(before, after)
    markdown = difference_markdown(difference, before, after)
    click.echo(difference_json(difference) if form == "json" else markdown, nl=False)
    sys.exit(FINDINGS_EXIT if difference.lost_addresses else 0)


@main.command()
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def golden(path: Path) -> None:
    """Write beside the sample PATH what is read from it, for a person to check and for tests to hold.

    Example: papergarden golden tests/samples/bibtex/accents.bib
    """
    from papergarden.files import open_document
    from papergarden.reading import read_seed
    from papergarden.steps.account import account
    from papergarden.writers.golden import SUFFIX
    from papergarden.writers.golden import golden as render_golden

    for reading in map(read_seed, open_document(path)):
        report, _ = account(reading.seed, reading.reader, reading.readings)
        target = path.with_name(path.name + SUFFIX)
        target.write_text(render_golden(report, reading.readings), encoding="utf-8", newline="\n")
        click.echo(f"wrote {target}: read it before you commit it", err=True)


@main.command()
@config_option
def enrich(config_file: Path) -> None:
    """Ask arXiv and Crossref for titles, authors, abstracts and dates that the seeds lack.

    The answers are saved as seeds below seeds/enriched/, so that building stays offline. It can be stopped
    and started again; nothing is asked twice. No key or account is needed.

    Example: papergarden enrich
    """
    from papergarden import pipeline
    from papergarden.enrich import enrich as ask
    from papergarden.enrich import outcome_report, wanted
    from papergarden.services import ARXIV, CROSSREF, Service, UnreachableError

    settings = _settings(config_file)
    library = pipeline.build_library(settings)
    want = wanted(library)
    total = len(want.arxiv) + len(want.doi) + len(want.words)
    click.echo(f"{total:,} of {len(library.papers):,} papers lack something.", err=True)
    arxiv, crossref = Service(ARXIV, 3.0, settings.repo_url), Service(CROSSREF, 1.0, settings.repo_url)
    try:
        with click.progressbar(length=total, label="Asking", file=sys.stderr) as bar:
            outcome = ask(library, settings.seeds / "enriched", arxiv, crossref, date.today(), bar.update)
    except UnreachableError as error:
        click.echo(f"papergarden: {error} What was answered before is saved; try again later.", err=True)
        sys.exit(FINDINGS_EXIT)
    click.echo(outcome_report(outcome), nl=False)


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
def init(folder: Path) -> None:
    """Start a new collection in DIR: mkdocs.yml, an example seed, the publishing workflow.

    Example: papergarden init my-papers
    """
    from papergarden.files import save
    from papergarden.starter import starter_files

    if folder.exists() and any(folder.iterdir()):
        _usage(f"{folder} is not empty: a collection is started in a new or empty folder.")
    for path in save(folder, starter_files()):
        click.echo(f"wrote {path.relative_to(folder.resolve())}", err=True)
    click.echo(f"Next: cd {folder} && papergarden build", err=True)


def _settings(config_file: Path, seeds: tuple[Path, ...] = ()) -> Settings:
    """The project's settings; where documents are named, there need not be a project."""
    if seeds and not config_file.exists():
        return settings_from({}, Path.cwd())
    try:
        return load_settings(config_file)
    except ProjectError as error:
        _usage(str(error))


def _say_errors(findings: Iterable[Finding]) -> None:
    """What went wrong, on standard error, where a command's output is something else."""
    for finding in findings:
        if finding.level == "error":
            click.echo(f"{finding.source}: {finding.what} {finding.fix}", err=True)


def _ambiguous(paper: str, candidates: list[str]) -> str:
    if not candidates:
        return f"No paper is named {paper!r}. Try words of its title; `papergarden export` lists all keys."
    return f"{paper!r} may be any of these; name one by its key:\n" + "\n".join(candidates)


def _exit_code(findings: Iterable[Finding]) -> int:
    return FINDINGS_EXIT if any(finding.level == "error" for finding in findings) else 0


def _usage(message: str) -> NoReturn:
    click.echo(f"papergarden: {message}", err=True)
    sys.exit(USAGE_EXIT)
