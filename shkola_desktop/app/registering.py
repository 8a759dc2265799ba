"""The school's own data: first start, changes, people, the other side's key."""

from collections.abc import Sequence
from dataclasses import replace

from shkola_desktop.app.editions import current_variant
from shkola_desktop.app.logbook import who
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import Action, ActionKind
from shkola_desktop.domain.diagnosis import Status
from shkola_desktop.domain.errors import NoSchool
from shkola_desktop.domain.package import Correspondent, PublicKeys
from shkola_desktop.domain.school import Person, School


def school_of(workspace: Workspace) -> School | None:
    """Return the school of the workspace, or None before the first start."""
    with workspace.open_reading() as work:
        return next(iter(work.schools.list()), None)


def required_school(work: UnitOfWork) -> School:
    """Return the school inside a transaction.

    Raises:
        NoSchool: the first start has not been finished.
    """
    school = next(iter(work.schools.list()), None)
    if school is None:
        raise NoSchool
    return school


def save_school(school: School, workspace: Workspace) -> School:
    """Keep the school; drafts follow a changed variant, answers stay.

    Raises:
        VariantUnknown: no form exists for this kind, programmes and ОВЗ.
    """
    variant = current_variant(school, workspace)
    with workspace.open_work() as work:
        before = work.schools.get(school.id)
        work.schools.put(school)
        for diagnosis in work.diagnoses.list(school.id):
            if diagnosis.status is Status.DRAFT and diagnosis.variant != variant:
                work.diagnoses.put(replace(diagnosis, variant=variant))
        if before != school:
            work.actions.add(
                Action(
                    at=workspace.clock.now(),
                    who=who(work),
                    kind=ActionKind.SCHOOL_CHANGED,
                    subject=school.id,
                    old=before.short_name if before else "",
                    new=school.short_name,
                )
            )
        work.commit()
    return school


def people_of(workspace: Workspace) -> tuple[Person, ...]:
    """Return the staff in the order given."""
    with workspace.open_reading() as work:
        return work.people.list(required_school(work).id)


def save_people(people: Sequence[Person], workspace: Workspace) -> None:
    """Replace the staff list."""
    with workspace.open_work() as work:
        school = required_school(work)
        work.people.put(school.id, people)
        work.actions.add(
            Action(
                at=workspace.clock.now(),
                who=who(work),
                kind=ActionKind.PERSON_CHANGED,
                subject=school.id,
                new=str(len(people)),
            )
        )
        work.commit()


def setting(name: str, workspace: Workspace) -> str | None:
    """Return a small setting of the workspace, or None."""
    with workspace.open_reading() as work:
        return work.settings.get(name)


def save_setting(name: str, value: str, workspace: Workspace) -> None:
    """Keep a small setting of the workspace."""
    with workspace.open_work() as work:
        work.settings.put(name, value)
        work.commit()


def receiver_of(workspace: Workspace) -> Correspondent:
    """Return the district as the school knows it; keys may still be unknown."""
    with workspace.open_reading() as work:
        school = required_school(work)
        known = work.correspondents.get(school.district_code)
        return known or Correspondent(school.district_code, school.district)


def save_receiver_keys(keys: PublicKeys, workspace: Workspace) -> Correspondent:
    """Keep the district's public keys, as the district told them.

    Raises:
        KeyUnreadable: one of the texts is not a public key.
    """
    workspace.keys.check(keys)
    with workspace.open_work() as work:
        school = required_school(work)
        receiver = Correspondent(school.district_code, school.district, keys)
        work.correspondents.put(receiver)
        work.commit()
    return receiver
