"""What in a statement's content shows what it does: hand-made, read against PolNeAR's training part."""

# Said of somebody, these criticise. Nouns and adjectives that are hardly ever said in another sense.
PEJORATIVE = frozenset(
    """
    dictator tyrant liar lies lying thug thugs gangster crook crooked criminal criminals racist racists bigot bigoted
    fascist disgrace disgraceful disgusting despicable deplorable deplorables pathetic incompetent incompetence stupid
    idiot idiotic moron clown fraud fraudulent phony hypocrite hypocrites hypocrisy hypocritical coward cowardly weak
    weakness crazy insane mad unhinged lunatic madman dangerous reckless irresponsible shameful shameless outrageous
    appalling abhorrent disastrous disaster catastrophe unfit unqualified unacceptable
    corrupt dishonest dishonesty deceitful cynical illegal unconstitutional unlawful barbaric brutal cruel
    murderer murderous butcher terrorist terrorists warmonger puppet failure failures failed traitor traitors treason
    treasonous insulting offensive hateful sexist misogynist misogynistic xenophobic bully bullies bullying rigged
    ridiculous absurd nonsense ludicrous laughable ignorant arrogant selfish greedy toxic divisive extreme
    ploy stunt sham scam hoax theft robbery blackmail aggression unfair naive naïve misguided shame
    witch-hunt smear fear-mongering fearmongering demagogue demagoguery bluster propaganda cheat cheater loser losers
    """.split()
)

# Said of somebody with a verb of naming, these praise.
LAUDATORY = frozenset(
    """
    great good excellent outstanding terrific tremendous fantastic wonderful brilliant remarkable extraordinary
    impressive strong courageous brave honest honorable honourable smart wise talented hero heroes heroic patriot
    leader friend genius visionary historic positive constructive productive beautiful amazing qualified
    """.split()
)

# What one does to an adversary: announced of oneself, a threat.
HOSTILE = (
    "retaliate|strike|attack|bomb|punish|penali[sz]e|sanction|invade|destroy|crush|annihilate|obliterate|sue|prosecute|jail"
    "|expel|deport|cut off|shut down|blockade|boycott|hit back|fight back|respond with|respond in kind"
    "|respond (?:forcefully|harshly|decisively|firmly)|shoot|kill|hunt|withdraw from|walk away|pull out|tear up|rip up"
    "|impose|slap|levy|ban|veto|block|wipe out|take (?:military|legal) action|use force|go to war"
)

# What one does for others or for a cause: announced of oneself, a promise.
BENEVOLENT = (
    "support|protect|provide|deliver|ensure|make sure|guarantee|build|rebuild|restore|keep|honou?r|respect"
    "|fight for|work (?:with|to|on|toward|tirelessly)|continue to|release|free|send|pay|create|repeal|cut|lower"
    "|raise|defend|defeat|stand (?:with|by|up for)|sign|appoint|nominate|reform|fix|end|stop|return|invest|cooperate"
    "|comply|abide|implement|never (?:surrender|give up|abandon|allow|let|back down|accept|leave|stop)"
)
