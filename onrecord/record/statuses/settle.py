"""Noting the statuses that the last run left entries with."""

from onrecord.record.agree import OF_STORIES, Table, agree
from onrecord.record.store import Store

# Tables with a status that coverage changes.
TRACKED = ("events", "commitments")


def settle(store: Store) -> None:
    """Makes the log agree with the entries that are being settled: a line where one differs from when the run began.

    What users rule between two builds counts as of the last one, so that taking it back leaves nothing behind.
    """
    run = store.number("SELECT coalesce(max(id), 0) FROM runs")
    tracked = " UNION ALL ".join(f"SELECT id, status FROM {table} WHERE {OF_STORIES}" for table in TRACKED)
    store.execute(f"CREATE TEMP TABLE IF NOT EXISTS standing AS SELECT * FROM ({tracked}) WHERE 0")
    store.execute("DELETE FROM standing")
    store.execute(f"INSERT INTO standing {tracked}")
    changed: Table = {
        (row["id"], run, row["status"])
        for row in store.rows(
            "SELECT id, status FROM standing WHERE status IS NOT "
            "(SELECT status FROM statuses WHERE entry = id AND run < ? ORDER BY run DESC LIMIT 1)",
            (run,),
        )
    }
    agree(
        store,
        "statuses",
        ("entry", "run"),
        changed,
        where="run = ? AND entry IN (SELECT id FROM standing)",
        values=(run,),
    )
