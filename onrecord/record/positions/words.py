"""Words by which people take sides, and words that name no issue: hand-made, read against PolNeAR's train part."""

# Verbs with what they are about behind them; "~" stands before what must follow the verb.
FOR = """
    support|back|endorse|favor|favour|welcome|embrace|champion|advocate|advocate~for|defend|approve|approve~of
    push~for|push~to|press~for|call~for|demand|propose|propose~to|recommend|accept|sign|ratify|agree~to|agree~on
    applaud|insist~on|insist~upon|plead~for|lobby~for|campaign~for|vote~for|lean~toward|prefer|want|want~to|seek
    seek~to|hope~for|hope~to|aim~to|aim~for|stand~by|stick~with|side~with|rally~behind|praise|hail|trust|promise~to
    pledge~to|vow~to|threaten~to|argue~for|argue~in favor of|speak~in favor of|appeal~for|urge|strive~for|commit~to
    agree~with|long~for|ask~for|fight~for
"""
AGAINST = """
    oppose|reject|resist|condemn|denounce|veto|object~to|disavow|repudiate|criticize|criticise|blast|slam|decry
    deplore|assail|rule~out|refuse~to|disagree~with|distrust|balk~at|bristle~at|rail~against|vote~against
    argue~against|warn~against|campaign~against|fight~against|protest|protest~against|lambaste|attack|bash
    dismiss|rebuke|spurn|rebuff|bar|ban|ridicule|mock|disapprove~of|lobby~against|speak~out against|come~out against
    turn~against|break~with|block|advise~against|caution~against|vow~to block|vow~to stop|vow~to repeal
    stand~against
"""
# Of these a "not" says the opposite; of the others that a thing is not done says nothing.
TURNED_BY_NOT = frozenset(
    """
    support back endorse favor favour welcome accept approve trust want agree recommend tolerate advocate
    """.split()
)
# Nouns of a possessive: "Moscow's opposition to".
FOR_NOUNS = """
    support for|backing for|backing of|endorsement of|embrace of|call for|calls for|demand for|demand to|demands for
    willingness to|willingness for|readiness to|readiness for|commitment to|push for|push to|desire to|desire for
    preference for|proposal to|proposal for|praise for|praise of|defense of|approval of|advocacy of|advocacy for
    insistence on|acceptance of
"""
AGAINST_NOUNS = """
    opposition to|rejection of|objection to|objections to|refusal to|criticism of|condemnation of|denunciation of
    resistance to|disapproval of|disgust at|disgust with|hostility to|hostility toward|hostility towards|veto of
"""
# Behind a form of "be": "is ready to".
FOR_STATES = """
    in favor of|in favour of|in support of|supportive of|committed to|ready to|ready for|willing to|open to|eager to
    determined to|prepared to|a supporter of|an advocate of|an advocate for|a proponent of|a fan of|for|pleased with
    happy with|keen to|keen on
"""
AGAINST_STATES = """
    opposed to|against|unwilling to|critical of|an opponent of|a critic of|not open to|not ready to|not willing to
    not in favor of|not prepared to|hostile to|no fan of|not a fan of|sick of|disgusted by|disgusted with
    reluctant to
"""

# Verbs that turn what they are about round: whoever is for lifting sanctions is against sanctions.
TURNING = frozenset(
    """
    abandon abolish avert avoid ban bar block cancel cease curb curtail cut delay dismantle ditch drop ease end
    eliminate freeze halt lift loosen limit postpone prevent prohibit reduce remove renounce repeal rescind reverse
    revoke scrap stop suspend undo withdraw relax oppose reject resist shelve shut close disband defeat defund
    dissolve
    """.split()
)
# Verbs that add nothing to it: whoever wants to impose a tariff wants the tariff.
CARRYING = frozenset(
    """
    accept achieve adopt approve back begin build carry conclude continue create deliver do enact enforce establish
    expand find get give grant have hold impose implement increase introduce keep launch levy maintain make
    negotiate offer open pass preserve promote provide pursue put raise ratify reach receive resume return secure
    see send set sign slap start strengthen strike support sustain take uphold use
    """.split()
)
# Nouns that do the same: "an end to the war".
TURNING_NOUNS = frozenset(
    """
    abolition ban cancellation cessation closure curb curbs cut cuts delay dismantling end elimination freeze halt
    lifting limit limits moratorium postponement prohibition reduction reductions removal repeal restriction
    restrictions reversal rollback stop suspension withdrawal
    """.split()
)
# Verbs whose object is to do something: "wants Congress to pass the bill".
OF_OTHERS = frozenset("want urge demand press call ask push plead appeal prefer seek long hope expect lobby".split())
# Nouns that name no issue by themselves.
VAGUE = frozenset(
    """
    action answer anything approach argument aspect bill case call cause change charge choice claim comment comments
    concern course criticism decision demand demands detail effort efforts end everything everyone example fact form
    goal half idea ideas initiative issue issues it kind lot look manner matter means measure measures moment more
    most move need notion number offer one ones opinion option order others outcome page part party people person
    place plan plans point points policies policy position possibility power problem program project proposal
    proposals question questions reason remark remarks report request result right role rest same side so something
    somebody someone sort stance state statement step steps story subject suggestion system talk task thing things
    thought time times total truth two view views way ways what word words work world woman man women men guy bit
    deal theory article book show figures amount percent report reports claims allegation allegations accusation
    accusations rumor rumors rumour rumours suggestion suggestions thanks complaint complaints request requests
    invitation else lot details explanation characterization speech event interview all each both much nothing none
    anyone day days week weeks year years life job
    """.split()
)
