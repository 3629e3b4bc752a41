"""Faults of a build that are nobody's bug, in words for whoever can mend them."""

from errno import EACCES, EDQUOT, EEXIST, EFBIG, ENOSPC, ENOTDIR, EPERM, EROFS
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError

OF_THE_DISK = {EACCES, EDQUOT, EEXIST, EFBIG, ENOSPC, ENOTDIR, EPERM, EROFS}


def told(error: BaseException, templates: Path) -> str:
    """Where and what it is, and what to do; "" for all that may be a bug of ours.

    Args:
        error: what ended the build.
        templates: the folder where the project's own templates are.

    """
    if isinstance(error, TemplateError):
        place = str(templates)
        if isinstance(error, TemplateSyntaxError):
            place = f"{error.filename or templates / (error.name or '')}:{error.lineno}"
        words = (error.message or "").rstrip(".")
        return f"{place}: {words}. Mend this template, or remove it to have ours."
    if isinstance(error, OSError) and error.errno in OF_THE_DISK:
        return f"The build cannot go on: {error}. Make room, or give leave to read and write there."
    return ""
