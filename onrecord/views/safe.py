"""Text from coverage, made harmless for the surface that shows it."""

import re

# Escape sequences of ECMA-48: control strings (OSC, DCS, …) up to their terminator, CSI sequences, two-character ones.
_ESCAPE = re.compile(
    r"(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|\x1b[ -/]*[0-~]?"
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
# Characters that turn the reading direction: they can make a line on screen read other than it is stored.
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_DELETE = 0x7F
# What XML 1.0 cannot hold: one such character in a drawing, and Vega's renderer takes the process down.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def one_line(text: str) -> str:
    """`text` on one line for a terminal: no escape sequences, control characters or direction marks, single spaces."""
    return " ".join(_TURNING.sub("", _CONTROL.sub(" ", _ESCAPE.sub("", text))).split())


def drawn(text: str) -> str:
    """`text` for a drawing: as `one_line`, of nothing but what XML can hold."""
    return _NOT_XML.sub("\ufffd", one_line(text))


def cell(text: str) -> str:
    """`text` for a CSV cell: a leading `'` keeps spreadsheets from running it as a formula (OWASP, "CSV Injection")."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def visible(text: str) -> str:
    """`text` of the same length for HTML: controls other than white space become their Unicode pictures ("␛")."""
    return _CONTROL.sub(lambda found: "".join(map(_picture, found.group())), _TURNING.sub("\ufffd", text))


def _picture(control: str) -> str:
    code = ord(control)
    if control in "\t\n\r":
        return control
    if code > _DELETE:
        return "\ufffd"
    return "\u2421" if code == _DELETE else chr(0x2400 + code)
