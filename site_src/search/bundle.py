"""Makes the files that the browser fetches, few and small, from the modules here and in ``browse``.

    python site_src/search/bundle.py [browse.js …]

It needs npm's ``npx``; whoever builds the site does not, for the results are committed. Each begins with the
checksum of the modules it is made of, and a test compares: who changes one and forgets this is told so.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

SOURCE = Path(__file__).parents[1]
ENTRIES = {
    **{name: f"search/{name}" for name in ("worker.js", "box.js")},
    **{
        name: f"browse/{name}"
        for name in (
            *(
                "browse.js",
                "records.js",
                "cite.js",
                "lists.js",
                "star.js",
                "reading-list.js",
                "import-list.js",
            ),
        )
    },
}
"""The files that are made, and their modules; what is imported from one of them into another stays apart."""
FOLDERS = {"search": "theme/search", "browse": "theme/assets"}
APART = ["./find-author.js"]
"""A module that lies ready beside what is made."""
IMPORT = re.compile(r'(?:from|import\()\s*"(\.[^"]+)"')
ESBUILD = ["npx", "--yes", "esbuild@0.28.2", "--bundle", "--format=esm", "--minify", "--charset=utf8"]
TERSER = ["npx", "--yes", "terser@5.51.2", "--module", "--mangle", "--compress", "passes=3"]


def checksum(entry: str) -> str:
    """Of the names and texts of all modules that a made file consists of."""
    modules = dict.fromkeys(_modules(SOURCE / ENTRIES[entry]))
    texts = [f"{path.name}\0{path.read_text(encoding='utf-8')}" for path in sorted(modules)]
    return sha256("\0".join(texts).encode()).hexdigest()


def _modules(path: Path, entry: bool = True) -> Iterator[Path]:
    """A module and what it imports, without what is a file of its own."""
    if not path.is_file() or (not entry and path.name in ENTRIES):
        return
    yield path
    for name in IMPORT.findall(path.read_text(encoding="utf-8")):
        yield from _modules((path.parent / name).resolve(), entry=False)


def made(entry: str) -> Path:
    """Where a made file lies."""
    folder, name = ENTRIES[entry].split("/")
    return SOURCE / FOLDERS[folder] / name


def recorded(entry: str) -> str:
    """The checksum that a made file was made from."""
    found = re.match(r"// From site_src/\w+, ([0-9a-f]{64})\n", made(entry).read_text(encoding="utf-8"))
    return found[1] if found else ""


def make(entry: str) -> str:
    """One file, with all modules that it imports but those that are files of their own."""
    names = [f"{folder}{other}" for other in ENTRIES if other != entry for folder in ("./", "../search/")]
    apart = [f"--external:{name}" for name in (*names, *APART)]
    source = SOURCE / ENTRIES[entry]
    joined = subprocess.run([*ESBUILD, *apart, str(source)], check=True, capture_output=True).stdout  # noqa: S603
    small = subprocess.run(TERSER, input=joined, check=True, capture_output=True).stdout  # noqa: S603
    return f"// From site_src/{source.parent.name}, {checksum(entry)}\n{small.decode()}"


def main() -> None:
    """Write the files that are named, or all."""
    for entry in sys.argv[1:] or ENTRIES:
        made(entry).parent.mkdir(exist_ok=True)
        made(entry).write_text(make(entry), encoding="utf-8")
        sys.stderr.write(f"{made(entry)}\n")


if __name__ == "__main__":
    main()
