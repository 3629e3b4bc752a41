"""The subject classes of arXiv.

Source: the category taxonomy of arXiv (arxiv.org/category_taxonomy).
"""

import re

_IN_BRACKETS = re.compile(r"\(([a-z]+(?:-[a-z]+)*(?:\.[A-Za-z]{2}|\.[a-z]+(?:-[a-z]+)*)?)\)")
ARCHIVES = frozenset(
    (
        *(
            "astro-ph",
            "cond-mat",
            "cs",
            "econ",
            "eess",
            "gr-qc",
            "hep-ex",
            "hep-lat",
            "hep-ph",
            "hep-th",
            "math",
        ),
        *("math-ph", "nlin", "nucl-ex", "nucl-th", "physics", "q-bio", "q-fin", "quant-ph", "stat", "cmp-lg"),
    )
)
_CLASSES = {
    "cs": (
        "AI AR CC CE CG CL CR CV CY DB DC DL DM DS ET FL GL GR GT HC IR IT LG LO MA MM MS NA NE NI OH OS"
        " PF PL RO SC SD SE SI SY"
    ),
    "stat": "AP CO ME ML OT TH",
    "eess": "AS IV SP",
}


def codes(printed: str) -> tuple[str, ...]:
    """The codes in a list of subjects: ``Machine Learning (cs.LG); Optimization (math.OC)``."""
    return tuple(dict.fromkeys(_IN_BRACKETS.findall(printed)))


def full_code(printed: str) -> str:
    """A subject class with its archive: ``LG`` is ``cs.LG``, ``ML`` is ``stat.ML``; a full code stays.

    Of a class that several archives have, computer science is meant, whose pages leave the archive out.
    """
    for archive, classes in _CLASSES.items():
        if printed in classes.split():
            return f"{archive}.{printed}"
    return printed
