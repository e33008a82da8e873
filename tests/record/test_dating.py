from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.interval import UNKNOWN, Interval
from onrecord.reading.timex.calendar import Rule, Toward, days_of, resolve
from onrecord.record.dating.anchors import Anchor, bounds_by
from onrecord.record.dating.backwards import published_if
from onrecord.record.dating.bounds import Bound, Place, meet
from onrecord.record.dating.copies import Article, bounds_from
from onrecord.record.dating.inference import inferred
from onrecord.record.dating.passages import Body, shared_passages
from onrecord.spans import Span
from record.story import document
from record.timing import reading_of


def dated(text):
    """Earliest and latest day that follow from `text`, as ISO days; None where nothing does."""
    dating = inferred(reading_of(document(text)))
    if dating is None:
        return None
    return tuple(str(day) if day else None for day in (dating.published.earliest, dating.published.latest))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It is the first retreat since taking office in January 2031.", ("2031-01-01", None), id="since"),
        pytest.param("The treaty was signed in Vasht on March 4, 2031.", ("2031-03-04", None), id="past"),
        pytest.param("The treaty was signed on Tuesday, March 4, 2031.", ("2031-03-04", None), id="past, weekday"),
        pytest.param("In 2030 Brenn won the election.", ("2030-01-01", None), id="first in its sentence"),
        pytest.param("During the 2030 campaign, Brenn claimed he would end it.", ("2030-01-01", None), id="during"),
        pytest.param("Few remember the 2029 massacre.", ("2029-01-01", None), id="what nobody schedules"),
        pytest.param("Ilmeria will vote on November 8, 2031.", (None, "2031-11-08"), id="to come"),
        pytest.param("Output will be cut by 2035.", (None, "2035-12-31"), id="deadline"),
        pytest.param("Lind left in 2030. Ilmeria will vote in 2032.", ("2030-01-01", "2032-12-31"), id="both"),
        pytest.param("Lind left in 2028. Brenn left in 2030.", ("2030-01-01", None), id="the later past decides"),
        pytest.param("The talks open today, March 4, 2031.", ("2031-03-04", "2031-03-04"), id="today"),
        pytest.param("Exports fell last month (March 2031).", ("2031-04-01", "2031-04-30"), id="last month"),
        pytest.param("It will host next year's 2032 games.", ("2031-01-01", "2031-12-31"), id="next year"),
        pytest.param("Not so a year ago, when Lind won in 2030.", ("2030-07-02", "2032-07-01"), id="years ago"),
        pytest.param(
            "Lind left in June 2030. Envoys met on Tuesday, March 4. Ilmeria will vote in 2034.",
            ("2031-03-04", "2032-03-03"),
            id="weekday and day, past, the year between",
        ),
    ],
)
def test_what_the_text_says_of_its_date(text, expected):
    assert dated(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The 2036 race drew few.", id="part of a name"),
        pytest.param("Growth was forecast at two percent in 2036.", id="forecast"),
        pytest.param("Lind said she would leave in 2036.", id="would"),
        pytest.param("He was contracted at the club until 2036.", id="until"),
        pytest.param("Sales this year, 2036 being far off, fell.", id="no aside"),
        pytest.param("Envoys met on Tuesday, March 4.", id="no year at all"),
        pytest.param("The strait stays shut.", id="no time"),
        pytest.param("", id="nothing"),
        pytest.param("Lind left in 2034. Ilmeria will vote in 2032.", id="contradiction"),
    ],
)
def test_no_evidence_no_date(text):
    assert dated(text) is None


def test_what_surrounds_the_article_dates_nothing():
    made = reading_of(document("Brenn met Lind.\nCouncil was dissolved in 2030."))
    inside = type(made)(**{name: getattr(made, name) for name in made.__struct_fields__} | {"body": (Span(0, 15),)})
    assert inferred(inside) is None


def test_each_bound_names_its_words_and_characters():
    text = "Lind left in 2030. Ilmeria will vote on November 8, 2031."
    dating = inferred(reading_of(document(text)))
    assert dating.because == 'tells of "2030" as past; "November 8, 2031" is still to come'
    assert [(each.part, each.span.of(text)) for each in dating.evidence] == [
        ("earliest", "2030"),
        ("latest", "November 8, 2031"),
    ]
    assert dating.published.basis == "text"


TOLD = "since in on the a will was opened by until 2030 2032 today, March 4, yesterday last year (2031) Tuesday, . \n"
WORDS = st.sampled_from(TOLD.split(" "))


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_any_text_can_be_dated_or_not(text):
    dating = inferred(reading_of(document(text)))
    if dating:
        assert dating.published.known
        assert all(each.span.of(text) for each in dating.evidence)


days = st.dates(date(1950, 1, 1), date(2080, 12, 31))
bounds = st.builds(
    lambda first, length, sides, because: Bound(
        document="d1",
        because=because,
        places=(Place("d1", Span(0, 1)),),
        earliest=first if sides != "latest" else None,
        latest=first + timedelta(days=length) if sides != "earliest" else None,
    ),
    days,
    st.integers(0, 90),
    st.sampled_from(["earliest", "latest", "both"]),
    st.sampled_from("abc"),
)


@given(st.lists(bounds, max_size=6), st.randoms())
def test_the_order_of_bounds_does_not_matter(given_bounds, chance):
    shuffled = list(given_bounds)
    chance.shuffle(shuffled)
    assert meet(shuffled) == meet(given_bounds)


