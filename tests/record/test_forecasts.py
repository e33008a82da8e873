"""Forecasts over documents: ids, copies, what came of them."""

from datetime import date
from itertools import permutations

import pytest

import onrecord
from onrecord.interval import Interval
from onrecord.record.forecasts.entry import Outcome
from onrecord.record.forecasts.outcomes import Happening, index, outcome
from onrecord.record.forecasts.outlooks import outlooks
from onrecord.record.forecasts.told import Told
from onrecord.record.stems import stems
from record.sides import built, reading
from record.story import facts

FORECAST = ("The harbour levy is likely to be repealed.", "wire", date(2031, 3, 3))
AGAIN = ("It is clear: the harbour levy is likely to be repealed.", "echo", date(2031, 3, 5))
OTHER = ("Grain prices will almost certainly double.", "tribune", date(2031, 3, 4))


def forecasts(path, **filters):
    with onrecord.open(path) as record:
        return record.forecasts(**filters)


def told(text="Ilmeria is likely to free the sailors.", *, day=3, actors=("a-ilmeria",), condition=""):
    [outlook] = outlooks(reading(text))
    published = Interval.on(date(2031, 3, day), "metadata") if day else Interval()
    return Told(
        id="w-1", document="wire", position=0, story="", outlet="Wire", founded=1, run=1, outlook=outlook,
        forecaster=None, name="Wire", actors=frozenset(actors), by_name="", words="", what=text, condition=condition,
        statement=None, stems=stems(text), published=published, horizon=Interval(), horizon_value="",
    )  # fmt: skip


def happening(what="Ilmeria freed the 14 sailors", *, day=8, status="occurred", document="tribune", actor="a-ilmeria"):
    return Happening(
        id="e-1", story="", status=status, what=what, when=Interval.on(date(2031, 3, day), "expression"),
        actors=frozenset({actor}), triggers=stems("freed free"), stems=stems(what + " free"),
        documents=frozenset({document}), spans=((document, 0, 5),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("forecast", "event", "expected"),
    [
        pytest.param(told(), happening(), Outcome.CAME_TRUE, id="it-happened"),
        pytest.param(told(), happening(status="called_off"), Outcome.DID_NOT, id="it-was-called-off"),
        pytest.param(told(), happening(status="planned"), Outcome.OPEN, id="only-planned"),
        pytest.param(told(), happening(day=2), Outcome.OPEN, id="before-the-forecast"),
        pytest.param(told(), happening(document="wire"), Outcome.OPEN, id="told-by-the-same-article"),
        pytest.param(told(), happening(actor="a-lind"), Outcome.OPEN, id="somebody-else"),
        pytest.param(told(), happening("Ilmeria freed the fishermen"), Outcome.OPEN, id="something-else"),
        pytest.param(told(day=None), happening(), Outcome.OPEN, id="nobody-knows-when-it-was-foreseen"),
        pytest.param(told(condition="if paid"), happening(), Outcome.OPEN, id="hangs-on-a-condition"),
    ],
)
def test_only_what_surely_came_of_it_settles_a_forecast(forecast, event, expected):
    assert outcome([forecast], index([event]))[0] is expected


def test_that_it_will_not_be_did_not_come_true_when_it_was():
    forecast = told("Ilmeria will never free the sailors.")
    assert forecast.outlook.negated
    assert outcome([forecast], index([happening()]))[0] is Outcome.DID_NOT


def test_one_forecast_of_one_outlet_is_one_entry(tmp_path):
    outlet = (AGAIN[0], "wire2", AGAIN[2])
    built(tmp_path / "a.db", [FORECAST, OTHER], names=())
    assert [each.forecaster_name for each in forecasts(tmp_path / "a.db")] == ["Wire", "Tribune"]
    built(tmp_path / "a.db", [FORECAST, OTHER, outlet], names=())
    assert len(forecasts(tmp_path / "a.db", text="levy")) == 2


def test_more_coverage_keeps_the_ids(tmp_path):
    built(tmp_path / "a.db", [FORECAST], names=())
    [first] = forecasts(tmp_path / "a.db")
    built(tmp_path / "a.db", [FORECAST, AGAIN, OTHER], names=())
    assert first.id in {each.id for each in forecasts(tmp_path / "a.db")}
    assert len(forecasts(tmp_path / "a.db", first_seen=2)) == 2


def test_the_order_of_input_decides_nothing(tmp_path):
    made = []
    for number, articles in enumerate(permutations([FORECAST, AGAIN, OTHER])):
        built(tmp_path / f"{number}.db", articles, names=())
        made.append({name: facts(tmp_path / f"{number}.db")[name] for name in ("forecasts", "outlooks")})
    assert all(each == made[0] for each in made)


def test_building_twice_changes_nothing(tmp_path):
    built(tmp_path / "a.db", [FORECAST, OTHER], names=())
    before = facts(tmp_path / "a.db")
    built(tmp_path / "a.db", [FORECAST, OTHER], names=())
    assert facts(tmp_path / "a.db") == before
