"""Pictures of every screen, for eyes: ``python -m tests.pictures OUT``.

Each state of a school (new, empty, half, full) is filled through the use cases,
shown at 1366×768 and grabbed; the picture of README is made the same way.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QListWidget,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QWidget,
)

from shkola_desktop.app import (
    answering,
    demo,
    diagnosing,
    executing,
    material,
    planning,
    registering,
    reporting,
)
from shkola_desktop.app.exchange import sending
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.bootstrap import Program
from shkola_desktop.domain.documents import DocumentKind
from shkola_desktop.domain.execution import (
    CheckKind,
    MeasureRecord,
    Progress,
    YearCheck,
)
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.programme import Programme
from shkola_desktop.domain.programme_parts import Target
from shkola_desktop.ui.application import make_application
from shkola_desktop.ui.context import Screen
from shkola_desktop.ui.look import save_look
from shkola_desktop.ui.main_window import MainWindow
from shkola_desktop.ui.programme.execution.section import TABS
from shkola_desktop.ui.reception.page import ReceptionPage
from shkola_desktop.ui.runner import InlineRunner
from shkola_desktop.ui.screens import SCREENS
from shkola_desktop.ui.shell import Shell
from tests.support import district, handing_in
from tests.support.reviewed_district import fill_district

SIZE = (1366, 768)
STATES = (
    "new",
    "empty",
    "half",
    "full",
    "running",
    "district",
    "answered",
    "region",
    "review",
)
HALF = 40
"""Answers of a half filled form."""
ANSWERED = {"answered": district.DISTRICT, "region": district.REGION}
"""Offices whose schools have answered for three years."""
OFFICES = {"district": Role.DISTRICT, **{s: o.role for s, o in ANSWERED.items()}}
RETURNED = "70/7012/701201"
"""The school of the reviewing district that was returned."""
DOCUMENTS = (DocumentKind.PROTOCOL, DocumentKind.PROGRAMME, DocumentKind.BLANK_FORM)


def main(arguments: list[str]) -> int:
    """Make the pictures that were asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.pictures")
    parser.add_argument("out", type=Path)
    parser.add_argument("--scale", type=int, default=100)
    parser.add_argument("--theme", default="light")
    parser.add_argument("--state", choices=STATES, action="append")
    given = parser.parse_args(arguments)
    given.out.mkdir(parents=True, exist_ok=True)
    application = make_application()
    for state in given.state or STATES:
        with tempfile.TemporaryDirectory() as folder:
            window, shell = opened(state, Path(folder), given.theme, given.scale)
            for name, widget in views(state, Path(folder), window, application):
                path = given.out / f"{state}-{name}.png"
                widget.grab().save(str(path))
                sys.stdout.write(f"{path}\n")
            shell.shut()
            window.deleteLater()
    return 0


def opened(
    state: str, folder: Path, theme: str, scale: int
) -> tuple[MainWindow, Shell]:
    """Return the window on a school in this state."""
    program = Program()
    if state != "new":
        with program.workspace(folder) as workspace:
            fill(state, program, workspace)
            save_look(theme, scale, workspace)
    shell = Shell(program, folder, InlineRunner)
    shell.open()
    window = shell.window
    if not isinstance(window, MainWindow):
        raise TypeError(window)
    window.resize(*SIZE)
    return window, shell


def fill(state: str, program: Program, workspace: Workspace) -> None:
    """Bring a workspace into a state."""
    school = demo.parse(program.demo_text())
    if state in {"review", "district", *ANSWERED}:
        fill_office(state, program, workspace)
        return
    if state == "running":
        made = demo.fill(school, program.demo_district(workspace.folder), workspace)
        run(made, workspace)
        return
    if state == "full":
        demo.fill(school, program.demo_district(workspace.folder), workspace)
        for kind in DOCUMENTS:
            reporting.make(kind, workspace)
        stick = workspace.folder / "stick"
        stick.mkdir()
        sending.send(stick, workspace)
        return
    registering.save_school(school.school, workspace)
    if state == "half":
        registering.save_people(school.people, workspace)
        this_year = max(school.years, key=lambda year: year.offset)
        id = diagnosing.start(workspace.clock.now().year, workspace).id
        for code, option in list(this_year.answers.items())[:HALF]:
            answering.answer(id, code, option, workspace)


