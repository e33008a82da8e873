"""What is foreseen, in one document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.forecasts.outlooks import outlooks
from record.sides import reading


def found(text, *names, **more):
    """Forecaster, hedge and what is foreseen, of each outlook; no forecaster for the article's own voice."""
    read = reading(text, *names, **more)
    known = {actor.id: actor.name for actor in read.actors}
    return [(known.get(each.forecaster), each.hedge.value, each.what.of(text)) for each in outlooks(read)]


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        pytest.param(
            "Lind expects Ilmeria to yield by May.", "expects", "Ilmeria to yield by May",
            ("likely", "Ilmeria to yield by May"), id="expects",
        ),
        pytest.param(
            "Lind predicted that a treaty would be signed.", "predicted", "that a treaty would be signed",
            ("likely", "a treaty would be signed"), id="predicted",
        ),
        pytest.param(
            "“They will free the men,” Lind said.", "said", "“They will free the men,”",
            ("certain", "They will free the men,"), id="will",
        ),
        pytest.param(
            "Lind doubted that the talks would resume.", "doubted", "that the talks would resume",
            ("unlikely", "the talks would resume"), id="doubts",
        ),
        pytest.param(
            "Lind warned that prices could double.", "warned", "that prices could double",
            ("possible", "prices could double"), id="warned",
        ),
        pytest.param(
            "Lind said she doubted that the talks would resume.", "said", "she doubted that the talks would resume",
            ("unlikely", "the talks would resume"), id="doubt-within",
        ),
    ],
)  # fmt: skip
def test_what_somebody_foresees_is_a_forecast(text, cue, content, expected):
    assert found(text, "Lind", said=[("Lind", cue, content)]) == [("Lind", *expected)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        pytest.param("“We will free the men,” Lind said.", "“We will free the men,”", id="what-one-will-do"),
        pytest.param("Lind said that she would go.", "that she would go", id="what-she-will-do"),
        pytest.param("“Will they free the men?” Lind said.", "“Will they free the men?”", id="question"),
        pytest.param("“The council will meet on Friday,” Lind said.", "“The council will meet on Friday,”", id="plan"),
        pytest.param("“The legend will live on,” Lind said.", "“The legend will live on,”", id="nobody-could-check-it"),
        pytest.param("Lind said that prices could rise.", "that prices could rise", id="only-possible"),
        pytest.param("Lind said whether they will come is open.", "whether they will come is open", id="whether"),
    ],
)
def test_what_somebody_says_of_themselves_plans_or_asks_is_none(text, content):
    assert found(text, "Lind", said=[("Lind", "said", content)]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The levy is likely to be repealed.", [(None, "likely", "The levy is likely to be repealed")], id="likely"
        ),
        pytest.param(
            "The accord will inevitably be broken.",
            [(None, "certain", "The accord will inevitably be broken")],
            id="will",
        ),
        pytest.param("The council will meet on Friday.", [], id="plain-will"),
        pytest.param("The ship could carry grain.", [], id="plain-could"),
        pytest.param("The levy will likely be repealed, Lind said.", [], id="somebody-says-so"),
    ],
)
def test_in_its_own_voice_an_article_must_say_that_it_looks_ahead(text, expected):
    assert found(text) == expected


def test_a_sentence_that_ends_with_a_number_is_whole():
    text = "Lind predicted that output would grow by 1.6 percent."
    said = [("Lind", "predicted", "that output would grow by 1.6 percent")]
    assert found(text, "Lind", said=said) == [("Lind", "likely", "output would grow by 1.6 percent")]


@given(
    words=st.lists(st.sampled_from("Lind will not likely to if could , . ? ” that be is ’ll going".split()), min_size=1)
)
def test_outlooks_never_fail_and_lie_in_the_text(words):
    text = " ".join(words)
    for each in outlooks(reading(text, "Lind")):
        assert each.what.of(text)
