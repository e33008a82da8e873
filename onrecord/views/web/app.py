"""The app: each page of `pages` at its address, drawn or as data, behind the guard."""

import time
from importlib.resources import files
from os import PathLike
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import ChoiceLoader, PackageLoader
from litestar import Litestar, MediaType, Request, Response, get
from litestar.datastructures import Cookie
from litestar.exceptions import HTTPException
from litestar.handlers import HTTPRouteHandler
from litestar.logging import LoggingConfig
from litestar.response import Redirect
from litestar.static_files import create_static_files_router

import onrecord
from onrecord.errors import OnRecordError, RecordError, RulingError
from onrecord.record.record import Record
from onrecord.views.dossier import story_name
from onrecord.views.listing import as_csv, as_json
from onrecord.views.rulings import pins
from onrecord.views.templating import TEMPLATES, environment
from onrecord.views.web.guard import Guard
from onrecord.views.web.links import Documents, Links
from onrecord.views.web.pages import PAGES
from onrecord.views.web.ruling import handlers
from onrecord.views.web.settings import Settings
from onrecord.views.web.view import ON_A_PAGE, Asked, Moved, Page, Shape, View
from onrecord.views.web.visit import COOKIE, Visit, visited

THEME_COOKIE = "onrecord-theme"
YEAR_S = 365 * 24 * 3600
Asking = Request[Any, Any, Any]
_FOLDERS = (("web", "static"), ("styles",))
_STATIC: list[str | Path | PathLike[Any]] = [Path(str(files("onrecord.views").joinpath(*each))) for each in _FOLDERS]
# What is told on a page is no bug.
_EXPECTED: set[int | type[Exception]] = {RecordError, RulingError, HTTPException, 400, 404, 405}
_STATUS: dict[type[Exception], int] = {RulingError: 400}
_TYPES = {Shape.CSV: "text/csv; charset=utf-8", Shape.JSON: MediaType.JSON}


def application(settings: Settings) -> Guard:
    """The app of one record."""
    drawing = Drawing(settings)
    static = create_static_files_router("/static", _STATIC)
    app = Litestar(
        route_handlers=[*(_handler(page, settings, drawing) for page in PAGES), *handlers(settings), static],
        exception_handlers={OnRecordError: drawing.trouble, HTTPException: drawing.trouble},
        openapi_config=None,
        logging_config=LoggingConfig(log_exceptions="always", disable_stack_trace=_EXPECTED),
    )
    return Guard(app, settings)


class Drawing:
    """Pages as HTML, and what all of them have around them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._environment = environment(ChoiceLoader([PackageLoader("onrecord.views.web"), TEMPLATES]))
        for name in self._environment.list_templates(extensions=["j2"]):  # compiled now, not while a visitor waits
            self._environment.get_template(name)

    def page(self, request: Asking, record: Record, view: View, asked: Asked, visit: Visit) -> str:
        """`view` as a whole page."""
        query = {name: value for name, value in request.query_params.items() if value}
        summary = record.summary()
        return self._environment.get_template(view.template).render(
            view.context,
            view=view,
            links=Links(request.url.path, query),
            documents=Documents(record),
            pins={pin.id for pin in pins(record)},
            frame=self._frame(request),
            counts=summary,
            story=record.stories()[0] if asked.story else None,
            page_number=asked.page,
            pages=-(-(view.total or 0) // ON_A_PAGE),
            visit=visit,
        )

    def trouble(self, request: Asking, error: Exception) -> Response[str]:
        """One clear page for what was asked wrongly, is not there or cannot be read."""
        status = error.status_code if isinstance(error, HTTPException) else _STATUS.get(type(error), 404)
        text = _told(error)
        drawn = self._environment.get_template("trouble.html.j2").render(
            links=Links(request.url.path, {}), frame=self._frame(request), status=status, text=text
        )
        return Response(drawn, media_type=MediaType.HTML, status_code=status)

    def _frame(self, request: Asking) -> dict[str, object]:
        theme = request.cookies.get(THEME_COOKIE, "")
        return {
            "name": story_name(self._settings.record),
            "writable": self._settings.writable,
            "who": self._settings.who,
            "secret": self._settings.secret,
            "theme": theme if theme in {"light", "dark"} else "",
            "version": onrecord.__version__,
        }


def _told(error: Exception) -> str:
    """What went wrong and what to do; not where, which is a path of this machine."""
    if isinstance(error, OnRecordError):
        return f"{error.what[:1].upper()}{error.what[1:]}. {error.hint}".strip()
    return error.detail if isinstance(error, HTTPException) else str(error)


def _handler(page: Page[Any], settings: Settings, drawing: Drawing) -> HTTPRouteHandler:
    """What answers at the address of `page`; its work is done beside the event loop."""

    def answer(request: Asking) -> Response[str] | Redirect:
        asked = _asked(page, request)
        with _opened(settings, asked) as record:
            found = page.show(record, asked)
            if isinstance(found, Moved):
                return Redirect(Links("", dict(request.query_params)).to(found.path, **found.query))
            if asked.format is not Shape.HTML:
                return _data(found, asked.format)
            visit = _visit(request, record)
            html = drawing.page(request, record, found, asked, visit)
        kept = Cookie(COOKIE, value=str(visit), max_age=YEAR_S, httponly=True, samesite="strict")
        return Response(html, media_type=MediaType.HTML, cookies=[kept])

    # A handler keeps its parameters' types at run time, so that a closure has to say them so.
    return get(page.path, name=page.path, sync_to_thread=True)(answer)


def _asked(page: Page[Any], request: Asking) -> Asked:
    """What the address asks for; a field of a form that was left empty asks nothing."""
    given = {name: value for name, value in request.query_params.items() if value} | request.path_params
    try:
        asked: Asked = msgspec.convert(given, page.asked, strict=False)
    except msgspec.ValidationError as error:
        raise HTTPException(status_code=400, detail=f"{request.url.path}: {error}") from error
    return asked


def _opened(settings: Settings, asked: Asked) -> Record:
    return Record.open(settings.record, story=asked.story)


def _visit(request: Asking, record: Record) -> Visit:
    newest = max((run.id for run in record.runs()), default=0)
    return visited(request.cookies.get(COOKIE, ""), newest=newest, now=int(time.time()))


def _data(view: View, shape: Shape) -> Response[str]:
    """The whole list of a page, or what else it is made of, for a spreadsheet or a program."""
    if view.listed is None and shape is Shape.JSON and view.whole is not None:
        text = msgspec.json.format(msgspec.json.encode(view.whole).decode(), indent=1) + "\n"
        return Response(text, media_type=_TYPES[shape])
    if view.listed is None:
        raise HTTPException(status_code=400, detail="This page is no list, and cannot be had in this form.")
    entries = view.listed.entries()
    text = "".join(as_csv(entries, view.listed.columns)) if shape is Shape.CSV else as_json(entries)
    name = view.title.lower().replace(" ", "-")
    headers = {"content-disposition": f'attachment; filename="{name}.{shape.value}"'}
    return Response(text, media_type=_TYPES[shape], headers=headers)
