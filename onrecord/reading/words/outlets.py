"""Outlets by name, lower case, without article: hand-made, those that PolNeAR's articles and world news cite most."""

OUTLETS = frozenset(
    name.strip()
    for name in """
    abc|abc news|afp|agence france-presse|al arabiya|al jazeera|al-jazeera|ansa|anadolu|anadolu agency|ap
    associated press|atlantic|axios|barron's|bbc|belta|bild|bloomberg|bloomberg news|bloomberg politics|breitbart
    breitbart news|business insider|buzzfeed|buzzfeed news|c-span|cbc|cbs|cbs news|cipher brief|cnbc|cnn|cnn en espanol
    corriere della sera|ctv|daily beast|daily caller|daily mail|daily mirror|deutsche welle|der spiegel|die welt
    die zeit|dpa|dw|economist|efe|el mundo|el país|el pais|euronews|financial times|forbes|foreign affairs
    foreign policy|fortune|fox|fox business|fox news|france 24|frankfurter allgemeine zeitung|ft|gallup|global times
    guardian|haaretz|hill|hindu|huffington post|huffpost|huffpollster|independent|infowars|interfax|intercept|irna
    izvestia|jerusalem post|kan|kommersant|kyiv independent|kyiv post|la repubblica|la stampa|le figaro|le monde
    libération|los angeles times|mediaite|meduza|mirror|mother jones|moscow times|msnbc|nation|national review|nbc
    nbc news|new republic|new york daily news|new york magazine|new york post|new york times|new yorker|newsmax
    newsweek|nhk|nikkei|novaya gazeta|npr|nyt|nytimes|pbs|pbs newshour|politico|politico europe|politifact|pravda
    press tv|reuters|ria|ria novosti|rolling stone|rt|russia today|salon|semafor|sky news|slate|south china morning post
    sputnik|straits times|suspilne|tass|telegraph|telemundo|time magazine|times of israel|times of london
    ukrainska pravda|univision|upi|united press international|usa today|u.s. news & world report|vanity fair|variety
    vice news|voice of america|vox|wall street journal|wapo|washington examiner|washington post|washington times
    weekly standard|western journalism|wikileaks|wsj|xinhua|yahoo news|yle|yonhap|radio free europe|rfe/rl
    """.replace("\n", "|").split("|")
) - {""}

# Last words of outlets' names. They need a capital, and a capitalised word or "The" before them: "the military post",
# "command post", "good news" are none.
LAST_WORDS = frozenset(
    """
    advertiser agency argus bee beacon broadcasting bugle bulletin channel chronicle compass courant courier daily
    dispatch examiner gazette globe herald independent inquirer journal ledger magazine mail mercury mirror
    monitor network news newspaper newspapers newswire observer post press radio record reporter review sentinel
    spectator standard star star-tribune statesman sun telegraph television times times-picayune today tribune tv wire
    """.split()
)

# Of those, words that end other names as often: too weak without a known outlet or the article.
WEAK_LAST_WORDS = frozenset(
    "agency beacon channel compass globe independent magazine mail mercury mirror monitor network record reporter "
    "review standard star sun today".split()
)

# First words, for names that do not end in one of those.
FIRST_WORDS = frozenset("radio courrier gazette gazeta diario corriere journal télé tele".split())
