"""Where everything comes from: each seed with its entries, what was repaired in it and what was left over."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from papergarden.model import Finding, Page, SeedReport
from papergarden.text.digest import digest_of
from papergarden.writers.catalog import Catalog
from papergarden.writers.paper_pages import FIELD_NAMES
from papergarden.writers.pieces import sheet_address
from papergarden.writers.rendering import Renderer, count_sheets, sheets

REPAIRS_SHOWN = 200
"""More would make a page nobody reads; the number of the others is told."""


def write(catalog: Catalog, renderer: Renderer) -> Iterator[Page]:
    """The page of all seeds."""
    library, found = catalog.library, _findings(catalog)
    yield renderer.page(
        "sources/",
        "sources",
        {"title": "Sources", "description": "The documents this collection is made from."},
        general=[
            finding for finding in library.findings if finding.source.seed not in catalog.seed_addresses
        ],
        findings_of={seed.path: len(found.get(seed.path, ())) for seed in library.seeds},
    )


def of_seeds(seeds: Iterable[SeedReport], catalog: Catalog, renderer: Renderer) -> Iterator[Page]:
    """The pages of some seeds; what was found and repaired stands on the first of each."""
    found = _findings(catalog)
    for seed in seeds:
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
                findings=found.get(seed.path, []) if number == 1 else [],
                address=address,
                number=number,
                count=count,
                total=len(entries),
            )


def addresses(seeds: Iterable[SeedReport], catalog: Catalog) -> Iterator[str]:
    """Where the pages of some seeds are."""
    for seed in seeds:
        for number in range(1, count_sheets(catalog.listed_in.get(seed.path, ())) + 1):
            yield sheet_address(catalog.seed_addresses[seed.path], number)


def stands_for(catalog: Catalog, renderer: Renderer, before: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """By address of a seed what stands for all that its pages show; nothing where nobody can tell.

    A seed has the papers that it had ``before`` if it has as many, and none that is not as it was.
    """
    if not (keys := renderer.keys("source")):
        return {}
    others = [paper for key in renderer.settled("source").others if (paper := catalog.papers.get(key))]
    touched = {record.source.seed for paper in others for record in paper.records}
    found = _findings(catalog)

    def told(seed: SeedReport, known: bytes) -> bytes:
        entries = catalog.listed_in.get(seed.path, ())
        whole = digest_of(keys.read(seed), keys.read(found.get(seed.path, ())), len(entries))
        if seed.path not in touched and known.startswith(whole):
            return known
        shown = chain.from_iterable((keys.papers[one.key], catalog.traced[one.key]) for _, one in entries)
        return whole + digest_of(b"".join(shown))

    named = ((catalog.seed_addresses[seed.path], seed) for seed in catalog.library.seeds)
    return {address: told(seed, before.get(address, b"")) for address, seed in named}


def _findings(catalog: Catalog) -> Mapping[str, Sequence[Finding]]:
    """What was found in each seed."""
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in catalog.library.findings:
        found[finding.source.seed].append(finding)
    return found
