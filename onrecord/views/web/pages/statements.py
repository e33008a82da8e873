"""The ledger: who is said to have said what."""

from datetime import date

from onrecord.reading.schema import Act, Form, Sourcing
from onrecord.record.filters import StatementFilters
from onrecord.record.record import Record
from onrecord.views import wording
from onrecord.views.listing import STATEMENTS
from onrecord.views.quotes import quote
from onrecord.views.web.view import ON_A_PAGE, Asked, Chooser, Listed, Page, View, chooser, total_of


class AskedStatements(Asked, frozen=True, kw_only=True):
    """What can be asked of the ledger."""

    speaker: str | None = None
    sourcing: Sourcing | None = None
    act: Act | None = None
    form: Form | None = None
    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    text: str | None = None
    new: int | None = None

    @property
    def filters(self) -> StatementFilters:
        """As the record takes it."""
        return StatementFilters(
            speaker=self.speaker, sourcing=self.sourcing, act=self.act, form=self.form, outlet=self.outlet,
            since=self.since, until=self.until, text=self.text, first_seen=self.new,
        )  # fmt: skip


def statements(record: Record, asked: AskedStatements) -> View:
    """One page of the statements that are asked for."""
    found = record.statements(**asked.filters, limit=ON_A_PAGE, offset=asked.offset)
    return View(
        template="statements.html.j2",
        title="Statements",
        context={"quotes": [quote(record, each) for each in found], "asked": asked},
        listed=Listed(lambda: record.statements(**asked.filters), STATEMENTS),
        total=total_of(record.count_statements(**asked.filters)),
        choosers=_choosers(record, asked),
    )


def _choosers(record: Record, asked: AskedStatements) -> tuple[Chooser, ...]:
    """What can be chosen: each facet counts what all the others leave."""
    filters = asked.filters
    return (
        chooser("speaker", "Speaker", asked.speaker, record.count_statements("speaker", **filters | {"speaker": None})),
        chooser(
            "sourcing",
            "On whose word",
            asked.sourcing,
            record.count_statements("sourcing", **filters | {"sourcing": None}),
            wording.SOURCING,
        ),
        chooser("act", "Act", asked.act, record.count_statements("act", **filters | {"act": None}), wording.ACT),
        chooser("outlet", "Outlet", asked.outlet, record.count_statements("outlet", **filters | {"outlet": None})),
        chooser("form", "Form", asked.form, record.count_statements("form", **filters | {"form": None}), wording.FORM),
    )


PAGES = (Page("/statements", AskedStatements, statements),)
