"""Abbreviations of English news: hand-made, after the AP stylebook's; checked on the GUM and EWT training parts."""

# Stand before the name or number that they belong to: no sentence ends with them.
NEVER_END = frozenset(
    """
    mr mrs ms messrs mx dr drs prof rev fr hon sen sens rep reps gov govs lt gen col maj capt cpl sgt cmdr adm brig pvt
    supt insp det pres amb sec atty asst assoc dir mt ft vs v cf viz e.g i.e esp approx ca al lt.gen brig.gen maj.gen
    lt.col lt.gov vice-adm rear-adm sheik ste mme mlle m. msgr
    """.split()
)

# Stand before a number: with one after them they do not end a sentence.
NUMBERED = frozenset("no nos art arts p pp vol vols sec fig figs ch chap para paras para(s) tel op ext c".split())

# Stand inside a sentence or end one.
MAY_END = frozenset(
    """
    jr sr inc corp co cos ltd llc plc bros assn dept univ est etc esq ph.d phd st ave blvd rd hwy dist div
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa
    tenn tex va vt wash wis wyo ont que alta
    """.split()
)

# Open a sentence when they stand capitalised after one of those: none of them begins a name.
OPENING_WORDS = frozenset(
    """
    the a an this that these those there here it its he his him she her hers they their them we our us you your i my
    and but or nor so yet if when while as after before since until although though because unless whether
    in on at by for from with without to of under over during among between despite according
    what who whom whose which where why how
    is are was were has have had does do did will would could should may might can
    some many most all both each every few several one two no not none any another other others
    also however meanwhile moreover nevertheless still then now thus therefore instead perhaps indeed
    """.split()
)
