"""An invented district: twelve schools, each as far as schools come in a November."""

from dataclasses import dataclass, replace
from pathlib import Path

from shkola_desktop.app import attaching, demo, diagnosing, offices, planning
from shkola_desktop.app.exchange import importing
from shkola_desktop.app.exchange.sending import PACK_HASH_DIGITS
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.remarks import deciding, writing
from shkola_desktop.app.remarks.writing import Spot
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.bootstrap import Program
from shkola_desktop.domain.addressing import readdressed
from shkola_desktop.domain.diagnosis import Diagnosis
from shkola_desktop.domain.ids import DiagnosisId, OptionId, ProgrammeId
from shkola_desktop.domain.ledger import Receiving, ReceivingState
from shkola_desktop.domain.office import Office, Role, school_key
from shkola_desktop.domain.opened import Opened, SignatureState
from shkola_desktop.domain.package import (
    Correspondent,
    HandOver,
    Header,
    PackageKind,
    PublicKeys,
)
from shkola_desktop.domain.review import EntryKind, PlaceKind, next_number
from shkola_desktop.domain.school import School

DISTRICT = Office(
    code="7012",
    name="Управление образования Кедровского района",
    role=Role.DISTRICT,
    region="70",
    region_name="Томская область",
    head="О. П. Ким",
    head_position="начальник управления",
)
NAMES = (
    "Берёзовская СОШ",
    "Большеярская СОШ имени Героя Советского Союза П. Н. Кочетова",
    "Вершининская ООШ",
    "Громышёвская СОШ",
    "Зоркальцевская СОШ",
    "Кедровская СОШ № 1",
    "Кедровская СОШ № 2",
    "Малиновская ООШ",
    "Мирненская СОШ",
    "Рыбаловская СОШ",
    "Тихореченская ООШ",
    "Чернореченская начальная школа – детский сад",
)
HANDED_IN = 9
"""Schools of which a package came."""
PROOF = b"%PDF-1.4 order"


@dataclass(frozen=True)
class Sample:
    """What one real school hands over; the others are made like it."""

    content: HandOver
    earlier: Diagnosis


def fill_district(program: Program, folder: Path, workspace: Workspace) -> None:
    """Fill a district's workspace; ``folder`` is for a school's own meanwhile."""
    offices.save_office(DISTRICT, workspace)
    sample = _sample(program, folder)
    with workspace.open_work() as work:
        for number, name in enumerate(NAMES, start=1):
            school = _school(number, name, sample.content.school)
            work.schools.put(school)
            work.correspondents.put(
                Correspondent(school.code, name, workspace.keys.public())
            )
        work.commit()
    for number in range(1, HANDED_IN + 1):
        hand_in(number, sample, workspace)
    _review(workspace)


def hand_in(
    number: int, sample: Sample, workspace: Workspace, sequence: int = 1
) -> None:
    """Let a school's package come in."""
    with workspace.open_work() as work:
        school = next(s for s in work.schools.list() if s.code == _code(number))
        content = _content(number, school, sample, sequence)
        header = Header(
            id=f"p-{number}-{sequence}",
            kind=PackageKind.DIAGNOSIS,
            sender=school.code,
            receiver=DISTRICT.code,
            sequence=sequence,
            last_received=0,
            form=content.pack_id,
            created_at=workspace.clock.now(),
        )
        good, keys = SignatureState.GOOD, PublicKeys("age1x", "RWx")
        opened = Opened(header, content, header.id, 1, good, keys, ())
        importing.import_hand_over(opened, content, work, workspace)
        work.receivings.put(_receiving(header, workspace))
        earlier = replace(
            sample.earlier, id=DiagnosisId(f"e-{number}"), school=school.id
        )
        work.diagnoses.put(earlier)
        work.commit()


