"""Endings of Russian surnames and patronymics, by gender.

Rules of Калакуцкая, «Склонение фамилий и личных имён в русском литературном языке»
(1984): what ends in -о, -е, -и, -у, -ю, -ых, -их stays; a woman's surname that ends
in a consonant stays, a man's changes.
"""

from dataclasses import dataclass

from shkola_desktop.domain.declension import Case

Forms = tuple[str, str, str, str, str]
"""Endings from the genitive to the prepositional."""

PATRONYMIC_SON: Forms = ("а", "у", "а", "ем", "е")
STRESSED_SON: Forms = ("а", "у", "а", "ом", "е")
PATRONYMIC_DAUGHTER: Forms = ("ы", "е", "у", "ой", "е")
STRESSED = ("ильич", "кузьмич", "лукич", "фомич")
"""Patronymics with the stress on the ending: «Ильичом», but «Петровичем»."""

OV_SON: Forms = ("а", "у", "а", "ым", "е")
OV_DAUGHTER: Forms = ("ой", "ой", "у", "ой", "ой")
HARD_ADJECTIVE: Forms = ("ого", "ому", "ого", "ым", "ом")
VELAR_ADJECTIVE: Forms = ("ого", "ому", "ого", "им", "ом")
SOFT_ADJECTIVE: Forms = ("его", "ему", "его", "им", "ем")
HARD_ADJECTIVE_SHE: Forms = ("ой", "ой", "ую", "ой", "ой")
SOFT_ADJECTIVE_SHE: Forms = ("ей", "ей", "юю", "ей", "ей")
HARD_MAN: Forms = ("а", "у", "а", "ом", "е")
HISSING_MAN: Forms = ("а", "у", "а", "ем", "е")
SOFT_MAN: Forms = ("я", "ю", "я", "ем", "е")
FIRST_A: Forms = ("ы", "е", "у", "ой", "е")
FIRST_VELAR: Forms = ("и", "е", "у", "ой", "е")
FIRST_HISSING: Forms = ("и", "е", "у", "ей", "е")
FIRST_TS: Forms = ("ы", "е", "у", "ей", "е")
FIRST_YA: Forms = ("и", "е", "ю", "ей", "е")
FIRST_IYA: Forms = ("и", "и", "ю", "ей", "и")

VOWELS = "аеёиоуыэюя"
VELAR, HISSING = "гкх", "жчшщ"
UNCHANGED = ("о", "е", "ё", "и", "у", "ю", "ы", "э", "ых", "их")
OV = ("ов", "ев", "ёв", "ин", "ын")
SKY = ("ский", "цкий", "ской", "цкой")
FLEETING = ("ок", "ек", "ёк", "ец", "ел", "ень", "ей", "ц")
"""A vowel that may drop out: «Кравец» → «Кравца», but «Швец» → «Швеца»."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a word changes: ``cut`` letters go, ``forms`` follow what is left.

    ``doubtful`` where the letters alone do not decide.
    """

    cut: int
    forms: Forms | None
    doubtful: bool = False

    def in_case(self, word: str, case: Case) -> str:
        """Return the word in a case."""
        if self.forms is None or case is Case.NOMINATIVE:
            return word
        stem = word[: len(word) - self.cut]
        return stem + self.forms[tuple(Case).index(case) - 1]


STAYS = Ending(0, None)
UNSURE = Ending(0, None, doubtful=True)


def patronymic_ending(word: str, *, woman: bool) -> Ending:
    """Return how a Slavic patronymic changes."""
    if woman:
        return Ending(1, PATRONYMIC_DAUGHTER)
    stressed = word.casefold() in STRESSED
    return Ending(0, STRESSED_SON if stressed else PATRONYMIC_SON)


def surname_ending(word: str, *, woman: bool) -> Ending:
    """Return how a surname of known gender changes."""
    small = word.casefold()
    if small.endswith(UNCHANGED):
        return STAYS
    if small.endswith(("а", "я")):
        return _she(small) if woman else _first(small)
    return STAYS if woman else _man(small)


def stays_anyway(word: str) -> bool:
    """Tell whether a surname is the same for men and women in every case."""
    return word.casefold().endswith(UNCHANGED)


def _she(small: str) -> Ending:
    if small.endswith(tuple(f"{ending}а" for ending in OV)):
        return Ending(1, OV_DAUGHTER)
    if small.endswith("ая"):
        return Ending(2, HARD_ADJECTIVE_SHE)
    if small.endswith("яя"):
        return Ending(2, SOFT_ADJECTIVE_SHE)
    return _first(small)


def _first(small: str) -> Ending:
    """Return the first declension, the same for both: «Глинка», «Берия»."""
    if small.endswith("я"):
        return Ending(1, FIRST_IYA if small.endswith("ия") else FIRST_YA)
    before = small[-2:-1]
    if before in VOWELS:
        return STAYS  # «Гулиа», «Моравиа»
    if before in VELAR:
        return Ending(1, FIRST_VELAR)
    if before in HISSING:
        return Ending(1, FIRST_HISSING, doubtful=True)  # the stress decides: -ой, -ей
    if before == "ц":
        return Ending(1, FIRST_TS, doubtful=True)
    return Ending(1, FIRST_A)


def _man(small: str) -> Ending:
    if small.endswith(OV):
        return Ending(0, OV_SON)
    if small.endswith("й"):
        return _man_in_y(small)
    if small.endswith(FLEETING):
        return UNSURE
    if small.endswith("ь"):
        return Ending(1, SOFT_MAN)
    if small[-1:] in HISSING:  # «Бабичем», but «Ткачом»
        return Ending(0, HISSING_MAN, doubtful=not small.endswith("ич"))
    return Ending(0, HARD_MAN)


def _man_in_y(small: str) -> Ending:
    syllables = sum(letter in VOWELS for letter in small)
    if small.endswith(SKY):
        return Ending(2, VELAR_ADJECTIVE)
    if small.endswith("ый") or (small.endswith("ой") and syllables > 1):
        return Ending(2, HARD_ADJECTIVE)
    if small.endswith("ий"):
        return _adjective_in_iy(small[-3:-2])
    if small.endswith("ей"):
        return UNSURE  # «Соловья», but «Матвея»
    return Ending(1, SOFT_MAN)  # «Гайдая», «Цоя»


def _adjective_in_iy(before: str) -> Ending:
    if before in VELAR:
        return Ending(2, VELAR_ADJECTIVE)
    if before in HISSING or before == "н":
        return Ending(2, SOFT_ADJECTIVE)
    return UNSURE
