"""Decoding tag sequences."""

import itertools

import numpy as np
import pytest

from onrecord.reading.labels import TAGS, TIME_TAGS, allowed_transitions, may_end, may_start
from onrecord.reading.viterbi import viterbi

FORBIDDEN = np.where(allowed_transitions(TAGS), 0.0, -1e4).astype(np.float32)
STARTS, ENDS = may_start(TAGS), may_end(TAGS)


def best_by_trying_all(emissions: np.ndarray, transitions: np.ndarray) -> float:
    scores = []
    for path in itertools.product(range(len(TAGS)), repeat=len(emissions)):
        if STARTS[path[0]] and ENDS[path[-1]]:
            moves = sum(transitions[a, b] for a, b in itertools.pairwise(path))
            scores.append(sum(emissions[i, tag] for i, tag in enumerate(path)) + moves)
    return max(scores)


@pytest.mark.parametrize("seed", range(5))
def test_no_sequence_scores_better_than_the_decoded_one(seed: int) -> None:
    rng = np.random.default_rng(seed)
    transitions = FORBIDDEN + rng.normal(size=FORBIDDEN.shape).astype(np.float32)
    emissions = rng.normal(scale=2, size=(3, len(TAGS))).astype(np.float32)
    (tags,) = viterbi([emissions], TAGS, transitions)
    score = emissions[range(3), tags].sum() + transitions[tags[:-1], tags[1:]].sum()
    assert score == pytest.approx(best_by_trying_all(emissions, transitions), abs=1e-3)


def test_rows_decoded_together_come_out_as_alone() -> None:
    rng = np.random.default_rng(7)
    rows = [rng.normal(scale=2, size=(n, len(TAGS))).astype(np.float32) for n in (5, 1, 40, 0, 17, 5, 300)]
    together = viterbi(rows, TAGS, FORBIDDEN)
    for row, tags in zip(rows, together, strict=True):
        assert tags.tolist() == viterbi([row], TAGS, FORBIDDEN)[0].tolist()


@pytest.mark.parametrize("names", [TAGS, TIME_TAGS], ids=["roles", "times"])
def test_a_decoded_sequence_never_breaks_the_tag_grammar(names: tuple[str, ...]) -> None:
    rng = np.random.default_rng(3)
    forbidden = np.where(allowed_transitions(names), 0.0, -1e4).astype(np.float32)
    (tags,) = viterbi([rng.normal(scale=5, size=(200, len(names))).astype(np.float32)], names, forbidden)
    allowed = allowed_transitions(names)
    assert may_start(names)[tags[0]]
    assert may_end(names)[tags[-1]]
    assert all(allowed[a][b] for a, b in itertools.pairwise(tags.tolist()))
