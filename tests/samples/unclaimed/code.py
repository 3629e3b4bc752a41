"""A small program."""

import sys


def main(argv: list[str]) -> int:
    title, abstract = argv[1:3]
    for line in sys.stdin:
        print(title, abstract, line.strip())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
