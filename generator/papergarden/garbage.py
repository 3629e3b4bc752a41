"""When Python looks for garbage: a build makes few cycles, and many things that stay."""

import gc
from itertools import count

BUILDS = 16
"""Builds of one process until what it holds is looked through: MkDocs leaves some megabytes each time."""
_BUILDS = count(1)


def hold_off() -> None:
    """Look for none while a build runs: to look through what it holds takes a tenth of its time."""
    gc.disable()


def let_stay() -> None:
    """Have what was made not looked through, now and as the program ends: that takes a tenth, too."""
    if next(_BUILDS) % BUILDS == 0:
        gc.unfreeze()
        gc.collect()
    gc.freeze()
    gc.enable()
