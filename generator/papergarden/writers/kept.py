"""What the writers of pages found out at the last build and need again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from papergarden.model import Away
from papergarden.writers.catalog import Catalog
from papergarden.writers.settled import State

Hold = Callable[[Sequence[str]], Sequence[str | Away]]
"""What tells how some texts are to be held."""


@dataclass(slots=True)
class Kept:
    """It becomes what they need now.

    ``rows`` are papers as items of lists, by what stands for all that these show; ``sort_names`` tells how
    names are sorted. ``state`` is what the site was built from, where that is known. ``catalog`` is that
    of the last build of this program. ``away`` tells how long texts are to be held.
    """

    rows: dict[bytes, str | Away] = field(default_factory=dict)
    sort_names: dict[str, str] = field(default_factory=dict)
    state: State | None = None
    catalog: Catalog | None = None
    away: Hold = list
