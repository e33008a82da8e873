"""How many independent accounts there are of one thing."""

from onrecord.record.copies.entry import CopyKind, PassageKind, SharedPassage
from onrecord.record.copies.select import Sharing
from onrecord.record.independence import Relayed, Ties, Told
from onrecord.spans import Span

SENTENCE = Span(0, 40)
SAYINGS = (
    "Lind met Sorvek in Lisk.",
    "The premier received the envoy for four hours at his palace.",
    "Talks were held over tea, an aide recalled, and went on past midnight.",
    "Nobody left the room before the bells rang twice.",
)


def told(*documents):
    return [Told(document, SENTENCE, SAYINGS[n]) for n, document in enumerate(documents)]


def sharing(kind, first="d1", second="d2", at=SENTENCE):
    passages = (SharedPassage(SENTENCE, at, kind),)
    return {first: {second: Sharing(first=first, second=second, kind=CopyKind.SHARED_PASSAGES, passages=passages)}}


def test_articles_that_nothing_ties_are_accounts_of_their_own():
    assert Ties().accounts(told("d1", "d2", "d3")) == 3
    assert Ties().accounts([]) == 0


def test_a_repeated_sentence_is_no_second_account():
    copy = Told("d3", SENTENCE, f"{SAYINGS[0][:-1]}, too.")
    assert Ties().accounts([*told("d1", "d2"), copy]) == 2
    assert Ties().accounts([Told("d1", SENTENCE, SAYINGS[1]), Told("d1", SENTENCE, SAYINGS[0]), copy]) == 1


def test_one_outlet_is_one_account():
    assert Ties(outlets={"d1": "gullpost", "d2": "gullpost", "d3": ""}).accounts(told("d1", "d2", "d3")) == 2


def test_a_copy_is_no_second_account():
    assert Ties(families={"d2": "d1", "d3": "d1", "d1": "d1"}).accounts(told("d2", "d3", "d4")) == 2


def test_who_quotes_an_outlet_is_not_independent_of_it():
    ties = Ties(outlets={"d1": "gullpost", "d2": "echo"}, relayed={"d2": [Relayed(SENTENCE, "gullpost")]})
    assert ties.accounts(told("d1", "d2")) == 1


def test_twenty_who_quote_an_outlet_that_is_not_in_the_record_are_one_account():
    documents = [f"d{n}" for n in range(20)]
    ties = Ties(relayed={document: [Relayed(SENTENCE, "gullpost")] for document in documents})
    assert ties.accounts([Told(d, SENTENCE, f"{n} {SAYINGS[n % 4]}" * n) for n, d in enumerate(documents, 1)]) == 1


def test_what_is_quoted_elsewhere_in_the_article_ties_nothing():
    ties = Ties(outlets={"d1": "gullpost"}, relayed={"d2": [Relayed(Span(50, 90), "gullpost")]})
    assert ties.accounts(told("d1", "d2")) == 2


def test_a_shared_passage_ties_what_is_told_in_it():
    assert Ties(shared=sharing(PassageKind.WORDS)).accounts(told("d1", "d2")) == 1
    assert Ties(shared=sharing(PassageKind.WORDS, at=Span(90, 99))).accounts(told("d1", "d2")) == 2


def test_a_shared_quote_ties_only_where_nobody_is_named():
    ties = Ties(shared=sharing(PassageKind.QUOTE))
    assert ties.accounts(told("d1", "d2")) == 2
    unnamed = {document: [Relayed(SENTENCE, "")] for document in ("d1", "d2")}
    assert Ties(shared=ties.shared, relayed=unnamed).accounts(told("d1", "d2")) == 1
