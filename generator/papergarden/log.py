"""What a build says on the terminal: lines of MkDocs' log."""

import logging
from collections import Counter
from collections.abc import Iterable

from papergarden.model import LEVELS, Finding
from papergarden.text import escape

log = logging.getLogger("mkdocs.plugins.papergarden")

UNTOLD = ("Cleaning site directory", "Building documentation to directory", "Template skipped: 'sitemap.xml'")
"""How lines begin that tell of the folder in which MkDocs builds, which is not that of the site."""
FINDINGS_TOLD = 10
"""Findings that are told one by one; `papergarden check` and the pages of the sources have all."""


def show_log() -> None:
    """Show MkDocs' log on standard error, as its own command shows it."""
    logger = logging.getLogger("mkdocs")
    if not any(isinstance(handler, logging.StreamHandler) for handler in logger.handlers):
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(levelname)-7s  %(message)s"))
        logger.addHandler(handler)
    logger.setLevel(logging.INFO)


def hush() -> None:
    """Leave out what MkDocs says that would mislead."""
    logging.getLogger("mkdocs.commands.build").addFilter(_leads)


def _leads(record: logging.LogRecord) -> bool:
    return not record.getMessage().startswith(UNTOLD)


def tell(findings: Iterable[Finding]) -> None:
    """Log findings, the worst first, and how many there are.

    Only errors are warnings to MkDocs, which a strict build counts at its end: what is merely doubtful in a
    document is no fault of the site. None stops a build before the site is written.
    """
    findings = sorted(findings, key=lambda finding: LEVELS.index(finding.level))
    for finding in findings[:FINDINGS_TOLD]:
        level = logging.WARNING if finding.level == "error" else logging.INFO
        message = f"{finding.level}: {finding.source}: {finding.what} {finding.fix}"
        log.log(level, "%s", escape.fold(message))  # a seed's control characters would command the terminal
    counts = Counter(finding.level for finding in findings)
    if len(findings) > FINDINGS_TOLD:
        told = ", ".join(f"{count} of level {level}" for level, count in counts.items())
        log.info("%s in all; `papergarden check` tells each", told)