def fill_office(state: str, program: Program, workspace: Workspace) -> None:
    """Bring the workspace of a district or region into a state."""
    if state == "review":
        of_school = workspace.folder / "school"
        of_school.mkdir()
        fill_district(program, of_school, workspace)
    elif state == "district":
        handing_in.begin(program, workspace)
        bring(program, workspace)
    else:
        district.fill(workspace, ANSWERED[state], years=(2024, 2025, 2026))


def bring(program: Program, workspace: Workspace) -> None:
    """Lay the package of the demo school on a stick of the district."""
    stick, folder = workspace.folder / "stick", workspace.folder / "school"
    stick.mkdir()
    with program.workspace(folder) as school:
        data = demo.parse(program.demo_text())
        demo.fill(data, program.demo_district(folder), school)
    handing_in.hand_in(program, folder, workspace.keys.public(), stick)


def run(programme: Programme, workspace: Workspace) -> None:
    """Let the programme be in its second year, with all that people write down."""
    this_year = workspace.clock.now().year
    first = this_year - 1
    programme = replace(
        programme,
        first_year=first,
        last_year=first + 3,
        targets=(
            Target("Доля детей в кружках", "%", "40", ("50", "60"), reached=("45,5",)),
            Target("Сетевой договор", "да/нет", "нет", ("да", "да"), reached=("да",)),
        ),
    )
    planning.save(programme, workspace)
    course = executing.course(material.gather(workspace))
    states = (Progress.DONE, Progress.DONE, Progress.GOING, Progress.DONE)
    for number, entry in enumerate(course.entries(first)):
        state = states[number % len(states)]
        record = MeasureRecord(
            entry.work.id,
            first,
            state,
            done="Приказ № 14, положение на сайте" if state is Progress.DONE else "",
            note="" if state is Progress.DONE else "Педагог ушёл в отпуск",
            on=date(first, 12, 20) if state is Progress.DONE else None,
        )
        programme = executing.recorded(programme, entry, record)
    check = YearCheck(
        first,
        CheckKind.JUNE,
        date(this_year, 6, 18),
        "совещание при директоре",
        "Документы готовы, с кружками отстаём: нужен договор с домом культуры.",
    )
    planning.save(executing.with_check(programme, check), workspace)


def carried_out(
    window: MainWindow, application: QApplication
) -> Iterator[tuple[str, QWidget]]:
    """Look at every tab of both years."""
    for year in (0, -1):
        for tab in TABS:
            window.go(Screen.PROGRAMME, f"execution:{tab}")
            shown = window.findChild(QComboBox, "execution-year")
            if shown is None:
                raise TypeError(shown)
            now = int(shown.itemData(1 + year))
            window.go(Screen.PROGRAMME, f"execution:{now}")
            settle(application)
            name = f"execution{year}-{tab}"
            yield name, window
            yield from end(name, shown_page(window), window, application)


def views(
    state: str, folder: Path, window: MainWindow, application: QApplication
) -> Iterator[tuple[str, QWidget]]:
    """Bring every view to the front, one after another."""
    if state == "new":
        settle(application)
        yield "start", window
        yield from end("start", shown_page(window), window, application)
        return
    if state == "review":
        yield from reviewed(window, application)
        return
    if state == "running":
        yield from carried_out(window, application)
        return
    for screen in SCREENS[OFFICES.get(state, Role.SCHOOL)]:
        window.go(screen)
        settle(application)
        yield screen.value, window
        page = shown_page(window)
        if screen is Screen.RECEPTION and state == "district":
            yield from read(folder, page, window, application)
        yield from tabs(screen, page, window, application)
        yield from end(screen.value, page, window, application)
        if screen is Screen.PROGRAMME and state == "full":
            yield from parts(page, window, application)


