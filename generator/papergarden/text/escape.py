"""The one place where hostile text is made harmless for Markdown and HTML.

Every ASCII character that means something to Markdown, to its usual extensions or to HTML is written as a
character reference, so that the same result can stand in a Markdown paragraph, a heading, a raw HTML block or
a quoted attribute and always reads as exactly the text that went in.
"""

import re
from typing import Any

_SPACE = re.compile(r"\s+")
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
    "|[\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0010fffe\U0010ffff]"
)
"""Control characters, halves of surrogate pairs and noncharacters: HTML has no way to write them."""

_SPECIAL = [(char, f"&#{ord(char)};") for char in "<>\"'\\`*_{}[]|~^=$!:@+"]
_ANY_SPECIAL = re.compile("[<>\"'\\\\`*_{}\\[\\]|~^=$!:@+&#]")
_SEEN = bytes(range(ord(" "), 127))
"""The printable characters of ASCII."""
LONG = 200
"""Characters from which on it takes longer to look at each of them."""
_IN_HTML = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&#34;"), ("'", "&#39;")]
_AT_THE_START = re.compile(r" ?(?:[%()\-./?;]|\d+[.)])")
"""What may begin a list or a block of an extension; its last character is written as a reference."""
_BARE_ADDRESS = re.compile(r"(www)\.", re.IGNORECASE)


def fold(text: str) -> str:
    """The text on one line: white space folded to single spaces, the unprintable replaced by U+FFFD."""
    if _is_one_line(text):
        return text.strip()  # nearly all texts: a space is the only white space that is printable
    text = " ".join(text.split())
    return text if text.isprintable() else _UNPRINTABLE.sub("\ufffd", text)


def fold_all(value: Any) -> Any:
    """The value with every text in it folded: in its lists and under its names, however deep."""
    match value:
        case str():
            return fold(value)
        case list():
            return [fold_all(item) for item in value]
        case dict():
            return {name: fold_all(item) for name, item in value.items()}
    return value


def markdown(text: str) -> str:
    """The text, literally, for any place in a Markdown document: heading, paragraph, raw HTML or attribute.

    White space is folded. Nothing in it can begin a list, a heading, a link, an element, a footnote or a
    block of any Markdown extension, wherever on a line it is put.
    """
    if text.isalnum() and text.isascii():
        return text
    return encode(text if _is_one_line(text) else _UNPRINTABLE.sub("\ufffd", _SPACE.sub(" ", text)))


def html(text: str) -> str:
    """The text on one line, literally, for HTML that no Markdown passes: elements and quoted attributes."""
    text = fold(text)
    for char, reference in _IN_HTML:
        if char in text:
            text = text.replace(char, reference)
    return text


def _is_one_line(text: str) -> bool:
    """Whether every character can be seen and no space follows another."""
    rest = text if len(text) < LONG else _beyond_ascii(text)
    return rest.isprintable() and "  " not in text


def _beyond_ascii(text: str) -> str:
    """The characters of a text that are not printable ones of ASCII."""
    return text.encode(errors="surrogatepass").translate(None, _SEEN).decode(errors="surrogatepass")


def encode(text: str) -> str:
    """Like ``markdown`` for text that is already on one line."""
    head = ""
    if not text[:1].isalpha() and (start := _AT_THE_START.match(text)):
        cut = start.end()
        head, text = f"{text[: cut - 1]}&#{ord(text[cut - 1])};", text[cut:]
    if len(text) > LONG or _ANY_SPECIAL.search(text):
        if "&" in text or "#" in text:
            text = "&#38;".join([part.replace("#", "&#35;") for part in text.split("&")])
        for char, reference in _SPECIAL:
            if char in text:
                text = text.replace(char, reference)
    if "." in text and "www." in text.lower():
        text = _BARE_ADDRESS.sub(r"\1&#46;", text)
    return head + text


def web_address(url: str) -> str:
    """The address if a page may link to it (``http`` or ``https``, no spaces), else ``""``."""
    if not url[:8].lower().startswith(("http://", "https://")):
        return ""
    if url.isascii():  # nearly all
        return url if url.isprintable() and " " not in url else ""
    return "" if re.search(r"[\s\x00-\x20\x7f-\x9f]", url) or _UNPRINTABLE.search(url) else url
