"""Which mentions tell of one event: mentions with what the record knows of them in, groups of mentions out.

In this order: documents that tell of the same things are grouped by their rare words and names (`topics`); within a
group pairs of mentions are described by numbers (`features`) and judged by a learned line (`judge`); what excludes each
other is kept apart (`rules`); and the mentions are joined by average linkage (`linkage`).
"""

from onrecord.record.merging.cluster import cluster
from onrecord.record.merging.mention import EventMention

__all__ = ["EventMention", "cluster"]
