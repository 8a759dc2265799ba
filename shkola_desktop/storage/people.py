"""The staff of a school, in the person's order."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select

from shkola_desktop.domain.ids import PersonId, SchoolId
from shkola_desktop.domain.school import Person
from shkola_desktop.storage import rows


class PersonStore:
    """Keeps the staff list."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def list(self, school: SchoolId) -> tuple[Person, ...]:
        """Return the staff in order."""
        query = (
            select(rows.person.c.id, rows.person.c.name, rows.person.c.position)
            .where(rows.person.c.organisation == school)
            .order_by(rows.person.c.position_in_list)
        )
        found = self._connection.execute(query)
        return tuple(Person(PersonId(row[0]), row[1], row[2]) for row in found)

    def put(self, school: SchoolId, people: Sequence[Person]) -> None:
        """Replace the whole list."""
        owned = rows.person.c.organisation == school
        self._connection.execute(delete(rows.person).where(owned))
        if not people:
            return
        self._connection.execute(
            insert(rows.person),
            [
                {
                    "organisation": school,
                    "position_in_list": number,
                    "id": person.id,
                    "name": person.name,
                    "position": person.position,
                }
                for number, person in enumerate(people)
            ],
        )
