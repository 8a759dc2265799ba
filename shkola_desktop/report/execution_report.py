"""The yearly report: what was done, reached, decided, and what follows."""

from collections.abc import Iterator, Sequence
from datetime import date

from shkola_desktop.domain.documents import ProgrammeMaterial
from shkola_desktop.domain.execution import CheckKind, Progress
from shkola_desktop.domain.progress import (
    Course,
    Entry,
    course_of,
    finished_year,
    share_of,
)
from shkola_desktop.report.document import (
    Approval,
    Approvals,
    Block,
    Column,
    Document,
    Gap,
    Heading,
    Paragraph,
    Row,
    RowKind,
    Style,
    Table,
)
from shkola_desktop.report.programme.plan import Plan, plan_of
from shkola_desktop.report.requisites import (
    DATE,
    DAY,
    NUMBER,
    SIGNATURE,
    name_of,
    numbered,
    signature,
)
from shkola_desktop.report.yearly_values import values
from shkola_desktop.words.execution import (
    COURSE_WORDS,
    STATES,
    due_words,
    share_words,
)
from shkola_desktop.words.plans import goal, period_named, term
from shkola_desktop.words.russian import (
    MEASURES,
    NBSP,
    capital,
    counted,
    first_sentence,
    long_date,
    plural,
    sentence,
    short_date,
    small,
)

COMMON = "Общие мероприятия"
SHARES = (
    Column("Направление", 29),
    Column("План", 9, centred=True),
    Column("Выполнено", 14, centred=True),
    Column("%", 7, centred=True),
    Column("Перенесено", 15, centred=True),
    Column("Отменено", 13, centred=True),
    Column("Осталось", 13, centred=True),
)
WORKS = (
    Column("№", 4.5, centred=True),
    Column("Код", 6.5, centred=True),
    Column("Мероприятие", 28),
    Column("Срок", 20),
    Column("Состояние", 15),
    Column("Что сделано, причина", 26),
)
DECIDED = (
    Column("№", 5, centred=True),
    Column("Мероприятие, показатель", 34),
    Column("Было", 20),
    Column("Стало", 20),
    Column("Причина", 21),
)
CHECK_NAMES = {
    CheckKind.JANUARY: "промежуточная проверка",
    CheckKind.JUNE: "итоговая проверка",
}


class _Year:
    """What the sections share: the plan, the course, the year and its entries."""

    def __init__(self, material: ProgrammeMaterial) -> None:
        self.plan: Plan = plan_of(material)
        self.today: date = material.made_at.astimezone().date()
        programme = material.programme
        self.year = material.report_year or finished_year(programme, self.today)
        common = material.bank.cross_cutting
        self.course: Course = course_of(programme, common, COURSE_WORDS)
        self.entries = self.course.entries(self.year)

    @property
    def groups(self) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
        """Directions with their entries of the year; common measures come first."""
        named = [(None, COMMON), *((d.code, d.name) for d in self.plan.directions)]
        pairs = (
            (name, tuple(e for e in self.entries if e.work.direction == code))
            for code, name in named
        )
        return tuple((name, entries) for name, entries in pairs if entries)

    @property
    def left(self) -> tuple[Entry, ...]:
        """What the year had to see done and did not."""
        return tuple(
            e
            for e in self.entries
            if e.record.state is not Progress.DONE and not e.stage
        )


def execution_report(material: ProgrammeMaterial) -> Document:
    """Return the report about a year, ready for the council and the founder."""
    known = _Year(material)
    programme, school = material.programme, material.school
    about = f"о реализации Программы развития за {known.year} год"
    return Document(
        title=f"Отчёт {about}",
        author=school.short_name,
        subject=school.full_name,
        blocks=(
            _approved(material),
            Gap(4),
            name_of(school),
            Gap(4),
            Paragraph("ОТЧЁТ", Style.TITLE),
            Paragraph(
                f"{about}\n(Программа развития на {period_named(programme)})",
                Style.SUBTITLE,
            ),
            Heading("1 Программа и её цель"),
            *_basis(known),
            Heading("2 Выполнение мероприятий"),
            *_works(known),
            Heading("3 Показатели и уровни"),
            *values(known.plan, known.course, known.year),
            Heading("4 Причины и решения"),
            *_reasons(known),
            Heading("5 Корректировка Программы"),
            *_correction(known),
            Heading("6 Выводы"),
            *_conclusions(known),
            Gap(6),
            signature("Директор", school.director),
        ),
    )


