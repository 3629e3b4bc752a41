"""Which line of which template an error came from, told along with it, from one process to another too."""

from traceback import walk_tb

_NOTE = "In the template "
NOWHERE = ("", 0)


def note_place(error: BaseException) -> None:
    """Note with an error the innermost template that was at work, if there is one; the first note counts.

    Once Jinja has said where an error comes from, a frame is named after the file and has the line in it.
    """
    place = ""
    for frame, line in walk_tb(error.__traceback__):
        if template := frame.f_globals.get("__jinja_template__"):
            place = f"{template.name}:{template.get_corresponding_lineno(line)}"
        elif "__jinja_exception__" in frame.f_globals:
            place = f"{frame.f_code.co_filename}:{line}"
    if place and noted_place(error) == NOWHERE:
        error.add_note(_NOTE + place)


def noted_place(error: BaseException) -> tuple[str, int]:
    """The name of the template, or the file that it is in, and the line; NOWHERE if none is noted."""
    for note in getattr(error, "__notes__", ()):
        if note.startswith(_NOTE):
            name, _, line = note.removeprefix(_NOTE).rpartition(":")
            return name, int(line)
    return NOWHERE
