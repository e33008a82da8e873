"""Who may ask, and what a page may do."""

import re
import subprocess
import sys

import httpx
import pytest

import onrecord
from onrecord.errors import RecordError
from onrecord.views.web.guard import POLICY
from onrecord.views.web.pages import PAGES
from web.serving import sample, served


@pytest.fixture(scope="module")
def open_to_rulings(tmp_path_factory):
    """A server that takes rulings, and its record."""
    story = sample(tmp_path_factory.mktemp("ruled"))
    with served(story) as address:
        yield address, story


ANYWHERE = "0.0.0.0"  # noqa: S104 - what is tested is that this needs a key


def secret_of(address):
    page = httpx.get(f"{address}/actors", params={"called": "brenn"}).text
    [actor] = re.findall(r'href="(/actors/a-\w+)">Aldous Brenn<', page)
    return re.search(r'name="secret" value="([^"]+)"', httpx.get(address + actor).text)[1], actor.rpartition("/")[2]


def test_a_server_answers_to_its_own_name_only(site):
    port = site.rpartition(":")[2]
    assert httpx.get(site, headers={"host": f"localhost:{port}"}).status_code == 200
    for name in ("evil.example", f"evil.example:{port}", "127.0.0.1.evil.example", "", "localhost.evil.example"):
        answer = httpx.get(site, headers={"host": name})
        assert answer.status_code in {400, 421}, name
        assert "Brenn" not in answer.text


def test_every_answer_forbids_what_we_did_not_serve(site):
    for path in ("/", "/nowhere", "/static/app.css", "/statements?format=json"):
        headers = httpx.get(site + path).headers
        assert headers["content-security-policy"] == POLICY
        assert headers["x-content-type-options"] == "nosniff"
    assert "unsafe" not in POLICY
    assert "http" not in POLICY


@pytest.mark.parametrize("path", [page.path for page in PAGES if "{" not in page.path and page.path != "/article"])
def test_no_page_has_scripts_styles_or_handlers_in_its_text(hostile_site, path):
    page = httpx.get(hostile_site + path).text
    assert not re.search(r"<script(?! src=\"/static/)", page)
    assert not re.search(r"<style|<[^>]*\s(?:style|on\w+)=", page)
    assert not re.search(r'(?:src|href)="(?!/|#|data:image/svg|https?://)', page)


def test_rulings_are_made_and_undone(open_to_rulings):
    address, story = open_to_rulings
    secret, actor = secret_of(address)
    form = {
        "secret": secret,
        "kind": "pin",
        "target": actor,
        "why": "ask him",
        "who": "lind",
        "back": f"/actors/{actor}",
    }
    answer = httpx.post(f"{address}/rule", data=form)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith(f"/actors/{actor}?ruled=u-")
    assert "pinned" in httpx.get(address + answer.headers["location"]).text
    with onrecord.open(story) as record:
        [ruling] = record.rulings()
        assert (ruling.who, ruling.why, [entry.id for entry in record.pinned()]) == ("lind", "ask him", [actor])
    undone = httpx.post(f"{address}/undo/{ruling.id}", data={"secret": secret, "back": "/rulings"})
    assert undone.status_code == 303
    with onrecord.open(story) as record:
        assert record.rulings() == []


def test_a_rejected_entry_is_gone_from_lists_and_comes_back(open_to_rulings):
    address, story = open_to_rulings
    secret, _ = secret_of(address)
    with onrecord.open(story) as record:
        wrong = record.events()[0].id
    httpx.post(f"{address}/rule", data={"secret": secret, "kind": "reject", "target": wrong})
    assert wrong not in httpx.get(f"{address}/timeline?format=csv").text
    assert "rejected" in httpx.get(f"{address}/entries/{wrong}").text.lower()
    with onrecord.open(story) as record:
        [ruling] = record.rulings()
    httpx.post(f"{address}/undo/{ruling.id}", data={"secret": secret})
    assert wrong in httpx.get(f"{address}/timeline?format=csv").text


