"""Makes the files that the browser fetches, few and small, from the modules beside this one.

    python site_src/search/bundle.py

It needs npm's ``npx``; whoever builds the site does not, for the results are committed. Each begins with the
checksum of all modules, and a test compares: who changes a module and forgets to run this is told so.
"""

import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent
THEME = HERE.parent / "theme/search"
ENTRIES = ("worker.js", "box.js", "results.js")
ESBUILD = ["npx", "--yes", "esbuild@0.28.2", "--bundle", "--format=esm", "--minify", "--charset=utf8"]
TERSER = ["npx", "--yes", "terser@5.51.2", "--module", "--mangle", "--compress", "passes=3"]


def checksum() -> str:
    """Of the names and texts of all modules."""
    texts = [f"{path.name}\0{path.read_text(encoding='utf-8')}" for path in sorted(HERE.glob("*.js"))]
    return sha256("\0".join(texts).encode()).hexdigest()


def recorded(entry: str) -> str:
    """The checksum that a made file was made from."""
    text = (THEME / entry).read_text(encoding="utf-8")
    found = re.match(r"// From site_src/search, ([0-9a-f]{64})\n", text)
    return found[1] if found else ""


def make(entry: str) -> str:
    """One file, with all modules that it imports but those that are files of their own."""
    apart = [f"--external:./{other}" for other in ENTRIES if other != entry]
    joined = subprocess.run([*ESBUILD, *apart, str(HERE / entry)], check=True, capture_output=True).stdout  # noqa: S603
    small = subprocess.run(TERSER, input=joined, check=True, capture_output=True).stdout  # noqa: S603
    return f"// From site_src/search, {checksum()}\n{small.decode()}"


def main() -> None:
    """Write the files."""
    THEME.mkdir(exist_ok=True)
    for entry in ENTRIES:
        (THEME / entry).write_text(make(entry), encoding="utf-8")
        sys.stderr.write(f"{THEME / entry}\n")


if __name__ == "__main__":
    main()
