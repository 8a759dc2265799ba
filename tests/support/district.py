"""An invented district or region whose schools have answered."""

from shkola_desktop.app import demo_district, offices
from shkola_desktop.bootstrap import Program
from shkola_desktop.domain.office import Office, Role

DISTRICT = Office(
    code="7012",
    name="Управление образования Кедровского района",
    role=Role.DISTRICT,
    region="70",
    region_name="Учебная область",
)
REGION = Office(
    code="70",
    name="Региональный оператор",
    role=Role.REGION,
    region="70",
    region_name="Учебная область",
)


def fill(workspace, office=DISTRICT, *, years=(2025, 2026), schools=None):
    """Make it the office's workspace; ``schools`` cuts the list of schools."""
    offices.save_office(office, workspace)
    demo = demo_district.parse(Program().demo_schools_text())
    if schools is not None:
        kept = demo.schools[:schools]
        demo = demo_district.DemoSchools(demo.region, demo.districts, kept)
    return demo_district.fill(demo, years, workspace)
