"""What matters now, and what is new since the last visit."""

from onrecord.record.record import Record
from onrecord.views.brief import brief as told
from onrecord.views.web.view import Asked, Page, View


class AskedBrief(Asked, frozen=True, kw_only=True):
    """`new`: what that build or a later one brought."""

    new: int | None = None


def brief(record: Record, asked: AskedBrief) -> View:
    """The story on one screen."""
    shown = told(record, first_run=asked.new or 0)
    return View(template="brief.html.j2", title="Brief", context={"brief": shown}, whole=shown)


PAGES = (Page("/", AskedBrief, brief),)
