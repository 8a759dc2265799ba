"""Every error of ours has words of its own for the person."""

from pathlib import Path

import pytest

from shkola_desktop.domain import errors
from shkola_desktop.domain.errors import Problem
from shkola_desktop.transfer import layout
from shkola_desktop.words.messages import PROBLEMS, WORDS, message_for, problem_line

ABSTRACT = {errors.ShkolaError, errors.UserError, errors.HostError}


def leaves(kind: type) -> set[type]:
    below = kind.__subclasses__()
    return {kind} | {leaf for child in below for leaf in leaves(child)}


def test_the_table_of_words_is_complete():
    assert leaves(errors.ShkolaError) - ABSTRACT - set(WORDS) == set()


@pytest.mark.parametrize(
    ("error", "happened", "advice"),
    [
        (
            errors.DriveFull(Path("/stick"), 2_000_000, 100_000),
            "На носителе мало места: нужно 1,9\u00a0МБ, свободно 98\u00a0КБ.",
            "Освободите место или возьмите другой носитель.",
        ),
        (
            errors.AnswersMissing(("zn.1.1", "zn.1.2")),
            "Ещё нет ответа: 2\u00a0показателя.",
            "Нажмите «Проверить», чтобы перейти к ним.",
        ),
        (
            errors.NoSuchEdition("smp-2030", ("smp-2024",)),
            "Форма «smp-2030» не найдена.",
            "Есть такие: smp-2024.",
        ),
    ],
)
def test_a_message_says_what_happened_and_what_to_do(error, happened, advice):
    message = message_for(error)
    assert (message.happened, message.advice) == (happened, advice)


def test_a_problem_names_its_place_the_fault_and_the_cure():
    problem = Problem("", "answers.zn.1.1", "option-unknown", "o9", "o0, o1")
    line = problem_line(problem)
    assert line == "answers.zn.1.1: нет значения «o9»; возможны: o0, o1."


def test_every_fault_of_a_package_has_words():
    rules = {
        value
        for name, value in vars(layout).items()
        if name.split("_")[0]
        in {"ZIP", "BAG", "HEADER", "SIGNATURE", "CONTENT", "ATTACHMENT"}
        and isinstance(value, str)
        and "." not in value
        and "/" not in value
    }
    assert len(rules) >= 20
    assert rules - set(PROBLEMS) == set()
