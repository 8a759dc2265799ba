"""The words of carrying a programme out: states, terms moved on, what was decided."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from shkola_desktop.domain.correction import Decision, Proposal
from shkola_desktop.domain.due_dates import MonthWords
from shkola_desktop.domain.execution import CheckKind, CorrectionLine, Progress
from shkola_desktop.domain.figures import Compared, ValueWords
from shkola_desktop.domain.programme import Programme
from shkola_desktop.domain.progress import (
    CourseWords,
    Entry,
    Share,
    share_of,
    tally,
)
from shkola_desktop.words.plans import term
from shkola_desktop.words.russian import NBSP, capital, short_date
from shkola_desktop.words.self_check_lexicon import TERM_WORDS

STATES = {
    Progress.NOT_BEGUN: "не начато",
    Progress.GOING: "выполняется",
    Progress.DONE: "выполнено",
    Progress.MOVED: "перенесено",
    Progress.DROPPED: "отменено",
}
CHECKS = {
    CheckKind.JANUARY: "Промежуточная проверка, январь",
    CheckKind.JUNE: "Итоговая проверка за год, июнь",
}
DECISIONS = {
    Decision.MOVE: "перенести на следующий год",
    Decision.KEEP: "оставить как есть",
    Decision.DROP: "исключить из дорожной карты",
}
TARGET_DECISIONS = {
    Decision.MOVE: "изменить значение следующего года",
    Decision.KEEP: "оставить как есть",
}
MEASURES_OF = ("мероприятия", "мероприятий", "мероприятий")
CHANGES = ("изменение", "изменения", "изменений")


def _sought(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


MONTHS = MonthWords(
    months=(
        *(
            (_sought(rf"\b{stem}"), number)
            for number, stem in enumerate(
                (
                    "январ",
                    "феврал",
                    "март",
                    "апрел",
                    r"ма[йяею]\b",
                    "июн",
                    "июл",
                    "август",
                    "сентябр",
                    "октябр",
                    "ноябр",
                    "декабр",
                ),
                start=1,
            )
        ),
        (_sought(r"\bзим(?:а|ой|ы|у|н)"), 2),
        (_sought(r"\bвес(?:на|ной|ны|ну|енн)"), 5),
        (_sought(r"\bлет(?:о|ом|н\w+)\b"), 8),
        (_sought(r"\bосен"), 11),
    )
)
"""Of a season the last month: «осень» is over with November."""
VALUES = ValueWords(
    at_most=_sought(r"не\s+(?:более|больше|выше|свыше)|до\s+\d|≤|<|максимум"),
    falling=_sought(r"\b(?:сниж|сокращ|уменьш|отсутств|количество нарушений)"),
)
COURSE_WORDS = CourseWords(TERM_WORDS, MONTHS, VALUES)


def moved_term(text: str, programme: Programme, year: int) -> str:
    """Return a term a year later: «1-й год, май» of 2027 → «2028 год, май».

    A term of several years ends a year later; one without a year gets one.
    """
    printed = term(text, programme)
    later = str(year + 1)
    named_years = (int(found) for found in re.findall(r"(?<!\d)20\d\d(?!\d)", printed))
    year = max((known for known in named_years if known <= year), default=year)
    span = re.compile(rf"(20\d\d)(\s?[–-]\s?){year}\b")
    if span.search(printed):
        return span.sub(rf"\g<1>\g<2>{later}", printed)
    named = re.compile(rf"(?<!\d){year}(?!\d)")
    if named.search(printed):
        return named.sub(later, printed)
    return f"{later}{NBSP}год, {printed}" if printed else f"{later}{NBSP}год"


def begun_anew(text: str) -> str:
    """Return a term for a new programme: years of the calendar are its first ones."""
    text = re.sub(
        r"20\d\d\s?[–-]\s?20\d\d\s+годы?", "1–2-й годы", text.replace(NBSP, " ")
    )
    return re.sub(r"20\d\d(?:/\d\d)?\s+год\w*", "1-й год", text)


def due_words(entry: Entry) -> str:
    """Return until when something is to be done: «до 31.12.2027»."""
    return f"до{NBSP}{short_date(entry.due)}" if entry.due else "срок не понятен"


def held_in(kind: CheckKind, year: int) -> str:
    """Return the name of a check with the year in which it is held."""
    return f"{CHECKS[kind]} {year + 1}{NBSP}года"


def share_words(share: Share) -> str:
    """Return «5 из 12 (41 %)»; nothing planned is told as such."""
    if share.percent is None:
        return "не планировалось"
    return f"{share.done} из {share.planned} ({share.percent}{NBSP}%)"


def target_said(values: Compared) -> str:
    """Return whether a plan was reached, and by how much it was not."""
    if values.short is None:
        return "" if values.reached.strip() else "нет данных"
    if values.short == 0:
        return "достигнуто"
    return f"не достигнуто, разница {number_said(values.short)}"


def number_said(number: Decimal) -> str:
    """Return a number as people write it: «2,5», without zeros that say nothing."""
    return f"{number.normalize():f}".replace(".", ",")


def check_said(entries: Sequence[Entry], today: date) -> str:
    """Return what a check finds by the data: done, left, late, moved, dropped."""
    if not entries:
        return "По срокам проверять нечего."
    share = share_of(entries)
    counts = tally(entries)
    late = sum(entry.overdue(today) for entry in entries)
    others = (
        (counts[Progress.GOING], "выполняется"),
        (counts[Progress.NOT_BEGUN], "не начато"),
        (counts[Progress.MOVED], "перенесено"),
        (counts[Progress.DROPPED], "отменено"),
        (late, "просрочено"),
    )
    rest = "; ".join(f"{words} {count}" for count, words in others if count)
    return f"Выполнено {share_words(share)}{f'; {rest}' if rest else ''}."


def proposal_said(proposal: Proposal) -> str:
    """Return a proposal on two lines: what it is about, and what is decided."""
    about = subject(proposal)
    names = DECISIONS if proposal.entry is not None else TARGET_DECISIONS
    decision = names[proposal.decision]
    if proposal.decision is Decision.MOVE:
        decision += f": {proposal.old or 'не задано'} → {proposal.new}"
    elif proposal.entry is not None and proposal.decision is Decision.KEEP:
        decision += f": {proposal.old}" if proposal.old else ""
    reason = f". Причина: {proposal.reason}" if proposal.reason.strip() else ""
    if proposal.target is not None:
        values = proposal.target.compared
        about += f" – план {values.planned}, достигнуто {values.reached}"
    return f"{about}\n{capital(decision)}{reason}"


def corrected_said(line: CorrectionLine) -> str:
    """Return a decision that was taken over, on one line."""
    new = f"{line.old or 'не задано'} → {line.new}" if line.new else "исключено"
    return f"{line.what}: {new}"


def before_correction(year: int) -> str:
    """Return the name under which a programme is kept before it is corrected."""
    return f"Редакция до корректировки {year} года"


def subject(proposal: Proposal) -> str:
    """Return what a proposal is about: the measure's words, or the target's name."""
    if proposal.entry is not None:
        return proposal.entry.work.measure.text
    return proposal.target.target.name if proposal.target else ""


def change_told(proposal: Proposal, year: int) -> str:
    """Return a line of the list of changes: what, as it was, as it is, and why."""
    about = subject(proposal)
    if proposal.entry is None:
        next_year = f"значение на {year + 1} год"
        what = f"Показатель «{about}»: {next_year} {_from_to(proposal, 'изменено')}"
    elif proposal.decision is Decision.DROP:
        what = f"Мероприятие «{about}» исключено из дорожной карты"
        what += f" (срок был: {proposal.old})" if proposal.old else ""
    else:
        what = f"Мероприятие «{about}»: срок {_from_to(proposal, 'изменён')}"
    reason = proposal.reason.strip().rstrip(".")
    return f"{what}. Причина: {reason}." if reason else f"{what}."


def _from_to(proposal: Proposal, changed: str) -> str:
    new = f"«{proposal.new.strip()}»"
    if not proposal.old.strip():
        return f"– {new}, прежде не было задано"
    return f"{changed} с «{proposal.old}» на {new}"
