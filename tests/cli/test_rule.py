import csv
import io
import json

import pytest


@pytest.fixture
def happening(invoke, talks):
    """The id of the meeting that the record of talks has."""
    (entry,) = json.loads(invoke("timeline", talks, "-f", "json").stdout)
    return entry["id"]


def ruling(ran):
    assert ran.exit_code == 0, ran.stderr
    (line,) = ran.stderr.splitlines()
    return line.split(":")[0]


def test_a_rejected_entry_is_out_of_the_lists_and_shown_as_such(invoke, talks, happening):
    identity = ruling(invoke("rule", "reject", talks, happening, "--why", "a rehearsal", "--who", "lind"))
    assert json.loads(invoke("timeline", talks, "-f", "json").stdout) == []
    assert json.loads(invoke("brief", talks, "-f", "json").stdout)["happenings"] == []
    first, *_ = invoke("show", talks, happening).stdout.splitlines()
    assert first.startswith("rejected by lind on ")
    assert first.endswith(f": a rehearsal ({identity})")
    assert [each["id"] for each in json.loads(invoke("show", talks, happening, "-f", "json").stdout)["rulings"]] == [
        identity
    ]
    assert ruling(invoke("rule", "undo", talks, identity)).startswith(f"{identity} taken back")
    assert len(json.loads(invoke("timeline", talks, "-f", "json").stdout)) == 1


def test_a_pinned_entry_comes_first_in_brief_and_dossier(invoke, talks, happening, tmp_path):
    ruling(invoke("rule", "pin", talks, happening, "--why", "<b>ask them</b>"))
    screen = invoke("brief", talks).stdout
    assert 0 < screen.index("Pinned") < screen.index("Main actors")
    assert "<b>ask them</b>" in screen
    invoke("dossier", talks, "-o", tmp_path / "talks.html")
    page = (tmp_path / "talks.html").read_text(encoding="utf-8")
    assert 0 < page.index('id="pinned"') < page.index('id="actors"')
    assert f'<a href="#{happening}">' in page
    assert "&lt;b&gt;ask them&lt;/b&gt;" in page
    assert page.count('<b class="pinned">pinned</b>') == 1


def test_the_dossier_says_how_many_entries_were_rejected(invoke, talks, happening, tmp_path):
    invoke("rule", "reject", talks, happening)
    invoke("dossier", talks, "-o", tmp_path / "talks.html")
    page = (tmp_path / "talks.html").read_text(encoding="utf-8")
    assert "1 entry that users of this record rejected is left out." in page
    assert happening not in page


def test_actors_are_merged_and_split_and_statements_follow(invoke, talks):
    line = invoke("rule", "merge", talks, "Ora Lind", "Tam Oskar").stderr
    assert "Ora Lind (person); Tam Oskar (person) are one: a-" in line
    assert [each["name"] for each in json.loads(invoke("actors", talks, "-f", "json").stdout)] == ["Ora Lind"]
    ran = invoke("rule", "split", talks, "Ora Lind", "--alias", "Tam Oskar")
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert ran.stderr.endswith("says otherwise; undo that first\n")
    assert ran.stderr.count("\n") == 1


def test_a_date_moves_the_document(invoke, talks):
    assert invoke("rule", "date", talks, "d.txt", "2031-03-01..2031-03-02").stderr.endswith(
        ": d: 2031-03-01 to 2031-03-02\n"
    )


def test_rulings_are_listed_exported_and_taken_over(invoke, talks, happening, tmp_path):
    other = tmp_path / "other.db"
    other.write_bytes(talks.read_bytes())
    ruling(invoke("rule", "reject", talks, happening, "--why", "=1+1"))
    assert happening not in invoke("rulings", talks).stdout
    assert "reject" in invoke("rulings", talks).stdout
    (entry,) = json.loads(invoke("rulings", talks, "-f", "json").stdout)
    assert (entry["kind"], entry["targets"], entry["why"]) == ("reject", [happening], "=1+1")
    assert invoke("rulings", talks, "-o", tmp_path / "r.csv").stderr == f"{tmp_path / 'r.csv'}: 1 ruling\n"
    text = (tmp_path / "r.csv").read_text(encoding="utf-8")
    assert text == invoke("rulings", talks, "-f", "csv").stdout
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["why"] == "'=1+1"
    with (tmp_path / "r.csv").open("a", encoding="utf-8") as file:
        file.write("reject,e-none,,,,,\nsing,x,,,,,\n")
    ran = invoke("rule", "import", other, tmp_path / "r.csv")
    assert ran.exit_code == 0
    taken, no_kind, nothing = ran.stderr.splitlines()
    assert taken.startswith(entry["id"])
    assert no_kind.startswith(f"{tmp_path / 'r.csv'}:4: 'sing' is no kind of ruling")
    assert nothing.startswith(f"{tmp_path / 'r.csv'}:3: no entry 'e-none'")
    assert json.loads(invoke("rulings", other, "-f", "json").stdout) == [entry]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["merge", "DB", "Ora Lind"], 2),
        (["split", "DB", "Ora Lind"], 2),
        (["merge", "DB", "Ora Lind", "Nobody"], 1),
        (["reject", "DB", "e-none"], 1),
        (["rename", "DB", "y-none", "Talks"], 1),
        (["undo", "DB", "u-none"], 1),
        (["date", "DB", "d", "yesterday"], 1),
        (["import", "DB", "none.csv"], 1),
        (["pin", "none.db", "e-none"], 1),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_what_cannot_be_ruled_is_told_in_one_line(invoke, talks, arguments, code):
    before = talks.read_bytes()
    ran = invoke("rule", *(talks if each == "DB" else each for each in arguments))
    assert (ran.exit_code, ran.stdout) == (code, "")
    if code == 1:
        assert ran.stderr.startswith("Error: ")
        assert ran.stderr.count("\n") == 1
    assert talks.read_bytes() == before
