"""Forms of names and positions that the school put right, by their text."""

from sqlalchemy import Connection, delete, select

from shkola_desktop.domain.declension import Case, Correction
from shkola_desktop.domain.ids import SchoolId
from shkola_desktop.storage import rows
from shkola_desktop.storage.upsert import upsert


class CorrectionStore:
    """Keeps corrections; a case that this program does not know is passed over."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def list(self, school: SchoolId) -> tuple[Correction, ...]:
        """Return a school's corrections by text and case."""
        table = rows.declension
        query = (
            select(table.c.text, table.c.grammatical_case, table.c.form)
            .where(table.c.organisation == school)
            .order_by(table.c.text, table.c.grammatical_case)
        )
        known = {case.value for case in Case}
        return tuple(
            Correction(text, Case(case), form)
            for text, case, form in self._connection.execute(query)
            if case in known
        )

    def put(self, school: SchoolId, correction: Correction) -> None:
        """Keep a correction instead of an earlier one of the same text and case."""
        values = {
            "organisation": school,
            "text": correction.text,
            "grammatical_case": correction.case.value,
            "form": correction.form,
        }
        upsert(self._connection, rows.declension, values)

    def delete(self, school: SchoolId, text: str, case: Case) -> None:
        """Forget a correction; one that is not there changes nothing."""
        table = rows.declension
        self._connection.execute(
            delete(table)
            .where(table.c.organisation == school)
            .where(table.c.text == text)
            .where(table.c.grammatical_case == case.value)
        )
