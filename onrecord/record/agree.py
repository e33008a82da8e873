"""Making a table hold what it should, writing only what differs."""

from onrecord.record.store import Store, Value, Values

Table = set[tuple[Value, ...]]

# The rows of tables with a column `story`, and the evidence, that the part of the record being settled holds.
OF_STORIES = "story IN (SELECT story FROM scope_stories)"
EVIDENCE_KEY = ("fact_kind", "fact_id", "document", "part", "start", "end")


def agree(
    store: Store, table: str, key: tuple[str, ...], wanted: Table, *, where: str = "1", values: Values = ()
) -> None:
    """Makes the rows of `table` that fulfil `where` equal `wanted`; `key` is primary, rows have the columns' order."""
    columns = [row["name"] for row in store.rows("SELECT name FROM pragma_table_info(?)", (table,))]
    quoted = ", ".join(f'"{column}"' for column in columns)
    place = [f'"{column}"' for column in key]
    known = {tuple(row) for row in store.rows(f"SELECT {quoted} FROM {table} WHERE {where}", values)}
    at = [columns.index(column) for column in key]
    kept = {tuple(row[i] for i in at) for row in wanted}
    gone = [tuple(row[i] for i in at) for row in known - wanted]
    store.execute_each(
        f"DELETE FROM {table} WHERE {' AND '.join(f'{column} = ?' for column in place)}",
        [row for row in gone if row not in kept],
    )
    changes = ", ".join(f'"{column}" = excluded."{column}"' for column in columns if column not in key)
    store.execute_each(
        f"INSERT INTO {table} ({quoted}) VALUES ({', '.join('?' * len(columns))}) "
        f"ON CONFLICT ({', '.join(place)}) DO " + (f"UPDATE SET {changes}" if changes else "NOTHING"),
        sorted(wanted - known, key=repr),
    )


def agree_evidence(store: Store, kind: str, wanted: Table) -> None:
    """Makes the evidence of facts of one kind, in the documents that are being settled, equal `wanted`.

    Rows are (kind, fact, document, start, end, part).
    """
    where = "fact_kind = ? AND document IN (SELECT document FROM scope)"
    agree(store, "evidence", EVIDENCE_KEY, wanted, where=where, values=(kind,))
