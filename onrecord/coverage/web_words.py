"""The vocabulary in which a page speaks of itself; own compilation from general knowledge of news sites, English only.

Levels: 3 hardly ever in an article ("adblock"), 2 mostly of the page ("newsletter"), 1 of either ("next").
A word without a kind belongs to the page, whatever the line is about.
"""

from onrecord.coverage.document import ResidueKind

_TABLE: dict[ResidueKind | None, dict[int, str]] = {
    None: {
        1: "article articles story post posts page pages site sites website websites link links here below above "
        "content click tap detected read news",
        2: "webpage homepage",
    },
    ResidueKind.NAVIGATION: {
        1: "home menu search top back sections section topics topic tags tag categories category archive archives "
        "edition account toggle filed skip jump explore index",
        2: "navigation login logout sitemap breadcrumb breadcrumbs tagged submenu",
    },
    ResidueKind.SHARE: {
        1: "social print save gift copy facebook twitter instagram youtube tiktok reddit telegram snapchat "
        "threads bluesky linkedin tumblr messenger mastodon x buttons bookmark embed transcript",
        2: "share shares sharing tweet retweet whatsapp pinterest flipboard url clipboard",
        3: "shareable permalink shortlink",
    },
    ResidueKind.COMMENTS: {
        1: "thoughts discussion conversation reader readers reply replies respond view views opinion fields "
        "required marked address email moderation moderated moderators name join say think cancel verdict "
        "guidelines",
        2: "comment comments commenting commenter commenters spam username password captcha upvote",
        3: "akismet disqus",
    },
    ResidueKind.TEASER: {
        1: "next previous more also like popular latest recommendation must suggested "
        "headlines picks reading watch viewed discover further coverage explainer editors editor's editor’s",
        2: "prev must-read must-reads related recommended trending stories",
    },
    ResidueKind.ADVERTISEMENT: {
        1: "ad ads support membership member members donate donation contribute trial offer offers premium "
        "unlimited access delivered daily weekly briefing alerts notifications app free sign deals pay "
        "independent register registered registration loading extension journalism digest unlock",
        2: "advert adverts advertising subscribe subscriber subscribers subscription subscriptions newsletter "
        "newsletters inbox sponsored paywall promoted signup sponsor sponsors subscribed unsubscribe",
        3: "advertisement advertisements adblock adblocker adblockers ad-block ad-blocker ad-blockers ad-blocking "
        "adchoices advertorial whitelist blocker blockers",
    },
    ResidueKind.BYLINE: {
        1: "written staff editor newsroom correspondent reporter writer desk columnist contributor author room updated "
        "posted published modified minutes minute editorial bureau team ago bio profile listen",
        2: "min mins newsdesk byline read-time",
    },
    ResidueKind.CREDIT: {
        1: "source sources full original originally photo photograph photographer image images picture credit "
        "credits via courtesy file reprinted republished syndicated appeared appears issue headline reposted "
        "rest permission caption handout stock reuters afp ap agencies footage graphic illustration archive "
        "contributed",
        2: "getty shutterstock istock alamy unsplash pixabay",
    },
    ResidueKind.BOILERPLATE: {
        1: "rights reserved terms conditions policy privacy legal contact about faq help careers corrections "
        "correction accessibility disclaimer preferences settings partners consent device browser browsers "
        "data accept license licensing standards ethics feedback typo error trademark llc ltd",
        2: "copyright javascript © faqs imprint impressum",
        3: "cookie cookies gdpr ccpa recaptcha",
    },
}

# What a page tells its reader to do: these words open an imperative.
ACTS = frozenset(
    "share read click tap subscribe sign log join follow leave post view see watch listen support donate disable "
    "enable accept manage learn enter continue skip copy print save email download get load show hide submit "
    "cancel report contact browse discover explore check visit help tell like tweet add write allow turn "
    "whitelist reload refresh register create choose select open close scroll return go find send please don't "
    "don’t jump comment reply become start try stay become upgrade bookmark pin rate vote swipe give buy order "
    "ask let unlock reuse".split()
)

# The reader, or the page that is in front of the reader.
DEIXIS = frozenset("your you yours yourself us our".split())

# "This article first appeared in …": the page speaking of itself.
PAGE_NOUNS = frozenset("article story post page website piece".split())

# Where on the page something is.
PLACES = frozenset("here below above".split())

# Words that carry the grammar; they count for neither side.
FUNCTION_WORDS = frozenset(
    "a an the and or but nor so yet if then than that which who whom whose this these those it its it's it’s he "
    "him his she her they them their we me my i am is are was were be been being do does did done has have had "
    "having will would can could shall should may might must to of in on at by for from with about against "
    "between into through during before after over under again once out off up down not no only own same too very "
    "just as because while until when where why how what all any both each few most other some such there".split()
)

# A line that reports speech is the article's.
REPORTING = frozenset(
    "said says told tells added according asked argued warned insisted declared announced denied stated claimed "
    "wrote".split()
)


def _by_word() -> dict[str, tuple[ResidueKind | None, int]]:
    table: dict[str, tuple[ResidueKind | None, int]] = {}
    for kind, levels in _TABLE.items():
        for level, words in levels.items():
            table.update(dict.fromkeys(words.split(), (kind, level)))
    return table


PAGE_WORDS = _by_word()
