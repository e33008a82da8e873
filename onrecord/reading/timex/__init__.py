"""TIMEX3 (ISO-TimeML): what a time expression means, and which days that is."""