def test_actors_are_merged_and_split(open_to_rulings):
    address, story = open_to_rulings
    secret, brenn = secret_of(address)
    merge = {"secret": secret, "kind": "merge", "target": brenn, "other": "Petra Quill", "why": "a test"}
    assert httpx.post(f"{address}/rule", data=merge).status_code == 303
    with onrecord.open(story) as record:
        assert [each.name for each in record.actors_called("Petra Quill")] == ["Aldous Brenn"]
        [ruling] = record.rulings()
    httpx.post(f"{address}/undo/{ruling.id}", data={"secret": secret})
    split = {"secret": secret, "kind": "split", "target": brenn}
    answer = httpx.post(f"{address}/rule", data=split)
    assert answer.status_code == 400
    assert "which part" in answer.text


def test_a_date_can_be_set(open_to_rulings):
    address, story = open_to_rulings
    secret, _ = secret_of(address)
    with onrecord.open(story) as record:
        undated = next(each for each in record.documents() if not each.published.ordered and not each.unread)
    form = {"secret": secret, "kind": "date", "target": undated.id, "value": "2031-03-08", "until": "2031-03-09"}
    assert httpx.post(f"{address}/rule", data=form).status_code == 303
    with onrecord.open(story) as record:
        assert record.document(undated.id).published.label() == "2031-03-08 to 2031-03-09"


@pytest.mark.parametrize(
    "forged",
    [
        {"data": {"secret": "guessed"}},
        {"data": {}},
        {"headers": {"origin": "http://evil.example"}},
        {"headers": {"sec-fetch-site": "cross-site"}},
    ],
)
def test_no_other_page_can_rule(open_to_rulings, forged):
    address, story = open_to_rulings
    secret, actor = secret_of(address)
    form = {"secret": secret, "kind": "reject", "target": actor}
    if "data" in forged:
        form = {name: value for name, value in form.items() if name != "secret"} | forged["data"]
    with onrecord.open(story) as record:
        before = record.rulings(undone=True)
    answer = httpx.post(f"{address}/rule", data=form, headers=forged.get("headers", {}))
    assert answer.status_code in {400, 403}
    with onrecord.open(story) as record:
        assert record.rulings(undone=True) == before


def test_a_form_leads_back_to_us_whatever_it_says(open_to_rulings):
    address, _ = open_to_rulings
    secret, actor = secret_of(address)
    for back in ("https://evil.example/", "//evil.example", "javascript:alert(1)", "\\\\evil.example"):
        form = {"secret": secret, "kind": "pin", "target": actor, "back": back}
        location = httpx.post(f"{address}/rule", data=form).headers["location"]
        assert re.match(r"/(?![/\\])", location), location
        httpx.post(f"{address}/undo/{location.rpartition('=')[2]}", data={"secret": secret})


def test_a_read_only_server_has_no_forms_and_takes_none(site):
    with_forms = httpx.get(f"{site}/actors").text
    assert 'method="post"' not in with_forms
    assert httpx.post(f"{site}/rule", data={"kind": "pin", "target": "x"}).status_code in {404, 405}


def test_elsewhere_than_on_this_machine_a_key_is_needed(story):
    with served(story, "--host", ANYWHERE, "--name", "desk.example") as address:
        base, _, key = address.partition("/?key=")
        port = base.rpartition(":")[2]
        own = f"http://127.0.0.1:{port}"
        assert len(key) > 20
        assert httpx.get(own).status_code == 401
        assert httpx.get(own, params={"key": "guessed"}).status_code == 401
        assert httpx.get(own, headers={"authorization": f"Bearer {key}"}).status_code == 200
        with httpx.Client(base_url=own) as client:
            moved = client.get("/", params={"key": key})
            assert moved.status_code == 303
            assert key not in moved.headers["location"]
            assert client.get("/").status_code == 200
        named = httpx.get(own, headers={"host": f"desk.example:{port}", "authorization": f"Bearer {key}"})
        assert named.status_code == 200


def test_a_port_that_is_taken_is_explained(site, story):
    port = site.rpartition(":")[2]
    command = [sys.executable, "-m", "onrecord", "serve", str(story), "--port", port]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "--port" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_no_record_no_server(tmp_path):
    with pytest.raises(RecordError):
        onrecord.open(tmp_path / "nothing.db")
