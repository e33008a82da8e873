"""Words of titles and roles in news: hand-made, read against PolNeAR's training part."""

# What somebody is: the head of a title. Singular; plurals name several people.
HEADS = frozenset(
    """
    president vice-president premier chancellor king queen prince princess emperor emir sultan sheikh pope czar tsar
    minister secretary undersecretary ambassador envoy consul diplomat attaché negotiator mediator commissioner
    governor mayor senator congressman congresswoman representative lawmaker legislator deputy mp mep councillor
    councilman councilwoman councilmember assemblyman assemblywoman alderman delegate whip speaker leader head chief
    chair chairman chairwoman chairperson director manager executive officer ceo cfo coo founder co-founder owner
    partner spokesman spokeswoman spokesperson adviser advisor aide assistant strategist consultant operative pollster
    counsel counselor lawyer attorney prosecutor solicitor judge justice magistrate sheriff marshal detective
    inspector agent investigator inspector-general ombudsman general lieutenant colonel captain sergeant corporal
    admiral commander commander-in-chief brigadier commodore officer soldier veteran analyst economist historian
    philosopher professor scholar researcher scientist fellow expert specialist academic lecturer dean provost rector
    teacher doctor physician surgeon nurse psychologist pastor bishop archbishop cardinal rabbi imam priest patriarch
    ayatollah cleric activist campaigner organizer organiser dissident journalist reporter correspondent columnist
    editor anchor host commentator author writer blogger producer publisher novelist poet actor actress singer
    comedian businessman businesswoman billionaire millionaire investor banker financier entrepreneur tycoon mogul
    magnate oligarch developer engineer farmer worker trader candidate nominee contender hopeful front-runner
    frontrunner incumbent challenger opponent critic confidant confidante ally friend associate colleague protege
    protégé mentor wife husband son daughter brother sister father mother widow nephew niece son-in-law
    daughter-in-law member official staffer insider co-chair co-chairman vice-chair vice-chairman treasurer
    comptroller auditor registrar clerk democrat republican independent member-elect president-elect ex-president
    ex-minister player coach star athlete
    """.split()
)

# What abbreviated titles stand for.
FULL = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "gen": "general",
    "lt": "lieutenant",
    "col": "colonel",
    "adm": "admiral",
    "prof": "professor",
    "dr": "doctor",
    "amb": "ambassador",
}

# Offices that "leader" or "ruler" of a state can mean.
OF_A_STATE = frozenset("leader ruler president premier chancellor king queen emperor emir sultan minister".split())

# Titles that stand before a name only, with the gender that they give, if any.
HONORIFICS = {
    "mr": "masculine", "mister": "masculine", "sir": "masculine", "lord": "masculine", "mrs": "feminine",
    "ms": "feminine", "miss": "feminine", "mme": "feminine", "madame": "feminine", "madam": "feminine",
    "lady": "feminine", "dame": "feminine", "dr": None, "prof": None, "rev": None, "hon": None, "mx": None,
}  # fmt: skip

# Abbreviated titles, as they stand before a name, with their full stops taken off.
ABBREVIATED = frozenset(
    "gen lt col maj capt cmdr adm brig sgt cpl sen rep gov pres sec prof dr rev supt insp amb atty fr st hon".split()
)

# Titles that tell the gender of their bearer.
MASCULINE = frozenset(
    """
    king prince emperor sultan emir sheikh pope czar tsar congressman councilman assemblyman alderman chairman
    spokesman actor businessman husband son brother father nephew son-in-law bishop archbishop cardinal imam ayatollah
    patriarch co-chairman vice-chairman widower
    """.split()
)
FEMININE = frozenset(
    """
    queen princess empress sultana congresswoman councilwoman assemblywoman chairwoman spokeswoman actress
    businesswoman wife daughter sister mother widow niece daughter-in-law confidante abbess duchess baroness countess
    """.split()
)

# What may stand before the head within a title, in lower case.
MODIFIERS = frozenset(
    """
    special presidential deputy vice former ex retired acting senior junior chief prime foreign defense defence
    interior finance economy energy trade justice health education labor labour treasury state national security
    political policy press campaign communications general assistant associate executive managing interim incoming
    outgoing current late longtime long-time veteran top lead leading principal first second third majority
    minority opposition parliamentary permanent military naval intelligence peace nuclear cultural economic legal
    federal regional provincial municipal local city county district supreme high appeals constitutional criminal
    civil attorney solicitor crown attorney-general grand real estate property media technology tech oil gas steel
    shipping hedge fund private equity investment bank central university college law medical research climate human
    rights environmental labor union trade-union church army navy police border chief-of-staff party ruling liberal
    conservative social christian independent progressive left-wing right-wing far-right far-left pro-government
    presumptive republican democratic two-time three-time one-time onetime newly elected exiled ousted jailed
    disgraced embattled billionaire real-estate television tv radio talk show broadcast personal close senior-most
    lieutenant major brigadier rear under secretary sergeant inspector prominent leading renowned famous noted vocal
    prolific outspoken influential powerful hawkish moderate centrist populist nationalist young elder founding
    honorary visiting distinguished emeritus global international european arab western house senate congressional
    state-level legislative judicial transport transportation agriculture homeland development budget tax immigration
    refugee migration information digital cyber
    """.split()
)

# Capitalised words that belong to a title though they are names: bodies that people hold office in.
BODIES = frozenset(
    """
    kremlin pentagon congress parliament senate house commons bundestag knesset duma state treasury defense defence
    interior justice foreign white downing republican democratic labour labor tory conservative liberal green gop nato
    un u.n. eu e.u. us u.s. uk u.k. fbi cia nsa fed federal reserve supreme court national security council middle
    east army navy air force marine corps marines coast guard police attorney homeland presidential special vice
    deputy prime chief senior former first lady general minister secretary ambassador
    """.split()
)

# Of those, verbs too: alone and in lower case they need a word before them that shows the noun.
ALSO_VERBS = frozenset("head host coach chair star judge counsel anchor partner whip author champion".split())

# What an enumeration belongs to: "the Europe, Russia, and Eurasia programme".
UNITS = frozenset(
    """
    programme program department desk division unit committee subcommittee bureau section practice team office affairs
    studies ministry centre center council project initiative
    """.split()
)

# Close a role after a name, besides punctuation.
CLOSERS = frozenset("who whom whose which during since after before until now while".split())

# What a title is of or for: "Secretary of State", "envoy to Ukraine", "director for Europe".
LINKS = frozenset("of to for at in on from with".split())

# Words that end a role after a name: what follows is a clause, or another role.
ENDS = frozenset(
    """
    who whom whose which that said says say told tells adds added asked asks wrote writes was were is are has had have
    will would could can may might did does do and or but nor as since while when where because if than during after
    before until now then also not he she it they we i you this there
    """.split()
)
