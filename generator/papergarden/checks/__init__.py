"""What can be said against a finished library: `Library -> Finding`, one module a check."""

from collections.abc import Callable, Iterator

from papergarden.checks.addresses import addresses
from papergarden.model import Finding, Library

CHECKS: tuple[Callable[[Library], Iterator[Finding]], ...] = (addresses,)


def check(library: Library) -> Iterator[Finding]:
    """Run every check."""
    for one in CHECKS:
        yield from one(library)
