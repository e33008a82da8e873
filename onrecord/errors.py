"""What OnRecord raises on purpose; anything else is a bug.

OnRecordError
├── CoverageError    something we were asked to read
├── SpanError        evidence that does not lie in its text; also a ValueError, so that msgspec adds the JSON path
├── DateError        a date or interval that is none; also a ValueError
├── ModelError       the model file
├── RecordError      the record file
├── RulingError      something that a user rules and that names nothing, or contradicts what stands
└── OutputError      a file or stream that we were asked to write
"""


class OnRecordError(Exception):
    """What went wrong, where, and what to do about it, kept apart so that each surface can show them its own way."""

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.what, self.where, self.hint = what, where, hint

    def __str__(self) -> str:
        """One line: `where: what. hint`."""
        located = f"{self.where}: {self.what}" if self.where else self.what
        return f"{located}. {self.hint}" if self.hint else located


class CoverageError(OnRecordError):
    """Something that we were asked to read and cannot."""


class SpanError(OnRecordError, ValueError):
    """A span that is empty, reversed, or does not lie in its text."""


class DateError(OnRecordError, ValueError):
    """A date or interval that is none."""


class ModelError(OnRecordError):
    """The model file is missing, corrupt or of another schema."""


class RecordError(OnRecordError):
    """The record file cannot be opened, read or written."""


class RulingError(OnRecordError):
    """A ruling that names nothing in the record, or contradicts another one."""


class OutputError(OnRecordError):
    """A file or stream that we were asked to write and cannot."""
