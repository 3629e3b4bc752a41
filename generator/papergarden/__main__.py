"""`python -m papergarden`."""

from papergarden.cli import main

main(prog_name="papergarden")
