"""The report of `papergarden check`: the account of every line, and every finding."""

import inspect
import json
import posixpath
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from papergarden.model import LEVELS, Finding, Library, SeedReport

GITHUB_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def summary(library: Library) -> str:
    """The collection in one line."""
    counts = Counter(finding.level for finding in library.findings)
    found = ", ".join(
        f"{counts[level]:,} {_plural(level, counts[level])}" for level in LEVELS if counts[level]
    )
    merged = library.entries - len(library.papers) - library.hidden
    hidden = f", {library.hidden:,} hidden" if library.hidden else ""
    return (
        f"{library.entries:,} entries - {merged:,} merged{hidden} = {len(library.papers):,} papers; "
        f"{found or 'no findings'}"
    )


def text_report(library: Library, folder: str) -> str:
    """For people: a block for each seed, its findings below it, the sums at the end."""
    found = _by_seed(library)
    blocks = [_block(seed, found[seed.path], folder) for seed in library.seeds]
    known = {seed.path for seed in library.seeds}
    others = [finding for finding in library.findings if finding.source.seed not in known]
    if others:
        blocks.append("\n".join(["Elsewhere", *_finding_lines(others, folder)]))
    return "\n\n".join([*blocks, summary(library)]) + "\n"


def json_report(library: Library, folder: str) -> str:
    """For machines: the same as JSON; its keys are a contract."""
    found = _by_seed(library)
    report = {
        "seeds": [_seed_object(seed, found[seed.path]) for seed in library.seeds],
        "entries": library.entries,
        "papers": len(library.papers),
        "merged": library.entries - len(library.papers) - library.hidden,
        "hidden": library.hidden,
        "findings": [_finding_object(finding) for finding in library.findings],
    }
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def github_report(library: Library, folder: str) -> str:
    """For GitHub's checks: a workflow annotation at the file and line of each finding."""
    lines = [_annotation(finding, folder) for finding in library.findings]
    return "\n".join([*lines, summary(library)]) + "\n"


REPORTS: Mapping[str, Callable[[Library, str], str]] = MappingProxyType(
    {"github": github_report, "json": json_report, "text": text_report}
)
"""Each takes the library and the folder of the seeds as a person there would type it."""


def format_list(readers: Iterable[tuple[str, str]]) -> str:
    """Name and first line of the documentation of each reader."""
    rows = [(name.rpartition(".")[2], inspect.cleandoc(doc).partition("\n")[0]) for name, doc in readers]
    width = max(len(name) for name, _ in rows)
    return "".join(f"{name:<{width}}  {line}\n" for name, line in rows)


def _by_seed(library: Library) -> Mapping[str, list[Finding]]:
    """The findings of each seed, none for a seed without."""
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in library.findings:
        found[finding.source.seed].append(finding)
    return found


def _block(seed: SeedReport, findings: list[Finding], folder: str) -> str:
    """What became of one seed."""
    rows = [
        f"{_path(seed.path, folder)}  ({seed.reader or 'no reader'})",
        f"  {seed.lines:,} lines = {seed.entry_lines:,} of {seed.entries:,} {_papers(seed.entries)} "
        f"+ {seed.furniture_lines:,} furniture + {seed.finding_lines:,} left over",
    ]
    if seed.repairs:
        rows.append(f"  repaired: {_counts(seed.repairs)}")
    if seed.extras:
        rows.append(f"  kept without a place: {_counts(seed.extras)}")
    if findings:
        rows.append(f"  findings: {_counts(Counter(finding.code for finding in findings))}")
    return "\n".join([*rows, *_finding_lines(findings, folder)])


def _papers(count: int) -> str:
    return "entry" if count == 1 else "entries"


def _plural(level: str, count: int) -> str:
    return level if count == 1 or level == "info" else f"{level}s"


def _counts(counts: Mapping[str, int]) -> str:
    """The most frequent first."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{name} {count:,}" for name, count in ordered)


def _finding_lines(findings: Iterable[Finding], folder: str) -> Iterator[str]:
    for finding in findings:
        place = f"{_path(finding.source.seed, folder)}:{finding.source.line}"
        yield f"  {finding.level}: {place}: {finding.what} [{finding.code}]"
        if finding.text:
            yield f"      {_shown(finding.text)}"
        yield f"      → {finding.fix}"


def _path(seed: str, folder: str) -> str:
    return posixpath.normpath(posixpath.join(folder, seed))


def _shown(text: str) -> str:
    """One line without anything that could steer a terminal."""
    return "".join(character if character.isprintable() else " " for character in text)


def _seed_object(seed: SeedReport, findings: list[Finding]) -> dict[str, Any]:
    return {
        "path": seed.path,
        "reader": seed.reader or None,
        "lines": seed.lines,
        "entries": seed.entries,
        "entry_lines": seed.entry_lines,
        "furniture_lines": seed.furniture_lines,
        "finding_lines": seed.finding_lines,
        "findings": len(findings),
        "codes": dict(sorted(Counter(finding.code for finding in findings).items())),
        "repairs": dict(sorted(seed.repairs.items())),
        "extras": dict(sorted(seed.extras.items())),
    }


def _finding_object(finding: Finding) -> dict[str, Any]:
    return {
        "level": finding.level,
        "code": finding.code,
        "seed": finding.source.seed,
        "line": finding.source.line,
        "what": finding.what,
        "text": finding.text,
        "fix": finding.fix,
    }


def _annotation(finding: Finding, folder: str) -> str:
    """A workflow command; its values are escaped as the Actions toolkit does."""
    path = _property(_path(finding.source.seed, folder))
    place = f"file={path},line={finding.source.line},title={_property(finding.code)}"
    message = " ".join(filter(None, [finding.what, finding.text and f"“{finding.text}”", finding.fix]))
    return f"::{GITHUB_LEVELS[finding.level]} {place}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