rules = st.one_of(
    st.builds(Rule, unit=st.sampled_from(["day", "week", "month", "quarter", "year"]), shift=st.integers(-5, 5)),
    st.builds(Rule, unit=st.just("weekday"), named=st.integers(1, 7), toward=st.sampled_from(Toward)),
    st.builds(Rule, unit=st.just("month"), named=st.integers(1, 12), toward=st.sampled_from(Toward)),
    st.builds(Rule, unit=st.just("date"), named=st.sampled_from([304, 1108, 101]), toward=st.sampled_from(Toward)),
)


@given(rules, days)
def test_reckoned_backwards_the_day_of_publication_comes_back(rule, published):
    found = published_if(rule, days_of(resolve(rule, published)))
    assert found[0] <= published <= found[1]


def test_a_weekday_whose_day_another_document_tells_gives_the_week_behind_it():
    anchor = Anchor(
        told=Place("d1", Span(0, 7)),
        rule=Rule(unit="weekday", named=2, toward=Toward.PAST),
        days=(date(2031, 3, 4), date(2031, 3, 4)),
        known=Place("d2", Span(5, 12)),
        because="the landing in Sant Oriel",
    )
    dating = meet(bounds_by([anchor]))
    assert dating.published == Interval(date(2031, 3, 4), date(2031, 3, 10), "story")
    assert dating.because == "tells of the landing in Sant Oriel, which was on 2031-03-04"
    assert {each.document for each in dating.evidence} == {"d1", "d2"}


def test_next_wednesday_may_be_the_coming_one_or_that_of_next_week():
    wednesday = date(2031, 3, 12)
    rule = Rule(unit="weekday", named=3, toward=Toward.AFTER)
    assert published_if(rule, (wednesday, wednesday)) == (date(2031, 3, 3), date(2031, 3, 11))


def test_several_things_told_by_weekday_leave_the_days_that_fit_all():
    def told(named, toward, day):
        place = Place("d1", Span(named, named + 1))
        rule = Rule(unit="weekday", named=named, toward=toward)
        return Anchor(told=place, rule=rule, days=(day, day), known=Place("d2", Span(0, 1)), because="it")

    landing = told(2, Toward.PAST, date(2031, 3, 4))
    meeting = told(4, Toward.FUTURE, date(2031, 3, 6))
    assert meet(bounds_by([landing, meeting])).published == Interval(date(2031, 3, 4), date(2031, 3, 6), "story")
    assert meet(bounds_by([meeting, landing])) == meet(bounds_by([landing, meeting]))


STORY = " ".join(f"The {word} of Ardmoor told the Meridian Wire that the {word} would hold." for word in "abcdefghij")
ADDED = " The harbour master of Vasht adds that nobody asked him, and that he would have said so to anyone who did."


def article(identity, text, *, outlet=None, published=UNKNOWN):
    return Article(body=Body(identity, text, (Span(0, len(text)),)), outlet=outlet, published=published)


def from_copies(undated, *others):
    found = shared_passages([undated.body], [other.body for other in others])
    by_id = {other.body.document: other for other in others}
    return meet([bound for shared in found for bound in bounds_from(shared, undated, by_id[shared.other])])


WIRE = article("wire", STORY, outlet="Meridian Wire", published=Interval.on(date(2031, 3, 6), "metadata"))


def test_an_article_that_credits_what_it_copies_came_later():
    dating = from_copies(article("copy", STORY + ADDED, outlet="Harbour24"), WIRE)
    assert dating.published == Interval(date(2031, 3, 6), date(2031, 4, 5), "story")
    assert "carries text of Meridian Wire of 2031-03-06, which it credits" in dating.because
    assert "usually" in dating.because


def test_a_copy_without_a_credit_may_be_the_original():
    plain = article("wire", STORY.replace("Meridian Wire", "port"), outlet="Meridian Wire", published=WIRE.published)
    dating = from_copies(article("copy", plain.body.text + ADDED, outlet="Harbour24"), plain)
    assert dating.published == Interval(date(2031, 2, 4), date(2031, 4, 5), "story")


def test_the_original_of_a_dated_copy_that_credits_it_came_earlier():
    copy = article("copy", STORY, outlet="Harbour24", published=Interval.on(date(2031, 3, 6), "url"))
    dating = from_copies(article("wire", STORY, outlet="The Meridian Wire"), copy)
    assert dating.published == Interval(date(2031, 2, 4), date(2031, 3, 6), "story")


def test_a_sentence_in_common_is_no_copy():
    common = "We will not be moved by one inch, not by this, not by any government, ever. "
    others = [f"{i} ships lay at anchor off quay {i} as crew {i} waited for pilot {i}. " for i in range(40)]
    mine = article("mine", common + "".join(others[:20]))
    theirs = article("theirs", common + "".join(others[20:]), published=Interval.on(date(2031, 3, 6), "url"))
    assert from_copies(mine, theirs) is None


@given(st.lists(st.sampled_from("abcd"), max_size=60), st.lists(st.sampled_from("abcd"), max_size=60))
def test_a_shared_passage_lies_in_both(mine, theirs):
    bodies = [
        Body(name, text := " ".join(words), (Span(0, len(text)),) if text else ())
        for name, words in (("mine", mine), ("theirs", theirs))
    ]
    for shared in shared_passages(bodies[:1], bodies[1:]):
        assert shared.span.of(bodies[0].text)
        assert shared.other_span.of(bodies[1].text)
        assert 0 < shared.share <= 1
        assert 0 < shared.other_share <= 1
