"""Six invented schools with a programme each, filled as the demo school is filled."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from shkola_desktop.app import demo, editions
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.bootstrap import Program
from shkola_desktop.domain.form import Form, Indicator, Option
from shkola_desktop.domain.ids import IndicatorCode, OptionId
from shkola_desktop.domain.school import Person, School
from shkola_desktop.domain.school_info import Partner, SchoolInfo, Staff, YearFigures

MIDDLE = {1: (1,), 2: (3, 2), 3: (4, 5, 2)}
"""How often each value above zero is taken, by the number of such values."""
NEEDED_FIRST = (
    ("zn.3.2", "zn.3.3"),
    ("zd.2.2", "zd.2.3"),
    ("zd.2.5", "zd.2.6"),
    ("tv.1.4", "tv.1.5"),
    ("tv.2.1", "tv.2.2"),
    ("pf.1.13", "pf.1.14"),
    ("uc.3.5", "uc.3.6"),
    ("kl.1.2", "kl.1.3"),
)
"""There are no winners without participants: the second needs the first."""


@dataclass(frozen=True)
class Sample:
    """An invented school; ``zeros`` counts the indicators without points.

    ``missed`` are critical indicators that are not met; ``low`` takes the lowest
    value above zero everywhere.
    """

    name: str
    school: School
    people: tuple[Person, ...]
    info: SchoolInfo
    zeros: int
    missed: tuple[str, ...] = ()
    low: bool = False


def fill(sample: Sample, folder: Path, program: Program, workspace: Workspace) -> None:
    """Put the school, its answers and its programme into an empty workspace."""
    form = editions.form_for_school(sample.school, workspace)
    year = demo.DemoYear(0, answers(form, sample), {})
    demo.fill(
        demo.DemoSchool(sample.school, sample.people, (year,), sample.info),
        program.demo_district(folder),
        workspace,
    )


def answers(form: Form, sample: Sample) -> Mapping[IndicatorCode, OptionId]:
    """Return the same plausible answers at every call."""
    dice = random.Random(sample.name)  # noqa: S311  # answers, not secrets
    zeros = zeroed(form, sample, dice)
    return {i.code: taken(i, zeros, sample, dice).id for i in form.indicators}


def zeroed(form: Form, sample: Sample, dice: random.Random) -> set[str]:
    """Choose the indicators without points; no critical one but the missed."""
    known = {i.code for i in form.indicators}
    free = [i.code for i in form.indicators if not i.critical]
    zeros = set(dice.sample(free, sample.zeros - len(sample.missed)))
    for first, second in NEEDED_FIRST:
        if first in zeros and second in known - zeros:
            zeros = zeros - {first} | {second}
    return zeros | set(sample.missed)


def taken(
    indicator: Indicator, zeros: set[str], sample: Sample, dice: random.Random
) -> Option:
    """Choose an answer: nothing, the least, or mostly a middle one."""
    options = sorted(indicator.options, key=lambda o: o.points)
    if indicator.code in zeros:
        return options[0]
    better = options[1:]
    if sample.low:
        return better[0]
    return dice.choices(better, MIDDLE[len(better)])[0]


def a_staff(*people: str) -> tuple[Person, ...]:
    """Return people from «Фамилия Имя Отчество: должность»."""
    parts = (line.split(": ") for line in people)
    return tuple(Person(str(n), *part) for n, part in enumerate(parts, start=1))


def three_years(*newest_last: tuple[int, int, int, int, int, int]):
    """Return the figures of years that count from the current one."""
    first = 1 - len(newest_last)
    return tuple(YearFigures(first + n, *row) for n, row in enumerate(newest_last))


SECONDARY = Sample(
    name="secondary",
    zeros=18,
    school=School(
        id="701301",
        code="701301",
        full_name=(
            "Муниципальное бюджетное общеобразовательное учреждение "
            "«Берёзовогорская средняя общеобразовательная школа»"
        ),
        short_name="МБОУ «Берёзовогорская СОШ»",
        district="Ельнинский муниципальный округ",
        district_code="7013",
        region="Учебная область",
        founder="Отдел образования администрации Ельнинского муниципального округа",
        settlement="пос. Берёзовая Гора",
        address="пос. Берёзовая Гора, ул. Мира, д. 14",
        site="berezovaya-gora.example",
        director="Н. В. Самойлова",
        kind="mainstream",
        programmes=("noo", "ooo", "soo"),
        ovz=True,
        pupils=312,
        class_sets=16,
        teachers=29,
    ),
    people=a_staff(
        "Самойлова Нина Викторовна: директор",
        "Кравцов Олег Юрьевич: заместитель директора по учебно-воспитательной работе",
        "Тихонова Ирина Сергеевна: заместитель директора по воспитательной работе",
        "Рыжова Дарья Павловна: советник директора по воспитанию",
        "Мещерякова Алла Ивановна: педагог-психолог",
        "Гущин Роман Андреевич: учитель информатики",
        "Зимина Ольга Борисовна: педагог-библиотекарь",
    ),
    info=SchoolInfo(
        years=three_years(
            (324, 11, 17, 17, 21, 74),
            (319, 12, 16, 16, 18, 71),
            (312, 12, 16, 16, 19, 70),
        ),
        staff=Staff(29, 4, 6, 13, 5, 7, 25, "вакансия учителя английского языка"),
        equipment=(
            "18 учебных кабинетов, два кабинета информатики на 24 места",
            "центр «Точка роста» естественно-научной направленности",
            "спортивный зал 12 × 24 м, лыжная база, стадион",
            "библиотека: 11 тыс. экземпляров, читальный зал на 12 мест",
        ),
        transport="Два школьных автобуса привозят детей из пяти деревень до 18 км.",
        surroundings=(
            "Посёлок: 2,9 тыс. жителей. Работают леспромхоз, больница, дом культуры."
        ),
        achievements=(
            "третье место команды округа в конкурсе юных исследователей",
            "призёры муниципального этапа олимпиады по биологии и географии",
        ),
        partners=(
            Partner("дом культуры посёлка", "театральный кружок", "договор № 4"),
            Partner("леспромхоз", "экскурсии, профессиональные пробы"),
        ),
    ),
)
BASIC = Sample(
    name="basic",
    zeros=20,
    school=School(
        id="701402",
        code="701402",
        full_name=(
            "Муниципальное казённое общеобразовательное учреждение "
            "«Новоозёрская основная общеобразовательная школа»"
        ),
        short_name="МКОУ «Новоозёрская ООШ»",
        district="Приозёрный муниципальный район",
        district_code="7014",
        region="Учебная область",
        founder="Комитет образования администрации Приозёрного района",
        settlement="с. Новое Озеро",
        address="с. Новое Озеро, ул. Набережная, д. 3",
        site="novoe-ozero.example",
        director="В. Г. Пахомов",
        kind="mainstream",
        programmes=("noo", "ooo"),
        ovz=True,
        pupils=118,
        class_sets=9,
        teachers=17,
    ),
    people=a_staff(
        "Пахомов Виктор Григорьевич: директор",
        "Ершова Людмила Олеговна: заместитель директора по учебно-воспитательной "
        "работе",
        "Носова Вера Петровна: советник директора по воспитанию",
        "Батурин Денис Ильич: учитель физической культуры",
        "Калинина Софья Романовна: учитель информатики",
    ),
    info=SchoolInfo(
        years=three_years(
            (125, 6, 9, 9, 12, 31), (121, 6, 9, 9, 14, 30), (118, 7, 9, 9, 13, 28)
        ),
        staff=Staff(17, 3, 2, 8, 3, 5, 14, "вакансия педагога-психолога"),
        equipment=(
            "11 учебных кабинетов, кабинет информатики на 10 мест",
            "спортивный зал 9 × 18 м, хоккейная коробка",
            "мастерская, столовая на 60 мест",
        ),
        transport="Автобус на 22 места, два рейса, самый дальний – 12 км.",
        surroundings="Село: 1,1 тыс. жителей, рыболовецкая артель, больница, клуб.",
        achievements=("второе место в районном смотре школьных клубов",),
        partners=(Partner("сельский клуб", "хор, праздники", "договор № 2"),),
    ),
)
PRIMARY = Sample(
    name="primary",
    zeros=16,
    missed=("pf.1.1",),
    school=School(
        id="701503",
        code="701503",
        full_name=(
            "Муниципальное бюджетное общеобразовательное учреждение "
            "«Липовская начальная общеобразовательная школа»"
        ),
        short_name="МБОУ «Липовская НОШ»",
        district="Заречный муниципальный район",
        district_code="7015",
        region="Учебная область",
        founder="Управление образования администрации Заречного района",
        settlement="дер. Липовка",
        address="дер. Липовка, ул. Центральная, д. 9",
        site="lipovka.example",
        director="Т. А. Журавлёва",
        kind="mainstream",
        programmes=("noo",),
        ovz=False,
        pupils=43,
        class_sets=4,
        teachers=6,
    ),
    people=a_staff(
        "Журавлёва Тамара Алексеевна: директор",
        "Белова Инна Фёдоровна: учитель начальных классов",
        "Горшкова Лидия Николаевна: учитель начальных классов",
    ),
    info=SchoolInfo(
        years=three_years(
            (47, 0, 4, 4, 11, 9), (45, 0, 4, 4, 12, 9), (43, 0, 4, 4, 10, 8)
        ),
        staff=Staff(6, 2, 1, 3, 1, 2, 5, "нет учителя музыки"),
        equipment=("5 учебных кабинетов", "игровая комната и спортивная площадка"),
        transport="Автобус опорной школы привозит детей из двух деревень.",
        surroundings="Деревня: 380 жителей, ферма, библиотека, фельдшерский пункт.",
        achievements=("грамота районного конкурса «Птичий дом»",),
        partners=(Partner("сельская библиотека", "книжные недели"),),
    ),
)
TWO_SETS = Sample(
    name="two-class-sets",
    zeros=24,
    school=School(
        id="701604",
        code="701604",
        full_name=(
            "Муниципальное казённое общеобразовательное учреждение "
            "«Верхнекаменская начальная общеобразовательная школа»"
        ),
        short_name="МКОУ «Верхнекаменская НОШ»",
        district="Каменский муниципальный район",
        district_code="7016",
        region="Учебная область",
        founder="Отдел образования администрации Каменского района",
        settlement="с. Верхний Камень",
        address="с. Верхний Камень, ул. Лесная, д. 2",
        site="verhny-kamen.example",
        director="Е. Д. Фомина",
        kind="mainstream",
        programmes=("noo",),
        ovz=True,
        pupils=14,
        class_sets=2,
        teachers=3,
    ),
    people=a_staff(
        "Фомина Елизавета Дмитриевна: директор",
        "Сорокина Юлия Михайловна: учитель начальных классов",
    ),
    info=SchoolInfo(
        years=three_years(
            (17, 1, 4, 2, 4, 3), (16, 1, 4, 2, 5, 3), (14, 1, 4, 2, 3, 2)
        ),
        staff=Staff(3, 1, 0, 2, 1, 1, 2, "нет учителя иностранного языка"),
        equipment=("2 учебных кабинета, игровая комната", "школьный огород"),
        transport="Детей из деревни в 7 км возит автобус сельского поселения.",
        surroundings="Село: 240 жителей, лесничество, клуб, почта.",
        achievements=("лучший школьный огород района",),
        partners=(Partner("лесничество", "экологическая тропа"),),
    ),
)
CORRECTIONAL = Sample(
    name="correctional",
    zeros=22,
    school=School(
        id="701705",
        code="701705",
        full_name=(
            "Государственное казённое общеобразовательное учреждение "
            "«Солнечногорская школа-интернат»"
        ),
        short_name="ГКОУ «Солнечногорская школа-интернат»",
        district="Полянский муниципальный округ",
        district_code="7017",
        region="Учебная область",
        founder="Министерство образования Учебной области",
        settlement="г. Полянск",
        address="г. Полянск, ул. Садовая, д. 21",
        site="solnechnaya.example",
        director="Л. Ю. Воронцова",
        kind="correctional",
        programmes=("noo", "ooo"),
        ovz=True,
        pupils=136,
        class_sets=14,
        teachers=34,
    ),
    people=a_staff(
        "Воронцова Лариса Юрьевна: директор",
        "Дёмин Андрей Викторович: заместитель директора по учебно-воспитательной "
        "работе",
        "Котова Елена Львовна: учитель-дефектолог",
        "Логинова Марина Олеговна: педагог-психолог",
        "Панин Игорь Сергеевич: учитель физической культуры",
    ),
    info=SchoolInfo(
        years=three_years(
            (131, 131, 14, 14, 12, 40),
            (134, 134, 14, 14, 13, 41),
            (136, 136, 14, 14, 14, 43),
        ),
        staff=Staff(34, 3, 9, 14, 6, 8, 31, "вакансия учителя-логопеда"),
        equipment=(
            "кабинеты логопеда, дефектолога, сенсорная комната",
            "швейная и столярная мастерские",
            "спортивный зал, адаптивная площадка",
        ),
        transport="Воспитанники недельного пребывания приезжают автобусом школы.",
        surroundings="Город: 18 тыс. жителей, колледж, швейная фабрика.",
        achievements=("призёр регионального этапа «Абилимпикс»",),
        partners=(Partner("швейная фабрика", "профессиональные пробы"),),
    ),
)
BELOW_BASIC = Sample(
    name="below-basic",
    zeros=30,
    missed=("zn.2.1", "kl.2.3"),
    low=True,
    school=School(
        id="701806",
        code="701806",
        full_name=(
            "Муниципальное бюджетное общеобразовательное учреждение "
            "«Ключевская основная общеобразовательная школа»"
        ),
        short_name="МБОУ «Ключевская ООШ»",
        district="Степной муниципальный район",
        district_code="7018",
        region="Учебная область",
        founder="Управление образования администрации Степного района",
        settlement="с. Ключи",
        address="с. Ключи, пер. Школьный, д. 5",
        site="kluchi.example",
        director="М. К. Остапенко",
        kind="mainstream",
        programmes=("noo", "ooo"),
        ovz=True,
        pupils=71,
        class_sets=7,
        teachers=11,
    ),
    people=a_staff(
        "Остапенко Михаил Кириллович: директор",
        "Лебедева Галина Захаровна: заместитель директора по учебно-воспитательной "
        "работе",
        "Чуйко Антон Валерьевич: учитель физической культуры",
        "Руденко Оксана Петровна: учитель русского языка",
    ),
    info=SchoolInfo(
        years=three_years(
            (83, 3, 9, 8, 9, 17), (77, 3, 9, 7, 8, 16), (71, 4, 9, 7, 8, 15)
        ),
        staff=Staff(11, 4, 0, 4, 1, 6, 6, "нет учителей математики и физики"),
        equipment=("9 учебных кабинетов", "приспособленный спортивный зал"),
        transport="Автобус на 11 мест, один рейс, 15 км.",
        surroundings="Село: 700 жителей, зерноток, магазин, фельдшерский пункт.",
        achievements=("участие в районной спартакиаде",),
        partners=(Partner("опорная школа района", "уроки математики по видеосвязи"),),
    ),
)
SCHOOLS = (SECONDARY, BASIC, PRIMARY, TWO_SETS, CORRECTIONAL, BELOW_BASIC)
