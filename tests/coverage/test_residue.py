from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.coverage.document import ResidueKind
from onrecord.coverage.residue import Marked, mark_certain, mark_residue

PAGES = Path(__file__).parent / "pages"

# Share of the residue lines of `pages` that are found, and of these the share of the right kind. Only ever raised.
RECALL_FLOOR = 0.96
KIND_FLOOR = 0.78

SENTENCE = "The minister said on Monday that the bridge would stay closed until the inquiry had reported."


def labelled(page: Path) -> list[tuple[str, str]]:
    return [tuple(row.split("\t", 1)) for row in page.read_text().splitlines()]


def labels_of(text: str, marked: Marked) -> list[str]:
    """What each line was taken for: a kind of residue, `body`, or `mixed`."""
    labels, at = [], 0
    for line in text.split("\n"):
        kinds = {residue.kind.value for residue in marked.residue if at <= residue.span.start < at + len(line)}
        kinds |= {"body" for span in marked.body if span.start < at + len(line) and at < span.end}
        labels.append(kinds.pop() if len(kinds) == 1 else "mixed")
        at += len(line) + 1
    return labels


def residue_of(text: str, **options: object) -> list[tuple[str, str]]:
    return [(residue.kind.value, residue.span.of(text)) for residue in mark_residue(text, **options).residue]


def body_of(text: str, **options: object) -> str:
    return "\n".join(span.of(text) for span in mark_residue(text, **options).body)


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.tsv")), ids=lambda page: page.stem)
def test_no_sentence_of_an_article_is_lost(page):
    rows = labelled(page)
    text = "\n".join(line for _, line in rows)
    found = labels_of(text, mark_residue(text))
    assert [line for (kind, line), label in zip(rows, found, strict=True) if kind == "body" and label != "body"] == []


def test_residue_of_very_different_sites_is_found():
    counts = Counter()
    for page in sorted(PAGES.glob("*.tsv")):
        rows = labelled(page)
        text = "\n".join(line for _, line in rows)
        for (kind, _), label in zip(rows, labels_of(text, mark_residue(text)), strict=True):
            if kind != "body":
                counts["residue"] += 1
                counts["found"] += label != "body"
                counts["of its kind"] += label == kind
    assert counts["found"] >= RECALL_FLOOR * counts["residue"]
    assert counts["of its kind"] >= KIND_FLOOR * counts["found"]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Clashing Hopes for the Bridge", id="subhead"),
        pytest.param("What happens next?", id="subhead-that-asks"),
        pytest.param("The Latest Offer", id="subhead-with-a-word-of-the-page"),
        pytest.param("He declined to comment.", id="declined-to-comment"),
        pytest.param("She would not comment for this story.", id="about-this-story"),
        pytest.param("“Read my letter,” he said.", id="quoted-imperative"),
        pytest.param("The ministry deleted the post from its website.", id="about-the-web"),
        pytest.param("Share prices fell.", id="share-is-a-noun"),
        pytest.param("— Ora Lind, minister", id="signature"),
    ],
)
def test_lines_of_articles_stay(line):
    assert residue_of(f"{SENTENCE}\n{line}\n{SENTENCE}") == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("ADVERTISEMENT", "advertisement", id="advertisement"),
        pytest.param("READ MORE: Ferry captain honoured", "teaser", id="heading-and-colon"),
        pytest.param("Sign up for our newsletter", "advertisement", id="newsletter"),
        pytest.param("Share this article", "share", id="share"),
        pytest.param(
            "We use cookies on this website. Accept our privacy policy to continue.", "boilerplate", id="cookies"
        ),
        pytest.param("* * *", "boilerplate", id="no-words"),
    ],
)
def test_residue_between_paragraphs_is_found(line, kind):
    assert residue_of(f"{SENTENCE}\n{line}\n{SENTENCE}") == [(kind, line)]


def test_lines_of_a_wrapped_text_are_no_lines():
    paragraph = (
        "The minister said on Monday that\nthe bridge would stay closed to\nread the river and then\nshare the results."
    )
    text = f"Bridge to stay closed\n\n{paragraph}\n\n{paragraph}\n\nShare this article\n"
    assert residue_of(text) == [("headline", "Bridge to stay closed"), ("share", "Share this article")]


