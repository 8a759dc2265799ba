"""An invented district: its registry, and packages that its schools bring."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from shkola_desktop.app import demo, offices, registering
from shkola_desktop.app.exchange import enrolling, sending
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.bootstrap import Program
from shkola_desktop.domain.office import Office, Role, school_key
from shkola_desktop.domain.package import PublicKeys
from shkola_desktop.domain.school import School

DISTRICT = Office(
    code="7012",
    name="Управление образования Кедровского района",
    role=Role.DISTRICT,
    region="70",
    region_name="Томская область",
    head="О. П. Ким",
    head_position="начальник управления",
    term=date(2026, 12, 1),
)
REGION = Office(
    code="70",
    name="Институт развития образования",
    role=Role.REGION,
    region="70",
    region_name="Томская область",
)
NAMES = (
    "Боровая ООШ",
    "Верхнеключевская СОШ",
    "Заозёрная ООШ",
    "Тихореченская ООШ",
    "Калиновская СОШ",
    "Кедровская СОШ № 1",
    "Кедровская СОШ № 2 имени Героя Советского Союза И. П. Лаптева",
    "Лесная НОШ",
    "Малиновская ООШ",
    "Новоивановская СОШ",
    "Светлоозёрская ООШ",
    "Усть-Чернинская НОШ",
)
"""The fourth is the demo school."""


def demo_school(program: Program) -> School:
    """Return the school that the demo data tell about."""
    return demo.parse(program.demo_text()).school


def registry(program: Program, count: int = len(NAMES)) -> tuple[School, ...]:
    """Return the schools of the district as its registry has them."""
    pattern = demo_school(program)
    made: list[School] = []
    for number, name in enumerate(NAMES[:count], start=1):
        code = f"7012{number:02d}"
        made.append(
            replace(
                pattern,
                id=school_key("70", "7012", code),
                code=code,
                short_name=name,
                full_name=f"МБОУ «{name}»",
                district="Кедровский муниципальный район",
                district_code="7012",
            )
        )
    return tuple(made)


def begin(program: Program, workspace: Workspace, count: int = len(NAMES)) -> None:
    """Make a workspace that of the district, with a registry."""
    offices.save_office(DISTRICT, workspace)
    with workspace.open_work() as work:
        for school in registry(program, count):
            work.schools.put(school)
        work.commit()


def hand_in(program: Program, folder: Path, keys: PublicKeys, stick: Path) -> Path:
    """Let the school of a folder write its package for the district's keys."""
    with program.workspace(folder) as workspace:
        registering.save_receiver_keys(keys, workspace)
        return sending.send(stick, workspace).path


def enrol_district(program: Program, region: Path, stick: Path) -> Path:
    """Let a region whose workspace is in a folder write the district's enrolment."""
    with program.workspace(region) as workspace:
        offices.save_office(REGION, workspace)
        with workspace.open_work() as work:
            work.offices.put(DISTRICT)
            work.commit()
        (done,) = enrolling.enrol((DISTRICT.code,), stick, workspace)
    return done.path
