"""What the tags and class names around a block of a page say it is; own compilation from the mark-up of news sites."""

from onrecord.coverage.document import ResidueKind

KIND_OF_TAG = {
    "nav": ResidueKind.NAVIGATION,
    "menu": ResidueKind.NAVIGATION,
    "footer": ResidueKind.BOILERPLATE,
    "aside": ResidueKind.TEASER,
    "form": ResidueKind.BOILERPLATE,
    "figcaption": ResidueKind.CREDIT,
    "dialog": ResidueKind.BOILERPLATE,
    "address": ResidueKind.BYLINE,
    "time": ResidueKind.BYLINE,
    "button": ResidueKind.SHARE,
}

_CLASS_WORDS = {
    ResidueKind.NAVIGATION: "nav navbar navigation breadcrumb breadcrumbs menu logo masthead tags taglist topics "
    "pagination skip",
    ResidueKind.SHARE: "share sharing social sharebar sharedaddy addtoany toolbar",
    ResidueKind.COMMENTS: "comment comments commentlist disqus respond discussion",
    ResidueKind.TEASER: "related recommended recommendations recirculation trending teaser teasers readnext "
    "popular mostread sidebar",
    ResidueKind.ADVERTISEMENT: "ad ads advert advertisement adslot sponsor sponsored promo promotion newsletter "
    "subscribe paywall signup donate",
    ResidueKind.BYLINE: "byline author authors dateline timestamp published pubdate readtime meta",
    ResidueKind.CREDIT: "caption credit credits",
    ResidueKind.BOILERPLATE: "cookie cookies consent gdpr copyright legal disclaimer footer banner popup modal",
}

KIND_OF_CLASS = {word: kind for kind, words in _CLASS_WORDS.items() for word in words.split()}
