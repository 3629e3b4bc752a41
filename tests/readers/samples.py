"""The samples in ``tests/samples/<reader>/`` and the collection's own seeds."""

from pathlib import Path

from papergarden.decode import decode
from papergarden.model import Seed
from papergarden.writers.golden import SUFFIX

FOLDER = Path(__file__).parents[1] / "samples"
DOCUMENTS = [path for path in sorted(FOLDER.glob("*/*")) if not path.name.endswith(SUFFIX)]
GOLDEN = [path for path in DOCUMENTS if path.with_name(path.name + SUFFIX).exists()]
SEEDS = sorted(path for path in (FOLDER.parents[1] / "seeds").iterdir() if path.suffix in (".txt", ".jsonl"))


def short(path: Path) -> str:
    """Folder and name."""
    return f"{path.parent.name}/{path.name}"


def seed_of(path: Path) -> Seed:
    """A document as a reader gets it."""
    return Seed(short(path), decode(path.name, path.read_bytes())[0])