def _approved(material: ProgrammeMaterial) -> Approvals:
    director = material.school.director.strip()
    return Approvals(
        (
            Approval(
                "РАССМОТРЕН",
                "педагогическим советом",
                f"протокол\nот {DAY} № {NUMBER}",
            ),
            Approval("", "", ""),
            Approval(
                "УТВЕРЖДАЮ", "Директор", f"{SIGNATURE} {director}".strip() + f"\n{DATE}"
            ),
        )
    )


def _basis(known: _Year) -> Iterator[Block]:
    material, plan = known.plan.material, known.plan
    programme = material.programme
    order = programme.approvals.order
    approved = (
        f" утверждена приказом {numbered(order)}"
        if order.on and order.number.strip()
        else " реализуется школой"
    )
    yield Paragraph(
        f"Программа развития на {period_named(programme)} (далее – Программа)"
        f"{approved}. Отчёт показывает, что выполнено за {known.year} год, какие "
        "значения показателей достигнуты и что решено изменить."
    )
    aim = goal(programme, material.form, material.result, plan.planned)
    yield Paragraph(f"Цель Программы: {sentence(small(aim))}")
    held = [
        _held(known, kind)
        for kind in CheckKind
        if programme.execution.check(known.year, kind).on
    ]
    if held:
        yield Paragraph(sentence(f"Ход реализации проверен: {'; '.join(held)}"))


def _held(known: _Year, kind: CheckKind) -> str:
    check = known.plan.programme.execution.check(known.year, kind)
    on = f"{NBSP}– {long_date(check.on)}" if check.on else ""
    by = f" ({check.by.strip()})" if check.by.strip() else ""
    return f"{CHECK_NAMES[kind]}{on}{by}"


def _works(known: _Year) -> Iterator[Block]:
    if not known.entries:
        yield Paragraph(f"На {known.year} год мероприятия не запланированы.")
        return
    yield Paragraph(_done_said(known))
    rows = [_share_row(name, entries) for name, entries in known.groups]
    total = _share_row("Всего", known.entries)
    yield Table(
        SHARES,
        (*rows, Row(total.cells, RowKind.TOTAL)),
        f"Выполнение мероприятий {known.year} года по направлениям",
    )
    yield Table(WORKS, tuple(_work_rows(known)), f"Мероприятия {known.year} года")


def _done_said(known: _Year) -> str:
    share = share_of(known.entries)
    if not any(e.record.state is not Progress.NOT_BEGUN for e in known.entries):
        return (
            f"На {known.year} год запланировано {counted(share.planned, MEASURES)}. "
            "Ход их выполнения на день составления отчёта не отмечен."
        )
    percent = "" if share.percent is None else f" ({share.percent}{NBSP}%)"
    done = f"{counted(share.done, MEASURES)} из {share.planned}{percent}"
    parts = [f"Из запланированного на {known.year} год выполнено {done}."]
    stages = sum(entry.stage for entry in known.entries)
    if stages:
        verb = plural(stages, ("рассчитано", "рассчитаны", "рассчитано"))
        parts.append(
            f"Ещё {counted(stages, MEASURES)} {verb} на несколько лет и "
            f"{plural(stages, ('продолжается', 'продолжаются', 'продолжается'))}."
        )
    late = sum(entry.overdue(known.today) for entry in known.entries)
    if late:
        verb = plural(late, ("Просрочено", "Просрочены", "Просрочено"))
        parts.append(f"{verb} {counted(late, MEASURES)}.")
    return " ".join(parts)


