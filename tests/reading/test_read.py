"""The reading stage as a whole, with the model that ships."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.coverage.document import Document
from onrecord.reading.reader import read
from onrecord.reading.schema import Reading
from onrecord.spans import Span

ARTICLE = """Lind warns Ostmark over strait

Foreign Minister Ora Lind said on Tuesday that Ostmark "must withdraw its ships" by Friday.
"We will not wait any longer," she told reporters. "The strait is open to all."

Ostmark's ambassador, Tomas Vane, denied that any ships had crossed the line.
According to two officials briefed on the talks, the president is considering new tariffs.
"""


def document(text: str, identity: str = "d") -> Document:
    return Document(id=identity, text=text, sha256="", origin="test", body=(Span(0, len(text)),) if text else ())


def reading(text: str) -> Reading:
    return next(read([document(text)]))


def texts(read_in: Reading, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(read_in.text) for span in spans]


def all_spans(r: Reading) -> list[Span]:
    spans = [*r.body, *r.sentences]
    spans += [s for m in r.mentions for s in (m.span, m.head)]
    spans += [s for a in r.actors for s in (t.span for t in a.titles)]
    spans += [time.span for time in r.times] + [event.trigger for event in r.events] + [each.span for each in r.labels]
    return spans + [s for x in r.all_statements for s in (*x.source, *x.cue, *x.content, *x.hedges)]


@pytest.fixture(scope="module")
def article() -> Reading:
    return reading(ARTICLE)


def test_an_indirect_statement_has_source_cue_and_content(article: Reading) -> None:
    said = [s for s in article.statements if "Foreign Minister Ora Lind" in texts(article, s.source)]
    assert texts(article, said[0].cue)[0].startswith("said")
    assert "must withdraw its ships" in texts(article, said[0].content)[0]
    assert said[0].form == "mixed"


def test_a_quotation_of_two_sentences_is_one_statement(article: Reading) -> None:
    quoted = [s for s in article.statements if any("not wait any longer" in t for t in texts(article, s.content))]
    assert len(quoted) == 1
    assert any("The strait is open" in t for t in texts(article, quoted[0].content))
    assert quoted[0].form == "direct"


def test_a_pronoun_is_resolved_to_the_person_it_stands_for(article: Reading) -> None:
    by_id = {a.id: a.name for a in article.actors}
    she = next(s for s in article.statements if texts(article, s.source) == ["she"])
    assert she.speaker is not None
    assert by_id[she.speaker] == "Ora Lind"


def test_sources_are_classed_by_what_the_outlet_tells_of_them(article: Reading) -> None:
    classes = {" ".join(texts(article, s.source)): s.sourcing for s in article.statements}
    assert classes["Foreign Minister Ora Lind"] == "named"
    assert classes["two officials briefed on the talks"] == "unnamed"


def test_a_denial_is_a_denial(article: Reading) -> None:
    acts = [s.act for s in article.statements if any("denied" in t for t in texts(article, s.cue))]
    assert acts == ["deny"]


def test_a_reading_does_not_depend_on_the_documents_read_with_it(article: Reading) -> None:
    others = [document("The minister said: no. " * n, f"o{n}") for n in (1, 7, 80)]
    together = list(read([others[0], document(ARTICLE), *others[1:]]))
    assert together[1] == article


def test_what_is_marked_unread_gives_an_empty_reading() -> None:
    text = "Der Minister sagte, er werde gehen."
    unread = msgspec.structs.replace(document(text), unread="language de is not supported")
    (empty,) = read([unread])
    assert empty.unread == "language de is not supported"
    assert empty.text == text
    assert empty.statements == ()


def test_json_gives_back_the_same_reading(article: Reading) -> None:
    assert msgspec.json.decode(msgspec.json.encode(article), type=Reading) == article


@settings(max_examples=60)
@given(st.text(max_size=400) | st.lists(st.sampled_from(ARTICLE.split()), max_size=60).map(" ".join))
def test_reading_never_raises_and_its_spans_lie_in_the_text(text: str) -> None:
    result = reading(text)
    for span in all_spans(result):
        assert span.of(text).strip() == span.of(text) or span in result.body
    actors = {a.id for a in result.actors}
    assert {m.actor for m in result.mentions} <= actors
    assert {s.speaker for s in result.all_statements if s.speaker} <= actors
    assert {actor for e in result.events for actor in (*e.initiators, *e.recipients)} <= actors
    assert {each.target for each in result.labels} <= actors
    assert {r.within for r in result.relayed} | {e.statement for e in result.events if e.statement is not None} <= set(
        range(len(result.statements))
    )


def test_a_text_of_a_million_characters_is_read() -> None:
    text = (ARTICLE * 30 + "\n") * 60
    result = reading(text[:1_000_000])
    assert len(result.statements) > 3000


def test_a_text_of_nothing_but_blanks_or_marks_has_nothing_in_it() -> None:
    for text in (" ", "\n\n\n", "— — —", "…", "\u200b"):
        result = reading(text)
        assert (result.statements, result.times, result.events, result.labels) == ((), (), (), ())
