"""What speakers do by what they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.acts import act_of
from onrecord.reading.schema import Act


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("said", "the talks went on", Act.ASSERT),
        ("", "the talks went on", Act.ASSERT),
        ("denied", "that he had met the envoy", Act.DENY),
        ("said", "“I never said a percentage, but we will see.”", Act.DENY),
        ("said", "the report was not true", Act.DENY),
        ("declined", "to comment", Act.DECLINE),
        ("did not respond to", "a request for comment", Act.DECLINE),
        ("refused to endorse", "Hale", Act.DECLINE),
        ("would not say", "whether he will go", Act.DECLINE),
        ("threatened", "to close the strait", Act.THREATEN),
        ("said", "it would retaliate if the strait was closed", Act.THREATEN),
        ("vowed", "to punish the smugglers", Act.THREATEN),
        ("said", "there will be consequences", Act.THREATEN),
        ("warned", "they might ramp up sanctions", Act.THREATEN),
        ("promised", "lower taxes", Act.PROMISE),
        ("said", "“We will rebuild the port.”", Act.PROMISE),
        ("agreed", "to release the crew", Act.PROMISE),
        ("urged", "both sides to talk", Act.DEMAND),
        ("called on", "Ilmeria to withdraw", Act.DEMAND),
        ("called", "for a ceasefire", Act.DEMAND),
        ("asked", "the premier to resign", Act.DEMAND),
        ("said", "Ilmeria must free the crew", Act.DEMAND),
        ("told", "Hale to stay at home", Act.DEMAND),
        ("warned", "Ilmeria not to close the strait", Act.DEMAND),
        ("proposed", "a truce of ten days", Act.PROPOSE),
        ("said", "“Let’s meet in Vasht.”", Act.PROPOSE),
        ("predicted", "a long war", Act.PREDICT),
        ("said", "the talks would probably fail", Act.PREDICT),
        ("warned", "that the vote could depress growth", Act.PREDICT),
        ("criticized", "the plan", Act.CRITICIZE),
        ("called", "Hale a “dictator”", Act.CRITICIZE),
        ("said", "“He’s a despicable person,”", Act.CRITICIZE),
        ("praised", "the envoy", Act.PRAISE),
        ("called", "her “brilliant”", Act.PRAISE),
        ("asked", "“How will you end it?”", Act.ASK),
        ("said", "“Why would we pay?”", Act.ASK),
        ("wondered", "whether he would come", Act.ASK),
        ("demanded", "“Why do you wait?”", Act.ASK),
    ],
)
def test_act(cue, content, act):
    assert act_of(cue, content) is act


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        pytest.param("did not threaten", "to close the strait", id="negated-threat"),
        pytest.param("never promised", "lower taxes", id="negated-promise"),
        pytest.param("called", "Hale a “councillor”", id="neutral-name"),
        pytest.param("said", "Hale is not a dictator", id="negated-reproach"),
        pytest.param("said", "“We’ll see what happens.”", id="will-without-commitment"),
        pytest.param("said", "he did not see the ship", id="narrated-negation"),
        pytest.param("said", "“You have to talk to everybody.”", id="general-need"),
        pytest.param("said", "“What do we get? Nothing. We lose. It goes on.”", id="rhetorical-opening"),
        pytest.param("recalled", "that the strait was closed", id="remembering"),
    ],
)
def test_unclear_acts_assert(cue, content):
    assert act_of(cue, content) is Act.ASSERT


@given(cue=st.text(max_size=60), content=st.text(max_size=200))
def test_any_words_have_an_act(cue, content):
    assert act_of(cue, content) in Act


@pytest.mark.parametrize("piece", ["will ", "is a ", "if we ", "not ", "?", "he must ", "'"])
def test_long_contents_are_judged_in_linear_time(piece):
    assert act_of("said", piece * 100_000) in Act
