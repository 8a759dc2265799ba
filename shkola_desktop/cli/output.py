"""How commands speak: JSON for machines, lines for people, refusals on stderr."""

import json
import sys
from io import TextIOWrapper

from shkola_desktop.domain.errors import Problem, ShkolaError
from shkola_desktop.words.messages import message_for, problem_line


def speak_any_letter() -> None:
    """Let no letter stop a command: UTF-8 into files and pipes, signs on a console."""
    for stream in (sys.stdout, sys.stderr):
        # a program without a console has no streams
        if isinstance(stream, TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def print_json(value: object) -> None:
    """Print a value as JSON, Russian letters as they are."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_problems(problems: tuple[Problem, ...]) -> None:
    """Print a line for each problem."""
    for problem in problems:
        print(problem_line(problem))


def problem_dict(problem: Problem) -> dict[str, str]:
    """Return the documented shape of a problem."""
    return {
        "file": problem.file,
        "place": problem.place,
        "rule": problem.rule,
        "message": problem_line(problem),
    }


def refuse(error: ShkolaError) -> None:
    """Say on stderr what happened and what to do."""
    message = message_for(error)
    print(message.sentence, file=sys.stderr)
    for line in message.details:
        print(f"  {line}", file=sys.stderr)