def _share_row(name: str, entries: Sequence[Entry]) -> Row:
    share = share_of(entries)
    due = [entry for entry in entries if not entry.stage]

    def count(*states: Progress) -> str:
        return str(sum(entry.record.state in states for entry in due))

    return Row(
        (
            name,
            str(share.planned),
            str(share.done),
            "–" if share.percent is None else str(share.percent),
            count(Progress.MOVED),
            count(Progress.DROPPED),
            count(Progress.NOT_BEGUN, Progress.GOING),
        )
    )


def _work_rows(known: _Year) -> Iterator[Row]:
    number = 0
    for name, entries in known.groups:
        yield Row((f"{name}: {share_words(share_of(entries))}",), RowKind.SECTION)
        for entry in entries:
            number += 1
            yield _work_row(number, entry, known)


def _work_row(number: int, entry: Entry, known: _Year) -> Row:
    record = entry.record
    when = f"\n{short_date(record.on)}" if record.on else ""
    late = "\nпросрочено" if entry.overdue(known.today) else ""
    longer = f"\n{due_words(entry)}" if entry.stage else ""
    said = [part.strip() for part in (record.done, record.note) if part.strip()]
    return Row(
        (
            str(number),
            ", ".join(entry.work.codes) or "–",
            entry.work.measure.text or "–",
            term(entry.work.measure.term, known.plan.programme) or "–",
            f"{STATES[record.state]}{when}{late}{longer}",
            "\n".join(said) or "–",
        )
    )


def _reasons(known: _Year) -> Iterator[Block]:
    left = known.left
    if not left:
        yield Paragraph("Невыполненных мероприятий со сроком в этом году нет.")
        return
    told = [entry for entry in left if entry.record.note.strip()]
    silent = len(left) - len(told)
    if told:
        yield Paragraph("Почему мероприятия не выполнены и что решено:", Style.PLAIN)
    for entry in told:
        words = first_sentence(entry.work.measure.text)
        state = STATES[entry.record.state]
        note = sentence(capital(entry.record.note.strip()))
        yield Paragraph(f"{words} – {state}. {note}", Style.BULLET)
    if silent:
        more = "Ещё по " if told else "По "
        of = plural(silent, ("мероприятию", "мероприятиям", "мероприятиям"))
        yield Paragraph(
            f"{more}{silent}{NBSP}{of} причина не указана: состояние и срок приведены "
            "в таблице раздела 2."
        )


def _correction(known: _Year) -> Iterator[Block]:
    lines = known.plan.programme.execution.corrected(known.year)
    if not lines:
        yield Paragraph(
            f"По итогам {known.year} года изменения в Программу не внесены."
        )
        return
    yield Paragraph(
        f"По итогам {known.year} года в Программу внесены изменения; они записаны в "
        "лист изменений."
    )
    yield Table(
        DECIDED,
        tuple(
            Row(
                (
                    str(number),
                    line.what or "–",
                    line.old or "–",
                    line.new or "исключено",
                    line.reason or "–",
                )
            )
            for number, line in enumerate(lines, start=1)
        ),
        f"Корректировка по итогам {known.year} года",
    )


def _conclusions(known: _Year) -> Iterator[Block]:
    execution = known.plan.programme.execution
    said = [execution.check(known.year, kind).conclusions.strip() for kind in CheckKind]
    yield Paragraph(_outcome(known))
    for conclusions in said:
        for line in conclusions.splitlines():
            if line.strip():
                yield Paragraph(line.strip())


def _outcome(known: _Year) -> str:
    share = share_of(known.entries)
    if share.percent is None:
        return f"В {known.year} году мероприятия не планировались."
    if share.done == share.planned:
        return f"Запланированное на {known.year} год выполнено полностью."
    rest = share.planned - share.done
    if known.year >= known.plan.programme.last_year:
        following = "учтено при составлении следующей Программы"
    else:
        following = f"взято на контроль в {known.year + 1} году"
    return (
        f"Запланированное на {known.year} год выполнено на {share.percent}{NBSP}%. "
        f"Невыполненное ({counted(rest, MEASURES)}) {following}."
    )
