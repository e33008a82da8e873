"""The words of the calendar."""

MONTHS = {
    name: n + 1
    for n, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|"
        "october oct|november nov|december dec".split("|")
    )
    for name in names.split()
}
WEEKDAYS = {
    name: n + 1
    for n, names in enumerate(
        "monday mon|tuesday tues tue|wednesday wed|thursday thurs thur thu|friday fri|saturday sat|sunday sun".split(
            "|"
        )
    )
    for name in names.split()
}
SEASONS = {"spring": 1, "summer": 2, "fall": 3, "autumn": 3, "winter": 4}
# Calendar units, with the letter of an ISO duration ("T": of the clock).
UNITS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "week": "W",
    "weekend": "WE",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "half": "H",
    "season": "S",
    "year": "Y",
    "decade": "E",
    "generation": "G",
    "century": "C",
}
PARTS = {
    "morning": "TMO",
    "dawn": "TMO",
    "daybreak": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "overnight": "TNI",
    "noon": "T12:00",
    "midday": "T12:00",
    "midnight": "T24:00",
}
# Feasts with a date of their own, month and day.
FEASTS = {
    "new year's day": 101,
    "new years day": 101,
    "new year's eve": 1231,
    "new years eve": 1231,
    "valentine's day": 214,
    "may day": 501,
    "independence day": 704,
    "bastille day": 714,
    "halloween": 1031,
    "veterans day": 1111,
    "christmas eve": 1224,
    "christmas day": 1225,
    "christmas": 1225,
}
PRESENT = (
    "now|currently|current|at present|present|at the moment|nowadays|these days|at this point|right now|so far|yet|"
    "already|at this time|today's|the present|present day"
)
PAST = (
    "recently|recent|previously|previous|former|formerly|past|once|then|earlier|ago|long ago|in the past|lately|"
    "of late|more recently|at the time|the time|that time|prior|then current|the past"
)
FUTURE = (
    "soon|future|a later date|the short term|short term|long term|the long term|from time to time|at some point|"
    "in time|ahead|eventually|coming|upcoming|shortly|later|in the future|the future|near future|the near future|"
    "near term|one day|someday|some day|foreseeable future|the foreseeable future|subsequently"
)
EVERY = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "annual": "P1Y",
    "annually": "P1Y",
    "yearly": "P1Y",
    "biennial": "P2Y",
}
