"""What the status of entries was."""

from onrecord.record.store import Store


def changed_since(store: Store, run: int) -> dict[str, str]:
    """The entries whose status was noted in `run` or later, with the one that they had before; by their ids.

    Those that are new are left out, and those that the record did not follow yet.
    """
    rows = store.rows(
        "SELECT entry, (SELECT status FROM statuses AS earlier WHERE earlier.entry = later.entry AND run < :run "
        "ORDER BY run DESC LIMIT 1) AS status FROM (SELECT DISTINCT entry FROM statuses WHERE run >= :run) AS later "
        "ORDER BY entry",
        {"run": run},
    )
    return {row["entry"]: row["status"] for row in rows if row["status"]}
