import itertools
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.coverage import Document, Unread, load

ARTICLE = (
    "Bridge to stay closed all summer\nBy Ana Ruiz\n4 March 2031\n\n"
    "The minister said on Monday that the bridge would stay closed until the inquiry had reported.\n"
    "“Nobody has told us why,” said Ora Lind, who runs the ferry.\n"
)


def test_a_missing_path_is_named_and_the_rest_is_loaded(tmp_path):
    (tmp_path / "there.txt").write_text(ARTICLE)
    missing, there = load([tmp_path / "gone.txt", str(tmp_path / "there.txt")])
    assert missing == Unread(str(tmp_path / "gone.txt"), "there is no such file or folder")
    assert isinstance(there, Document)


def test_a_folder_is_read_in_order_without_hidden_files(tmp_path):
    for name in ("b.txt", "a/z.md", "a/.hidden.txt", ".git/c.txt", "notes.docx", "a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(ARTICLE)
    assert [Path(item.origin).relative_to(tmp_path).as_posix() for item in load([tmp_path])] == [
        "a.txt",
        "b.txt",
        "notes.docx",
        "a/z.md",
    ]


def test_a_file_of_another_kind_is_unread_with_the_kinds_that_are_read(load_one):
    unread = load_one("talks.docx", b"PK")
    assert unread.reason.startswith(".docx files are not read (read: .htm, .html,")


def test_an_empty_folder_is_said_to_be_empty(tmp_path):
    assert [item.reason for item in load([tmp_path])] == ["the folder is empty"]


def test_the_same_path_twice_is_one_document(tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE)
    assert len(list(load([tmp_path / "a.txt", tmp_path, str(tmp_path / "a.txt")]))) == 1


def test_the_same_file_under_two_names_has_one_id_and_two_origins(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(ARTICLE)
    first, second = load([tmp_path])
    assert first.id == second.id
    assert first.origin != second.origin


def test_the_same_text_from_another_outlet_is_another_document(tmp_path):
    for outlet in ("sarn-lantern", "velm-echo"):
        (tmp_path / f"2031-03-04_{outlet}_bridge.txt").write_text(ARTICLE)
    first, second = load([tmp_path])
    assert (first.outlet, second.outlet) == ("Sarn Lantern", "Velm Echo")
    assert first.id != second.id


def test_documents_do_not_depend_on_the_order_of_input(tmp_path):
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"{ARTICLE}{'The vote is on day ' * 9}{number}.\nVelm Echo Online\n")
    paths = sorted(tmp_path.iterdir())
    expected = {document.origin: document for document in load(paths)}
    for order in itertools.permutations(paths):
        assert {document.origin: document for document in load(order)} == expected


@pytest.mark.parametrize("ending", ["txt", "md", "html", "jsonl"])
@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(b"%PDF-1.7 \xff\xfe\x00", "binary", id="pdf"),
        pytest.param(bytes(range(32)) * 50, "binary", id="control-characters"),
    ],
)
def test_what_is_no_text_is_unread(load_one, ending, content, reason):
    unread = load_one(f"talks.{ending}", content)
    assert isinstance(unread, Unread)
    assert reason in unread.reason


def test_a_text_without_words_is_empty(load_one):
    assert load_one("talks.txt", " \n\t\n").reason == "is empty"


def test_a_file_that_must_not_be_read_is_unread(tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text(ARTICLE)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert [item.reason for item in load([path])] == ["cannot be read: permission denied"]


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert [item.reason for item in load([tmp_path])] == ["is neither a file nor a folder"]


def test_a_file_over_the_limit_is_unread(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(30_000_000)
    assert [item.reason for item in load([path])] == [
        "is larger than 20 MB, too large for one article. Split it, or use JSONL"
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(load_one, encoding):
    document = load_one("talks.txt", ARTICLE.encode(encoding))
    assert document.text == ARTICLE


def test_a_text_of_a_million_characters_is_read(load_one):
    text = "Bridge to stay closed\n" + "The minister said that the bridge would stay closed. " * 20_000
    document = load_one("long.txt", text)
    assert len(document.text) > 1_000_000
    assert document.language == "en"
    assert len(document.body) == 1


def test_control_characters_and_emoji_keep_their_places(load_one):
    document = load_one(
        "talks.txt", "Bridge 😀 closed all summer\n\nThe minister\x0b said\x07 “no” to the plan on Monday \x00night.\n"
    )
    assert document.text.index("😀") == 7
    assert document.text.endswith("\ufffdnight.\n")
    assert document.body[0].of(document.text).startswith("The minister")


def test_line_ends_are_kept_as_they_are(load_one):
    assert load_one("talks.txt", ARTICLE.replace("\n", "\r\n")).text == ARTICLE.replace("\n", "\r\n")


fragments = [
    *[
        b"<p>",
        b"</p>",
        b"<html>",
        b"<!--",
        b"<div hidden>",
        b"<script>",
        b"<svg>",
        b"<title>",
        b"<?xml?>",
        b"]]>",
        b"&#0;",
    ],
    *[b"<a href='http://[x'>", b'<meta charset="utf-7">', b'<link rel="canonical" href="http://[x">'],
    *[b'<script type="application/ld+json">{', b'{"text": "', b'"}', b'"id": 1, ', b"\\ud800"],
    *[b"\n", b"\xe9", b"\x00", b"The minister said. "],
]
bytes_of_pages = st.binary(max_size=400) | st.lists(st.sampled_from(fragments), max_size=40).map(b"".join)


@pytest.mark.parametrize("ending", ["txt", "md", "html", "jsonl"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(content=bytes_of_pages)
def test_loading_raises_on_no_content(tmp_path, ending, content):
    path = tmp_path / f"any.{ending}"
    path.write_bytes(content)
    for item in load([path]):
        if isinstance(item, Document):
            assert item.text.encode().decode() == item.text
            assert "\0" not in item.text
            assert all(span.of(item.text) for span in item.body)
            assert all(residue.span.of(item.text) for residue in item.residue)
