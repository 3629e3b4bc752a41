"""The formats that the merged library can be handed on in."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from papergarden.model import Library
from papergarden.writers.export_bibtex import bibtex
from papergarden.writers.export_csl import csl_json
from papergarden.writers.export_csv import csv_table
from papergarden.writers.export_jsonl import jsonl
from papergarden.writers.export_ris import ris

EXPORTS: Mapping[str, Callable[[Library], str]] = MappingProxyType(
    {"bibtex": bibtex, "csl-json": csl_json, "csv": csv_table, "jsonl": jsonl, "ris": ris}
)
