"""Words that characterise whom or what they are said of: hand-made, general, read against PolNeAR's train part."""

ADJECTIVES = frozenset(
    """
    abhorrent abusive acclaimed aggressive ailing ambitious arrogant audacious authoritarian autocratic barbaric
    belligerent bellicose beleaguered beloved besieged bigoted bloodthirsty bombastic brash brave brazen breakaway
    brilliant brutal bungling callous charismatic clueless combative compromised contemptible controversial corrupt
    courageous cowardly crazed crazy credible criminal crooked cruel cunning cynical dangerous deceitful decent defiant
    delusional demented deplorable deranged despicable despotic devious dictatorial discredited disgraced disgraceful
    dishonest disloyal divisive dovish duplicitous eccentric embattled erratic evil expansionist extreme extremist
    failed failing fanatical fascist fearless fearsome feckless ferocious feeble fiery firebrand flamboyant flawed
    flip-flopping fringe genocidal genuine greedy gullible hapless hardline hard-line hard-right hard-left hateful
    hawkish heartless hero heroic homophobic honest honorable honourable horrible hostile hypocritical iconic
    idiotic illegitimate immoral impulsive incompetent inept inexperienced infamous inflexible inhuman insane
    intransigent iron-fisted irresponsible isolated jihadist kleptocratic lawless legendary loathsome loyal mad
    maverick megalomaniac mendacious menacing merciless militant militaristic mindless misguided misogynist
    misogynistic moderate monstrous murderous naive narcissistic nationalist nationalistic neo-fascist neo-nazi noble
    notorious oppressive outspoken paranoid pathetic patriotic peace-loving pliant polarizing populist power-hungry
    powerless pragmatic principled pro-democracy provocative racist radical rapacious reckless reclusive reformist
    reliable reluctant repressive reviled revered rogue ruthless sadistic savage scandal-hit scandal-plagued
    scandal-ridden secessionist secretive self-declared self-proclaimed self-styled self-serving separatist sexist
    shadowy shameful shameless shrewd sinister spineless stubborn subservient tainted terrorist theocratic
    thin-skinned thuggish toothless totalitarian toxic treacherous treasonous troubled trustworthy two-faced tyrannical
    ultraconservative ultra-conservative ultranationalist ultra-nationalist unapologetic uncompromising undemocratic
    unfit unhinged unpopular unprincipled unpredictable unqualified unreliable unrepentant unscrupulous unstable
    untrustworthy vengeful vicious vile vindictive violent visionary volatile warlike warmongering weak well-meaning
    wicked xenophobic far-right far-left right-wing left-wing left-leaning right-leaning anti-democratic centrist
    conservative liberal progressive
    """.split()
)
NOUNS = frozenset(
    """
    adversary aggressor amateur ally apologist appeaser autocracy autocrat bigot billionaire buffoon bully butcher cabal
    charlatan cheat clown colonizer confidant confidante conman coward critic crony crook defector demagogue despot
    devil dictator dictatorship disaster disgrace dissident dove dupe embarrassment enemy extremist failure fanatic
    fascist firebrand foe fool fraud friend fugitive gangster guerrilla hardliner hard-liner hawk henchman hero hothead
    hypocrite icon idiot ideologue imperialist insurgent invader islamist jihadist junta killer kleptocracy kleptocrat
    kingpin lackey laughingstock liability liar loser loyalist lunatic madman magnate martyr mastermind maverick
    megalomaniac menace militant misogynist mogul monster murderer nationalist nazi nemesis neophyte novice occupier
    oligarch opportunist oppressor outcast outsider pariah partner patriot pawn peacemaker populist protege protégé
    provocateur proxy puppet racist radical rebel regime reformer reformist saboteur scapegoat
    separatist sellout sexist showman spoiler stooge strongman supremacist sycophant terrorist theocracy threat thug
    traitor troublemaker turncoat tycoon tyrant ultranationalist underdog villain visionary warlord warmonger
    weakling xenophobe zealot superpower
    """.split()
)
# What a named group, movement or state is called right behind its name: "Maoist guerrillas", "the Sorvek regime".
OF_GROUPS = frozenset(
    """
    rebels rebel militants militant terrorists terrorist fighters insurgents insurgent guerrillas guerrilla extremists
    extremist separatists separatist jihadists jihadist fanatics thugs gangsters regime junta dictatorship
    occupiers invaders aggressors warlords mercenaries militia militias gunmen freedom-fighters insurgency
    """.split()
)
# What may stand between a characterisation and the name beside offices: it belongs to neither.
PLAIN = frozenset(
    """
    former current then new old longtime long-time long-serving longest-serving young retired late incoming outgoing
    acting deputy vice senior chief top lead special leading prominent general national foreign prime state security
    republican democratic democrat presidential political military real estate media business tech oil property
    """.split()
)
ADVERBS = frozenset(
    "so too very quite rather totally utterly deeply increasingly highly once still also really".split()
)

# Nouns for one kind of thing, of which others would choose another.
MATTERS = {
    "armed conflict": (
        "war conflict invasion aggression operation intervention incursion occupation offensive campaign hostilities "
        "bloodshed slaughter quagmire"
    ),
    "unrest": "coup revolution uprising rebellion insurrection revolt riot riots unrest mutiny putsch",
    "killing": "massacre genocide slaughter carnage",
}
# Said of such things they take a side.
OF_MATTERS = frozenset(
    """
    all-out barbaric bloody brutal colonial criminal cruel devastating disastrous endless failed full-blown
    full-fledged full-scale genocidal illegal immoral imperial imperialist large-scale lawless military murderous
    needless proxy savage senseless so-called special unjust unjustified unlawful unnecessary unprovoked unwinnable
    civil
    """.split()
)