def reviewed(
    window: MainWindow, application: QApplication
) -> Iterator[tuple[str, QWidget]]:
    """Look at the list, then at a school that was returned and its remarks."""
    window.go(Screen.REVIEW)
    settle(application)
    yield "list", window
    window.go(Screen.REVIEW, RETURNED)
    settle(application)
    yield "school", window
    page = shown_page(window)
    shown = page.findChild(QComboBox, "review-filter")
    places = page.findChild(QListWidget, "review-places-list")
    if shown is None or places is None:
        raise TypeError(shown)
    shown.setCurrentIndex(1)
    shown.activated.emit(1)
    settle(application)
    yield "remarked", window
    for row in range(places.count() - 3, places.count()):
        places.itemActivated.emit(places.item(row))
        settle(application)
        yield f"beside-{row}", window
    for name in ("return", "write-review"):
        asked = page.findChild(QPushButton, name)
        if asked is None:
            raise TypeError(asked)
        asked.click()
        settle(application)
        yield name, window


def tabs(
    screen: Screen, page: QWidget, window: MainWindow, application: QApplication
) -> Iterator[tuple[str, QWidget]]:
    """Turn to every tab of a page but the first, which is shown already."""
    for found in page.findChildren(QTabWidget):
        if not found.isVisible():
            continue
        for number in range(1, found.count()):
            found.setCurrentIndex(number)
            settle(application)
            yield f"{screen.value}-{number}", window


def read(
    folder: Path, page: QWidget, window: MainWindow, application: QApplication
) -> Iterator[tuple[str, QWidget]]:
    """Look through the stick of the district, then take in what it holds."""
    if not isinstance(page, ReceptionPage):
        raise TypeError(page)
    page.places.add_folder(folder / "stick")
    settle(application)
    for name in ("look-through", "words-match", "accept"):
        found = page.findChild(QAbstractButton, name)
        if found is None:
            raise TypeError(name)
        found.click()
        settle(application)
        yield f"reception-after-{name}", window
        yield from end(f"reception-after-{name}", page, window, application)


def parts(
    page: QWidget, window: MainWindow, application: QApplication
) -> Iterator[tuple[str, QWidget]]:
    """Walk the parts of the programme, then look at one deficit."""
    forward = page.findChild(QPushButton, "next-part")
    if forward is None:
        raise TypeError(forward)
    number = 1
    while forward.isEnabled():
        forward.click()
        settle(application)
        number += 1
        name = f"programme-{number:02d}"
        yield name, window
        yield from end(name, page, window, application)
    window.go(Screen.PROGRAMME, "deficit:02")
    settle(application)
    yield "programme-deficit", window
    yield from end("programme-deficit", page, window, application)
    window.go(Screen.PROGRAMME, "section:about")
    looker = page.findChild(QPushButton, "preview-toggle")
    if looker is None:
        raise TypeError(looker)
    looker.click()
    settle(application)
    yield "programme-preview", window
    looker.click()


def end(
    name: str, page: QWidget, window: MainWindow, application: QApplication
) -> Iterator[tuple[str, QWidget]]:
    """Scroll the page to its end, where it scrolls."""
    for area in (page, *page.findChildren(QScrollArea)):
        if not isinstance(area, QScrollArea) or not area.isVisible():
            continue
        bar = area.verticalScrollBar()
        if bar.maximum():
            bar.setValue(bar.maximum())
            settle(application)
            yield f"{name}-end", window
            return


def shown_page(window: MainWindow) -> QWidget:
    """Return the page of the open screen."""
    from PySide6.QtWidgets import QStackedWidget

    stack = window.findChild(QStackedWidget)
    if stack is None:
        raise TypeError(stack)
    return stack.currentWidget()


def settle(application: QApplication) -> None:
    """Let layouts and single shots come to rest."""
    for _ in range(5):
        application.processEvents()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
