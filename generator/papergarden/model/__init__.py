"""The records that everything else is written in: frozen, typed, standard library only."""

from papergarden.model.away import Away, text_of
from papergarden.model.decision import Act, Decision
from papergarden.model.entry import Entry, Furniture, Link, Reading
from papergarden.model.finding import LEVELS, Finding, Level
from papergarden.model.library import Library, SeedReport
from papergarden.model.match import Match, Verdict
from papergarden.model.once import Once, name_once, say_once
from papergarden.model.packed import (
    changed,
    changed_each,
    fill_each,
    from_columns,
    held,
    in_columns,
    made_each,
    made_of,
)
from papergarden.model.page import (
    Batch,
    Draft,
    Folder,
    LateFile,
    LongFile,
    Lot,
    Made,
    OutFile,
    Page,
    Sheet,
    Still,
    made_together,
)
from papergarden.model.paper import TAG_FOLDERS, Authorship, Paper, Person, Tag, TagKind
from papergarden.model.provenance import (
    COUNTED,
    FIELDS,
    NO_PROVENANCE,
    SINGLE,
    UNITED,
    Provenance,
    place_of,
    stated,
)
from papergarden.model.record import Record, Repair
from papergarden.model.settings import CARDS, Settings
from papergarden.model.source import Seed, Source

__all__ = [
    "CARDS",
    "COUNTED",
    "FIELDS",
    "LEVELS",
    "NO_PROVENANCE",
    "SINGLE",
    "TAG_FOLDERS",
    "UNITED",
    "Act",
    "Authorship",
    "Away",
    "Batch",
    "Decision",
    "Draft",
    "Entry",
    "Finding",
    "Folder",
    "Furniture",
    "LateFile",
    "Level",
    "Library",
    "Link",
    "LongFile",
    "Lot",
    "Made",
    "Match",
    "Once",
    "OutFile",
    "Page",
    "Paper",
    "Person",
    "Provenance",
    "Reading",
    "Record",
    "Repair",
    "Seed",
    "SeedReport",
    "Settings",
    "Sheet",
    "Source",
    "Still",
    "Tag",
    "TagKind",
    "Verdict",
    "changed",
    "changed_each",
    "fill_each",
    "from_columns",
    "held",
    "in_columns",
    "made_each",
    "made_of",
    "made_together",
    "name_once",
    "place_of",
    "say_once",
    "stated",
    "text_of",
]
