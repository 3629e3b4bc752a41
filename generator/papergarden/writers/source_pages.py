"""Where everything comes from: each seed with its entries, what was repaired in it and what was left over."""

from collections import defaultdict
from collections.abc import Iterator

from papergarden.model import Finding, Page
from papergarden.writers.catalog import Catalog
from papergarden.writers.paper_pages import FIELD_NAMES
from papergarden.writers.pieces import sheet_address
from papergarden.writers.rendering import Renderer, sheets

REPAIRS_SHOWN = 200
"""More would make a page nobody reads; the number of the others is told."""


def write(catalog: Catalog, renderer: Renderer) -> Iterator[Page]:
    """The pages below ``sources/``; what was found and repaired stands on the first of a seed."""
    library = catalog.library
    findings_of: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in library.findings:
        findings_of[finding.source.seed].append(finding)
    yield renderer.page(
        "sources/",
        "sources",
        {"title": "Sources", "description": "The documents this collection is made from."},
        general=[
            finding for finding in library.findings if finding.source.seed not in catalog.seed_addresses
        ],
        findings_of={seed.path: len(findings_of[seed.path]) for seed in library.seeds},
    )
    for seed in library.seeds:
        entries = catalog.listed_in.get(seed.path, ())
        repairs = [(record, paper, repair) for record, paper in entries for repair in record.repairs]
        address = catalog.seed_addresses[seed.path]
        for number, count, shown in sheets(entries):
            yield renderer.page(
                sheet_address(address, number),
                "source",
                {
                    "title": seed.path,
                    "description": f"What was read from {seed.path}: {seed.entries:,} entries.",
                },
                seed=seed,
                entries=shown,
                repairs=repairs[:REPAIRS_SHOWN] if number == 1 else [],
                repairs_total=len(repairs),
                field_names=FIELD_NAMES,
                findings=findings_of[seed.path] if number == 1 else [],
                address=address,
                number=number,
                count=count,
                total=len(entries),
            )
