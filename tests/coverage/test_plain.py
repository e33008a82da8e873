from datetime import date

import pytest

from onrecord.coverage.filenames import FileName, parse_filename
from onrecord.coverage.identity import canonical_url, document_id
from onrecord.coverage.language import language_of
from onrecord.coverage.repeated import repeated_lines
from onrecord.interval import Interval

BODY = "The minister said on Monday that the bridge would stay closed until the inquiry had reported.\n"


@pytest.mark.parametrize(
    ("name", "text", "published"),
    [
        pytest.param("a.txt", f"Bridge to stay closed\n4 March 2031\n{BODY}", ("byline", 4), id="date-line"),
        pytest.param("a.txt", f"Bridge to stay closed\nSARN, 4 March 2031 (Wire) — {BODY}", ("text", 4), id="dateline"),
        pytest.param(
            "2031-03-04_velm-echo_bridge.txt", f"Bridge to stay closed\n{BODY}", ("filename", 4), id="file-name"
        ),
        pytest.param(
            "2031-03-05_velm-echo_b.txt", f"Bridge closed\nMarch 4, 2031\n{BODY}", ("byline", 4), id="text-first"
        ),
    ],
)
def test_the_day_comes_with_its_basis(load_one, name, text, published):
    basis, day = published
    assert load_one(name, text).published == Interval.on(date(2031, 3, day), basis)


def test_a_day_of_change_is_only_an_upper_bound(load_one):
    document = load_one("a.txt", f"Bridge to stay closed\nUpdated 6 March 2031\n{BODY}")
    assert document.published == Interval(None, date(2031, 3, 6), "byline")


def test_an_outlet_is_not_guessed_from_the_text(load_one):
    document = load_one("a.txt", f"Bridge to stay closed\nWell-placed sources told The Lantern that it leaks.\n{BODY}")
    assert document.outlet is None
    assert document.published == Interval()


def test_title_and_byline_come_from_the_head_of_the_text(load_one):
    document = load_one("a.md", f"# Bridge to stay closed\n\nby Ana Ruiz Senior News Editor\n\n{BODY}")
    assert (document.title, document.byline) == ("Bridge to stay closed", "Ana Ruiz")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2031-03-04_meridian-wire_talks-fail.txt", FileName("Meridian Wire", date(2031, 3, 4))),
        ("20310304 talks.txt", FileName(None, date(2031, 3, 4))),
        ("2031-02-30_meridian-wire_talks.txt", FileName(None, None)),
        ("meridian-wire-talks-fail.txt", FileName(None, None)),
        ("2031-03-04_talks.txt", FileName(None, date(2031, 3, 4))),
    ],
)
def test_file_names(tmp_path, name, expected):
    assert parse_filename(tmp_path / name) == expected


def test_an_id_follows_address_or_outlet_and_text():
    assert document_id("a", url="https://x.example/a?utm_source=b#top") == document_id("a", url="https://x.example/a/")
    assert document_id("a", outlet="Velm  Echo") == document_id("a", outlet="velm echo")
    ids = {
        document_id("a"),
        document_id("b"),
        document_id("a", outlet="Velm Echo"),
        document_id("a", url="https://x.example/"),
    }
    assert len(ids) == 4


def test_what_is_no_address_is_kept():
    assert canonical_url("http://[x") == "http://[x"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "en"),
        ("Le ministre a déclaré lundi que le pont resterait fermé jusqu’à la fin de l’enquête.", "fr"),
        ("Министр заявил в понедельник, что мост останется закрытым.", "ru"),
        ("No comment.", "und"),
        ("2031 — 14", "und"),
    ],
)
def test_languages(text, language):
    assert language_of(text) == language


def test_another_language_is_kept_and_not_read(load_one):
    document = load_one(
        "pont.txt", "Le ministre a déclaré lundi que le pont resterait fermé jusqu’à la fin de l’enquête.\n" * 3
    )
    assert document.unread == "language fr is not supported"


def test_lines_of_three_articles_are_repeated():
    texts = [
        f"{'A long first line of its own that nobody shares ' * 4}{number}\nVelm Echo Online\n" for number in range(3)
    ]
    assert repeated_lines(texts) == {"velm echo online"}
    assert repeated_lines(texts[:2]) == frozenset()


def test_a_republication_does_not_make_its_sentences_residue():
    story = f"{BODY * 3}“It will stay shut.”\n".replace("\n", " ", 2)
    assert repeated_lines([f"Velm Echo\n{story}", f"Sarn Lantern\n{story}", f"Port Post\n{story}"]) == frozenset()
