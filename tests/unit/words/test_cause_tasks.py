"""The tasks that answer causes: own, known for the bank's causes, or by measures."""

import pytest

from shkola_desktop.domain.programme import Cause
from shkola_desktop.words.cause_tasks import CAUSE_TASKS
from shkola_desktop.words.plans import cause_task, deficits_included
from shkola_desktop.words.russian import first_sentence, small
from tests.support.builders import a_deficit, a_measure, a_programme

INNER, OUTER = Cause("нет опыта", external=False), Cause("нет связи", external=True)


def test_every_cause_of_the_bank_has_its_task(tmp_path, program):
    with program.workspace(tmp_path) as workspace:
        bank = workspace.catalogue.bank()
    causes = {
        cause.text
        for known in bank.criteria
        for cause in (*known.internal_causes, *known.external_causes)
    }
    assert {cause.lower() for cause in causes} == set(CAUSE_TASKS)


def test_a_known_task_begins_with_a_verb_and_ends_without_a_full_stop():
    for task in CAUSE_TASKS.values():
        first = task.split(" ")[0].rstrip(",")
        assert first.endswith(("ть", "ти", "чь", "ться")), task
        assert task[0].isupper()
        assert not task.endswith(".")


def test_the_own_task_wins():
    own = (Cause("нет ответственного", external=False, task=" Нанять "), INNER)
    assert cause_task(own, [a_deficit()]) == "Нанять"


def test_a_cause_of_the_bank_has_a_task_ready():
    known = Cause("Нет ответственного", external=False)
    assert cause_task([known], [a_deficit()]) == "Назначить ответственного приказом"


def test_another_cause_is_answered_by_the_first_measure():
    measure = a_measure(text="Обучить педагогов. Один курс на двоих")
    deficit = a_deficit(measures=(measure,))
    assert cause_task([INNER], [deficit]) == (
        "Устранить причину «нет опыта»: обучить педагогов"
    )
    assert cause_task([OUTER], [deficit]) == (
        "Уменьшить влияние причины «нет связи»: обучить педагогов"
    )


def test_without_measures_the_task_is_to_find_them():
    assert cause_task([INNER], [a_deficit(measures=())]) == (
        "Устранить причину «нет опыта»: определить меры и ответственного"
    )


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Один раз в год. Начать с заочных", "Один раз в год"),
        ("Договор с с. Тихая Речка", "Договор с с. Тихая Речка"),
        ("Школа пос. Азиатский", "Школа пос. Азиатский"),
        ("Утвердить.", "Утвердить"),
        ("", ""),
    ],
)
def test_the_first_sentence_ends_where_a_sentence_ends(text, first):
    assert first_sentence(text) == first


def test_an_abbreviation_keeps_its_letters():
    assert (small("Охват"), small("ВСОКО"), small("")) == ("охват", "ВСОКО", "")


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, "включён 1 дефицит"),
        (2, "включено 2 дефицита"),
        (5, "включено 5 дефицитов"),
    ],
)
def test_a_count_takes_its_verb(count, text):
    deficits = tuple(a_deficit(code=str(n)) for n in range(count))
    said = deficits_included(a_programme(deficits=deficits))
    assert said.replace("\u00a0", " ") == text