def test_the_headline_after_a_teasers_heading_belongs_to_it():
    text = f"{SENTENCE}\nRelated\nFerry captain honoured for bravery\n{SENTENCE}"
    assert [kind for kind, _ in residue_of(text)] == ["teaser", "teaser"]


def test_residue_scraped_onto_the_end_of_the_only_line_is_cut_off():
    text = f"Bridge to stay closed\n\n{SENTENCE} {SENTENCE} Related links: • Link 1 • Link 2"
    assert [line for _, line in residue_of(text)] == ["Bridge to stay closed", "Related links: • Link 1 • Link 2"]
    assert body_of(text) == f"{SENTENCE} {SENTENCE}"


def test_a_question_that_leads_to_the_comments_is_residue():
    prompt = "Will the bridge ever open? Tell us what you think in the comments below!"
    assert ("comments", prompt) in residue_of(f"{SENTENCE}\n{prompt}")


def test_a_headline_and_its_repetition_are_headlines():
    text = f"Bridge to stay closed all summer\nBy Ana Ruiz\nBridge to stay closed all summer\n{SENTENCE}"
    assert [kind for kind, _ in residue_of(text)] == ["headline", "byline", "headline"]


def test_the_headline_is_found_under_masthead_and_menu():
    text = f"THE SARN LANTERN\nHome  News  Sport  Weather\nBridge to stay closed all summer\n{SENTENCE}"
    assert ("headline", "Bridge to stay closed all summer") in residue_of(text)


def test_a_slug_above_the_reading_time_belongs_to_the_byline_block():
    text = f"Bridge to stay closed all summer\nLantern Desk\n4 min read\n{SENTENCE}"
    assert [kind for kind, _ in residue_of(text)] == ["headline", "byline", "byline"]


def test_a_note_on_the_author_is_a_byline():
    text = f"Bridge to stay closed all summer\nBy Ana Ruiz\n{SENTENCE}\nAna Ruiz is our correspondent in the valley."
    assert residue_of(text)[-1][0] == "byline"


def test_a_line_that_other_articles_have_is_residue_where_residue_stands():
    slogan = "Independent since 1901"
    assert ("advertisement", slogan) not in residue_of(f"{SENTENCE}\n{slogan}")
    assert slogan in [line for _, line in residue_of(f"{SENTENCE}\n{slogan}", repeated=frozenset({slogan.casefold()}))]


def test_a_clean_text_keeps_its_first_line_unless_it_is_the_title():
    text = f"Bridge to stay closed\n{SENTENCE}"
    assert mark_certain(text).residue == ()
    assert [residue.kind for residue in mark_certain(text, title="Bridge to Stay Closed").residue] == [
        ResidueKind.HEADLINE
    ]


fragments = [
    *[
        "share",
        "this",
        "article",
        "The",
        "minister",
        "said.",
        "By",
        "Ana",
        "Ruiz",
        "Comments",
        "Read",
        "more:",
        "4",
        "March",
    ],
    *["2031", "“yes”", "»", "|", "•", "?", "…", "\n", "\r\n", "\u2028", "\x00", "😀", " ", "\t"],
]
pages = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(fragments), max_size=60).map(" ".join))


@given(text=pages, title=st.none() | st.text(max_size=20))
def test_body_and_residue_are_sorted_disjoint_and_hold_all_that_is_not_white_space(text, title):
    for marked in (mark_residue(text, title=title), mark_certain(text, title=title)):
        spans = sorted([*marked.body, *(residue.span for residue in marked.residue)])
        assert list(marked.body) == sorted(marked.body)
        assert list(marked.residue) == sorted(marked.residue, key=lambda residue: residue.span)
        assert all(before.end <= after.start for before, after in pairwise(spans))
        assert all(span.of(text).strip() == span.of(text) for span in spans)
        covered = {at for span in spans for at in range(span.start, span.end)}
        assert {at for at, character in enumerate(text) if not character.isspace()} <= covered
