"""Words by which PLOVER's modes and contexts show (draft 0.8 of 2021): hand-made after its conversion table.

Entries are beginnings of words; a mode is told by the trigger or the words beside it, a context by its clause.
"""

from onrecord.reading.schema import EventType

# Of several that fit, the first counts.
MODES: dict[EventType, dict[str, str]] = {
    EventType.CONSULT: {
        "phone": "phon telephon call",
        "visit": "visit trip travel tour host arriv flew fly head land journey",
    },
    EventType.RETREAT: {
        "ceasefire": "ceasefire cease-fire truce armistice",
        "release": "releas free freed freeing liberat",
        "return": "return hand",
        "ease": "eas lift end suspend relax",
        "access": "allow admit let inspect",
        "disarm": "disarm demobili surrender",
        "withdraw": "withdr pull retreat",
    },
    EventType.ACCUSE: {
        "investigate": "investigat probe probing inquir indict charg prosecut",
        "disapprove": "criti condemn denounc disapprov deplor blast slam protest complain object",
        "allege": "accus alleg blam",
    },
    EventType.REQUEST: {
        "meet": "meet talk negotiat invit visit",
        "change": "resign reform step chang",
        "yield": "withdr releas free lift end stop ceas",
        "assist": "aid help support assist money fund weapon arm",
    },
    EventType.REJECT: {
        "meet": "meet talk negotiat receiv visit mediat",
        "yield": "withdr releas free lift end ceas disarm",
        "change": "resign reform step chang",
        "assist": "aid help support assist money fund",
    },
    EventType.THREATEN: {
        "restrict": "sanction tariff embargo ban restrict",
        "relations": "relation ties break recall expel withdr",
        "violence": "strike attack force war bomb kill militar destroy",
    },
    EventType.PROTEST: {
        "hunger": "hunger",
        "strike": "strik stoppage walkout",
        "riot": "riot clash loot",
        "boycott": "boycott",
        "obstruct": "block barricad occup",
        "demo": "demonstrat protest march rall gather",
    },
    EventType.SANCTION: {
        "expel": "expel expul",
        "withdraw": "recall withdr",
        "discontinue": "halt suspend stop freez froz cut cancel broke break",
    },
    EventType.MOBILIZE: {
        "police": "police polic",
        "weapons": "missile test weapon submarin warship aircraft",
        "troops": "troop soldier forc arm reserv deploy mass",
    },
    EventType.COERCE: {
        "arrest": "arrest detain detent jail imprison held hold captur",
        "seize": "seiz confiscat captur occup",
        "deport": "deport expel",
        "curfew": "curfew",
        "martial-law": "martial emergency",
        "censor": "censor",
        "ban": "ban bann outlaw clos shut bar",
    },
    EventType.ASSAULT: {
        "suicide-attack": "suicide",
        "assassinate": "assassin",
        "abduct": "abduct kidnap hostag",
        "torture": "tortur",
        "explosives": "bomb explo blast mine grenad",
        "heavy-weapons": "shell artiller rocket missile air airstrike strafe mortar drone",
        "firearms": "shot shoot gun fire",
    },
}

CONTEXTS: dict[str, str] = {
    "military": "militar army armies troop soldier navy naval missile weapon warship submarin air-force airstrike "
    "ceasefire cease-fire truce invasion rebel artiller patrol",
    "economic": "econom tariff trade sanction embargo oil gas export import bank financ market mineral grain currenc "
    "loan invest",
    "legal": "court judge law legal trial prosecut crime criminal treaty",
    "diplomatic": "diplomat ambassador envoy embass summit negotiat mediat talk peace foreign",
    "intelligence": "intelligence spy spies espionage",
    "humanitarian": "humanitarian refugee relief famine food medic",
    "territory": "territor border occup annex",
    "election": "elect vote voter ballot poll campaign",
    "legislative": "parliament congress senate lawmaker bill legislat",
    "human_rights": "human-rights rights torture dissident",
    "terrorism": "terror",
    "cbrn": "nuclear atomic uranium chemical-weapon",
    "crime": "drug smuggl corrupt murder",
    "migration": "migra asylum deport",
    "cyber": "cyber hack",
    "environment": "climate emission pollut",
    "health": "health vaccin epidemic virus disease",
}
