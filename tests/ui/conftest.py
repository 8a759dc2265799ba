"""The window on a real workspace, at once or with the real worker thread."""

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from shkola_desktop.app import demo, diagnosing, registering
from shkola_desktop.bootstrap import DATABASE, DEMO_DISTRICT, KEYS, Program
from shkola_desktop.catalogue.store import FormsFolder
from shkola_desktop.ui.application import make_application
from tests.support import handing_in
from tests.support.window import Desk

STAYS = []
"""The application must outlive every test."""


@pytest.fixture(scope="session")
def qapp():
    """The program's own application: Russian, with Qt's own words in Russian."""
    STAYS.append(make_application())
    return STAYS[0]


@pytest.fixture(autouse=True)
def _own_log():
    """Give the log back: every opened workspace sends it into its own folder."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


@pytest.fixture(scope="session")
def forms() -> FormsFolder:
    """The shipped forms, read once."""
    return Program().forms


@pytest.fixture
def desk(qtbot, tmp_path, forms) -> Iterator[Desk]:
    """A computer on which the program was never started."""
    made = Desk(qtbot, tmp_path / "school", forms)
    yield made
    made.discard()


@pytest.fixture(scope="session")
def school_folder(tmp_path_factory) -> Path:
    """A school that has told who it is and has answered nothing; only read it."""
    folder, program = tmp_path_factory.mktemp("school"), Program()
    with program.workspace(folder) as workspace:
        known = demo.parse(program.demo_text())
        registering.save_school(known.school, workspace)
        registering.save_people(known.people, workspace)
        registering.save_receiver_keys(program.demo_district(folder), workspace)
    return folder


@pytest.fixture
def school_desk(desk, school_folder) -> Desk:
    """A school that has answered nothing yet, its window open."""
    _copy(school_folder, desk.folder)
    return desk.open()


@pytest.fixture
def demo_copy(desk, demo_folder) -> Path:
    """The demo school in the folder of the desk; its window is not open yet."""
    _copy(demo_folder, desk.folder)
    return desk.folder


@pytest.fixture
def demo_desk(desk, demo_copy) -> Desk:
    """The demo school: two years completed, a programme, every document."""
    return desk.open()


@pytest.fixture
def draft_desk(desk, demo_copy) -> Desk:
    """The demo school with this year's diagnosis open for changes."""
    with desk.program.workspace(demo_copy) as workspace:
        newest = diagnosing.diagnoses_of(workspace)[0]
        diagnosing.reopen(newest.id, "проверка", workspace)
    return desk.open()


def _copy(source: Path, target: Path) -> None:
    target.mkdir()
    shutil.copy(source / DATABASE, target)
    for keys in (KEYS, DEMO_DISTRICT):
        if (source / keys).is_dir():
            shutil.copytree(source / keys, target / keys)


@pytest.fixture
def stick(tmp_path) -> Path:
    """A folder that stands for a stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def district_desk(desk, stick) -> Desk:
    """A district with twelve schools in its registry, its window open."""
    with desk.program.workspace(desk.folder) as workspace:
        handing_in.begin(desk.program, workspace)
    desk.dialogs.place = stick
    return desk.open()


@pytest.fixture
def school_program(forms) -> Program:
    """The program on a school's computer, beside the district's of the desk."""
    made = Program()
    made.forms = forms
    return made


@pytest.fixture
def handed_in(district_desk, school_program, demo_folder, stick, tmp_path) -> Path:
    """The package of the demo school on the stick, for the district of the desk."""
    folder = tmp_path / "demo-school"
    _copy(demo_folder, folder)
    keys = district_desk.workspace.keys.public()
    return handing_in.hand_in(school_program, folder, keys, stick)
