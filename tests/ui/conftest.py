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
