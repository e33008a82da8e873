"""The stories that the coverage is about."""

from onrecord.record.record import Record
from onrecord.views.stories import STORIES
from onrecord.views.web.view import Asked, Listed, Page, View, part_of


def stories(record: Record, asked: Asked) -> View:
    """One page of the stories."""
    found = record.stories()
    return View(
        template="stories.html.j2",
        title="Stories",
        context={"entries": part_of(found, asked)},
        listed=Listed(lambda: found, STORIES),
        total=len(found),
    )


PAGES = (Page("/stories", Asked, stories),)
