"""The articles, and one of them with all that is told in it."""

from onrecord.record.copies.entry import COPIES
from onrecord.record.entries import DocumentEntry
from onrecord.record.record import Record
from onrecord.views.dossier import article as whole
from onrecord.views.listing import Column
from onrecord.views.marks import Told, times_marked
from onrecord.views.web.view import Asked, Listed, Page, View, chooser, counted, part_of

ARTICLES: tuple[Column[DocumentEntry], ...] = (
    Column("id", lambda each: each.id),
    Column("date", lambda each: each.published.label()),
    Column("basis", lambda each: each.published.basis),
    Column("outlet", lambda each: each.outlet or ""),
    Column("title", lambda each: each.title or ""),
    Column("byline", lambda each: each.byline or ""),
    Column("url", lambda each: each.url or ""),
    Column("language", lambda each: each.language),
    Column("statements", lambda each: each.statements),
    Column("unread", lambda each: each.unread),
)


class AskedArticles(Asked, frozen=True, kw_only=True):
    """What can be asked of articles."""

    outlet: str | None = None
    new: int | None = None


class AskedArticle(Asked, frozen=True, kw_only=True):
    """Which article."""

    id: str


def articles(record: Record, asked: AskedArticles) -> View:
    """One page of the articles."""
    every = [each for each in record.documents() if each.first_seen >= (asked.new or 0)]
    found = [each for each in every if asked.outlet in (None, each.outlet)]
    return View(
        template="articles.html.j2",
        title="Articles",
        context={"entries": part_of(found, asked), "unread": record.unread()},
        listed=Listed(lambda: found, ARTICLES),
        total=len(found),
        choosers=(chooser("outlet", "Outlet", asked.outlet, counted(each.outlet or "" for each in every)),),
    )


def article(record: Record, asked: AskedArticle) -> View:
    """One article as it was found, every character of it."""
    document = record.document(asked.id)
    told: list[Told] = [
        *record.statements(document=document.id),
        *record.events(document=document.id),
        *record.commitments(document=document.id),
    ]
    copies = [each for each in record.copies(document=document.id) if each.kind in COPIES and each.second]
    return View(
        template="article.html.j2",
        whole=record.reading(document.id) or document,
        title=document.title or "Untitled",
        context={
            "article": whole(record, document, told, also=times_marked(record.times(document.id))),
            "copied": copies,
        },
    )


PAGES = (Page("/articles", AskedArticles, articles), Page("/article", AskedArticle, article))
