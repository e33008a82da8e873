"""What is known of one mention of an event when it is compared with others."""

import msgspec

from onrecord.interval import UNKNOWN, Interval


class EventMention(msgspec.Struct, frozen=True, kw_only=True):
    """A trigger in its sentence; `start` and `end` are its characters in the text of `document`, end exclusive.

    `sentence` are the characters of the sentence around it, `number` that sentence's place in the document, from 0.
    `type` is PLOVER's, `status` the reader's; both empty where the event is of no PLOVER type. `initiators` and
    `recipients` are ids that mean the same actor in every document. `days`: when it happened, as far as it is known.
    """

    document: str
    start: int
    end: int
    sentence: tuple[int, int]
    number: int = 0
    type: str = ""
    status: str = ""
    initiators: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    days: Interval = UNKNOWN
    place: str = ""

    @property
    def order(self) -> tuple[str, int, int, str]:
        """By document, then by place in it: makes results independent of the order of input."""
        return (self.document, self.start, self.end, self.type)
