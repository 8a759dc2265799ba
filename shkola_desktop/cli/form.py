"""``shkola form``: look at a form pack and check it."""

import json as json_text
from pathlib import Path
from typing import Annotated

import typer

from shkola_desktop.bootstrap import Program
from shkola_desktop.cli.output import print_json, print_problems, problem_dict
from shkola_desktop.domain.ids import EditionCode

app = typer.Typer(help="Форма самодиагностики: показать, проверить.")


@app.command()
def show(
    edition: Annotated[
        str | None, typer.Argument(help="Код редакции; без него – новейшая.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Весь пакет в JSON.")] = False,
) -> None:
    """Показать форму: направления, критерии, показатели, значения и баллы."""
    forms = Program().forms
    code = EditionCode(edition) if edition else forms.codes()[0]
    known = forms.edition(code)
    if json:
        pack = json_text.loads(forms.pack_text(code))
        print_json({"hash": known.hash, "pack": pack})
        return
    print(f"{known.title} ({known.code}, версия {known.version}, {known.hash[:12]})")
    for direction in known.directions:
        print(f"\n{direction.name}")
        for indicator in direction.indicators:
            mark = " [критический]" if indicator.critical else ""
            print(f"  {indicator.code} {indicator.name}{mark}")
            for option in indicator.options:
                print(f"      {option.points}  {option.text}")


@app.command()
def check(
    folder: Annotated[
        Path | None, typer.Argument(help="Папка редакции; без неё – все формы.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Замечания в JSON.")] = False,
) -> None:
    """Проверить файлы формы и пересчитать записанные примеры."""
    problems = Program().forms.check(folder)
    if json:
        print_json({"problems": [problem_dict(problem) for problem in problems]})
    elif problems:
        print_problems(problems)
    else:
        print("Замечаний нет.")
    raise typer.Exit(1 if problems else 0)
