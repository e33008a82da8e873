"""Head nouns of sources in news, by what they say of a source: hand-made from the sources of PolNeAR's train part."""

# Somebody in particular, in any number: the outlet knows who and does not say.
INSIDERS = frozenset(
    """
    official officials source sources aide aides spokesperson spokespersons spokespeople spokesman spokesmen spokeswoman
    spokeswomen adviser advisers advisor advisors diplomat diplomats staffer staffers insider insiders representative
    representatives negotiator negotiators envoy envoys ambassador ambassadors mediator mediators confidant confidants
    associate associates deputy deputies minister ministers secretary secretaries president premier chancellor king
    queen prince emir governor governors mayor mayors senator senators congressman congresswoman congressmen lawmaker
    lawmakers legislator legislators mp mps judge judges justice justices prosecutor prosecutors investigator
    investigators agent agents officer officers commander commanders general generals admiral soldier soldiers leader
    leaders chairman chairwoman chair chief chiefs director directors executive executives ceo manager managers
    strategist strategists consultant consultants operative operatives donor donors fundraiser lawyer lawyers attorney
    attorneys witness witnesses author authors reporter reporters journalist journalists correspondent correspondents
    editor editors host moderator moderators candidate nominee contender contenders organizer organizers
    captain member members delegate delegates organiser organisers whistleblower researcher researchers interviewer
    professor economist analyst critic observer expert voter supporter opponent rival rivals friend friends colleague
    colleagues son daughter wife husband brother sister mother father man woman person guy teacher doctor student
    scholar historian philosopher scientist activist commentator businessman billionaire worker resident survivor victim
    blogger pollster neurosurgeon actor singer frontrunner front-runner speaker republican democrat pastor priest pope
    """.split()
)

# Nobody in particular: a crowd, unless it is counted ("two analysts").
CROWDS = frozenset(
    """
    critics observers analysts experts people voters supporters opponents detractors skeptics sceptics residents
    locals citizens americans republicans democrats conservatives liberals progressives economists historians pundits
    commentators activists campaigners protesters demonstrators workers women men students children parents families
    fans followers users readers viewers investors traders businesses companies politicians politics scholars
    scientists evangelicals catholics christians muslims jews latinos hispanics millennials independents moderates
    hawks doves allies crowd crowds audience public electorate world community nations countries governments media
    press pollsters respondents participants adults others everyone everybody anyone anybody someone somebody nobody
    none many most some candidates attendees speakers few several all both those these one ones another other no-one
    majority half percent minority elite establishment opposition left right base rumor rumors rumour rumours reports
    speculation word conventional wisdom society
    """.split()
)

DOCUMENTS = frozenset(
    """
    report statement letter transcript transcripts memo memorandum document documents poll polls survey surveys study
    studies lawsuit complaint filing filings email emails e-mail e-mails tweet tweets book books article articles
    story editorial column ad ads advert advertisement commercial bill law act constitution treaty agreement accord
    communique communiqué declaration resolution draft plan text texts data statistics polling disclosures disclosure
    documentary opinion results record records headline headlines website site page post posts press-release release
    indictment ruling decision verdict affidavit subpoena order manifesto platform paper papers analysis review audit
    assessment dossier cable cables log logs video footage tape recording recordings clip biography memoir essay
    research findings evidence order sign signs banner caption summary note notes message messages petition readout
    invitation charter census forecast model models index
    """.split()
)

ORGANIZATIONS = frozenset(
    """
    campaign campaigns government administration ministry department state house senate congress parliament knesset duma
    bundestag kremlin pentagon cabinet party committee commission council agency authority authorities company firm
    group groups organization organisation union association federation foundation institute institution think-tank
    university college school court courts tribunal bank fund police military army navy force forces guard embassy
    consulate mission office bureau board court team staff club church mosque league alliance coalition bloc faction
    movement militia command corps intelligence regime presidency junta leadership city county municipality province
    country nation corporation inc. inc corp. corp ltd llc pac super-pac center centre society chamber assembly
    directorate secretariat service services palace downing
    """.split()
)

OUTLET_NOUNS = frozenset(
    """
    newspaper magazine network channel broadcaster outlet outlets tabloid daily weekly newswire journal podcast blog
    newspapers magazines networks channels broadcasters station
    """.split()
)

# With one of these a crowd stays a crowd, for all that it is counted.
SHARES = frozenset("percent % majority minority number numbers most half hundreds thousands millions dozens".split())

# One of these before a noun of a crowd makes it somebody in particular.
COUNTS = frozenset("one two three four five six seven eight nine ten a an another this that".split())

PRONOUNS = frozenset(
    """
    i me my mine you your he him his she her hers it its we us our ours they them their theirs who whom whose which that
    himself herself itself themselves myself yourself ourselves
    """.split()
)

# After one of these, "of" does not end the noun phrase: "one of the officials".
PARTITIVES = frozenset(
    """
    one two three four five some many most several few all both none each number numbers majority group couple lot
    dozens
    """.split()
)

# Words that open what only describes the head noun before them.
AFTER_HEAD = frozenset(
    """
    of for in at from with within inside outside on by near to about against under over across among behind who whom
    whose which that when where familiar close briefed speaking involved knowledgeable present aware privy working
    and or including like than as
    """.split()
)
