"""The pages of the app, a module each: from a record and what an address asks for to what is shown."""

from typing import Any

from onrecord.views.web.pages import (
    actors,
    articles,
    brief,
    commitments,
    copies,
    disputes,
    entry,
    forecasts,
    labels,
    narratives,
    network,
    outlets,
    positions,
    roles,
    rulings,
    search,
    statements,
    stories,
    timeline,
)
from onrecord.views.web.view import Page

PAGES: tuple[Page[Any], ...] = tuple(
    page
    for module in (
        brief,
        timeline,
        actors,
        network,
        statements,
        commitments,
        disputes,
        positions,
        forecasts,
        roles,
        narratives,
        labels,
        copies,
        outlets,
        articles,
        stories,
        search,
        entry,
        rulings,
    )
    for page in module.PAGES
)
