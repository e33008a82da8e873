from onrecord.engine.local import readings
from record.quoting import read
from record.story import document


def test_documents_are_drawn_one_by_one_as_they_are_read():
    drawn = []

    def coverage():
        for identity in ("d1", "d2"):
            drawn.append(identity)
            yield document('"No," Ora Lind said.', id=identity)

    first = next(readings(read, coverage()))
    assert (first.id, drawn) == ("d1", ["d1"])