def _sample(program: Program, folder: Path) -> Sample:
    with program.workspace(folder) as workspace:
        known = demo.parse(program.demo_text())
        keys = program.demo_district(folder)
        demo.fill(known, keys, workspace)
        latest, earlier = diagnosing.diagnoses_of(workspace)[:2]
        proof = folder / "Приказ о рабочей группе.pdf"
        proof.write_bytes(PROOF)
        diagnosing.reopen(latest.id, "файлы", workspace)
        for code in list(latest.answers)[:3]:
            attaching.attach(latest.id, code, proof, workspace)
        latest = diagnosing.complete(latest.id, workspace)
        evidence = {e.hash: PROOF for a in latest.answers.values() for e in a.evidence}
        content = HandOver(
            school=known.school,
            diagnosis=latest,
            programme=planning.programme_of(workspace),
            actions=(),
            evidence=evidence,
            pack_id=f"{latest.edition}@{latest.edition_hash[:PACK_HASH_DIGITS]}",
            pack_text="",
            program_version=workspace.program_version,
        )
    return Sample(content, earlier)


def _code(number: int) -> str:
    return f"7012{number:02d}"


def _school(number: int, name: str, like: School) -> School:
    code = _code(number)
    return replace(
        like,
        id=school_key("70", "7012", code),
        code=code,
        short_name=name,
        full_name=f"МБОУ «{name}»",
        district=DISTRICT.name,
        district_code=DISTRICT.code,
        region=DISTRICT.region_name,
    )


def _content(number: int, school: School, sample: Sample, sequence: int) -> HandOver:
    content = sample.content
    programme = content.programme
    answers = dict(content.diagnosis.answers)
    for position, code in enumerate(list(answers)):
        if sequence > 1 and position % 9 == 0:
            # put right after a return: another comment
            text = f"Исправлено к сдаче № {sequence}: протокол приложен."
            answers[code] = replace(answers[code], comment=text)
        elif (position + number) % 13 == 0:
            answers[code] = replace(answers[code], option=OptionId("o0"))
    diagnosis = replace(
        content.diagnosis, id=DiagnosisId(f"d-{number}"), answers=answers
    )
    made = replace(
        content,
        school=school,
        diagnosis=diagnosis,
        programme=programme
        and replace(programme, id=ProgrammeId(f"pr-{number}"), diagnosis=diagnosis.id),
    )
    moved = readdressed(made, lambda _id: school.id)
    assert isinstance(moved, HandOver)
    return moved


def _receiving(header: Header, workspace: Workspace) -> Receiving:
    return Receiving(
        header.id,
        header.kind,
        header.sender,
        header.sequence,
        ReceivingState.IMPORTED,
        workspace.clock.now(),
        header.file_name,
        1,
        header.id,
    )


def _review(workspace: Workspace) -> None:
    """Return one school with remarks that it answers, accept two."""
    year = workspace.clock.now().astimezone().year
    with workspace.open_work() as work:
        work.settings.put("person", "И. С. Лаптева")
        work.commit()
    first = school_key("70", "7012", _code(1))
    for number in (3, 5):
        deciding.accept(school_key("70", "7012", _code(number)), year, workspace)
    codes = _codes(first, workspace)
    texts = (
        "Приказа о рабочей группе в файлах нет, приложите скан с подписью.",
        "По сайту школы кружков меньше, чем указано. Проверьте число детей.",
    )
    made = [
        writing.remark(
            Spot(first, DiagnosisId("d-1"), PlaceKind.INDICATOR, code), text, workspace
        )
        for code, text in zip(codes, texts, strict=False)
    ]
    spot = Spot(first, DiagnosisId("d-1"), PlaceKind.SECTION, "roadmap")
    closed = writing.remark(spot, "Нет сроков у трёх мероприятий.", workspace)
    deciding.give_back(first, year, workspace, "Поправьте два показателя.")
    writing.resolve(first, closed.id, workspace)
    with workspace.open_work() as work:
        _answer(made[0], work, workspace)
        work.commit()


def _answer(remark, work: UnitOfWork, workspace: Workspace) -> None:
    number = next_number(work.reviews.entries(remark.school))
    reply = replace(
        remark,
        id="answer-of-the-school",
        number=number,
        kind=EntryKind.REPLY,
        side=Role.SCHOOL,
        who="А. П. Соболева",
        at=workspace.clock.now(),
        text="Скан приложили, приказ № 14 от 3 сентября.",
    )
    work.reviews.add_entries((reply,))


def _codes(school: str, workspace: Workspace) -> list[str]:
    with workspace.open_reading() as work:
        diagnosis = work.diagnoses.get(DiagnosisId("d-1"))
    assert diagnosis is not None
    assert diagnosis.school == school
    return list(diagnosis.answers)
