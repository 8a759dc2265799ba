"""Error → what happened and what to do, in plain Russian."""

from collections.abc import Callable

from shkola_desktop.domain import errors as e
from shkola_desktop.words.exchange_messages import EXCHANGE
from shkola_desktop.words.message import Message, fixed
from shkola_desktop.words.russian import INDICATORS, counted, size


def message_for(error: e.ShkolaError) -> Message:
    """Return the words for an error; every class of ours has some."""
    for kind in type(error).__mro__:
        words = WORDS.get(kind)
        if words is not None:
            return words(error)
    return Message(
        "Действие не выполнено.",
        "Повторите его; если не получится, сохраните файл диагностики в настройках.",
    )


def problem_line(problem: e.Problem) -> str:
    """Return one line of a list of problems: place, what, cure."""
    where = ", ".join(part for part in (problem.file, problem.place) if part)
    known = PROBLEMS.get(problem.rule)
    if known is None:
        text = " ".join(part for part in (problem.what, problem.cure) if part)
        text = text or problem.rule
    else:
        text = known.format(what=problem.what, cure=problem.cure)
    return f"{where}: {text}" if where else text


def _lines(problems: tuple[e.Problem, ...]) -> tuple[str, ...]:
    return tuple(problem_line(problem) for problem in problems)


def _form(error: e.FormError) -> Message:
    return Message(
        f"В файлах формы найдены ошибки: {len(error.problems)}.",
        "Исправьте их по списку и проверьте форму ещё раз.",
        _lines(error.problems),
    )


def _variant(error: e.VariantUnknown) -> Message:
    if error.unknown_kind:
        return Message(
            f"Вид школы «{error.kind}» форме не известен.",
            "Выберите вид из списка.",
        )
    if error.unknown_programmes:
        codes = ", ".join(error.unknown_programmes)
        return Message(
            f"Образовательные программы форме не известны: {codes}.",
            "Выберите программы из НОО, ООО, СОО.",
        )
    return Message(
        "Для такого сочетания программ и обучающихся с ОВЗ формы нет.",
        "Проверьте программы: НОО, ООО, СОО идут подряд; в коррекционной школе "
        "обучающиеся с ОВЗ есть всегда.",
    )


def _answers(error: e.AnswersRefused) -> Message:
    return Message(
        f"Ответы не подходят к форме, ошибок: {len(error.problems)}.",
        "Исправьте ответы по списку.",
        _lines(error.problems),
    )


def _unreadable(error: e.InputUnreadable) -> Message:
    return Message(
        f"Файл «{error.name}» прочитать не удалось.",
        "Исправьте его по списку или выберите другой.",
        _lines(error.problems),
    )


def _missing(error: e.AnswersMissing) -> Message:
    count = counted(len(error.indicators), INDICATORS)
    return Message(
        f"Ещё нет ответа: {count}.",
        "Нажмите «Проверить», чтобы перейти к ним.",
        error.indicators,
    )


def _nothing_in(error: e.EvidenceEmpty) -> Message:
    return Message(
        f"Файл «{error.name}» не приложен: он пустой.",
        "Откройте его: если и там ничего нет, возьмите файл оттуда, где он был создан.",
    )


def _too_large(error: e.EvidenceTooLarge) -> Message:
    return Message(
        f"Файл «{error.name}» не приложен: {size(error.size)} больше, "
        f"чем {size(error.limit)}.",
        "Уменьшите его (сканируйте серым, 150–200 точек на дюйм) или укажите "
        "в комментарии, где хранится документ.",
    )


def _comment(error: e.CommentTooLong) -> Message:
    return Message(
        f"Комментарий слишком длинный: {error.length} знаков.",
        f"Сократите его до {error.limit} или приложите документ файлом.",
    )


def _no_edition(error: e.NoSuchEdition) -> Message:
    known = ", ".join(error.known)
    return Message(
        f"Форма «{error.code}» не найдена.",
        f"Есть такие: {known}." if known else "Переустановите программу.",
    )


def _damaged(error: e.PackageDamaged) -> Message:
    return Message(
        "Пакет повреждён.",
        "Попросите отправителя записать его ещё раз, лучше на другой носитель.",
        _lines(error.problems),
    )


def _content(error: e.ContentRefused) -> Message:
    return Message(
        "Записать пакет нельзя: часть сведений в него не помещается.",
        "Исправьте их по списку и повторите.",
        _lines(error.problems),
    )


def _too_new(error: e.PackageTooNew) -> Message:
    return Message(
        f"Пакет сделан более новой программой (формат {error.found}, "
        f"поддерживается {error.supported}).",
        "Обновите программу и откройте пакет снова.",
    )


def _not_for_us(error: e.PackageNotForUs) -> Message:
    return Message(
        f"Пакет зашифрован не для этого рабочего места (получатель {error.to}).",
        "Откройте его на компьютере получателя.",
    )


def _seal(error: e.SealBroken) -> Message:
    return Message(
        f"Подпись пакета не принадлежит отправителю {error.signer}.",
        "Не принимайте его; позвоните отправителю и сверьте слова ключа.",
    )


def _receiver(error: e.ReceiverUnknown) -> Message:
    return Message(
        f"Ключ района ({error.code}) ещё не введён, поэтому пакет не для кого "
        "зашифровать.",
        "Возьмите ключ у методиста и введите его на странице «Обмен».",
    )


def _drive_gone(error: e.DriveGone) -> Message:
    return Message(
        f"Носитель исчез во время записи: {error.path}.",
        "Вставьте его снова и повторите; номер пакета сохранится, "
        "лишнего на носителе не осталось.",
    )


def _drive_full(error: e.DriveFull) -> Message:
    return Message(
        f"На носителе мало места: нужно {size(error.needed)}, "
        f"свободно {size(error.free)}.",
        "Освободите место или возьмите другой носитель.",
    )


def _read_only(error: e.DriveReadOnly) -> Message:
    return Message(
        f"Записать нельзя: {error.path} доступен только для чтения.",
        "Снимите защиту от записи или возьмите другой носитель.",
    )


def _not_verified(error: e.WriteNotVerified) -> Message:
    return Message(
        f"Записанное не совпало с исходным: {error.path}.",
        "Носитель ненадёжен, возьмите другой. Пакет на нём не оставлен.",
    )


def _folder(error: e.FolderNotWritable) -> Message:
    return Message(
        f"В папку записать нельзя: {error.path}.",
        "Выберите другую папку, например «Документы».",
    )


def _file_too_large(error: e.FileTooLarge) -> Message:
    return Message(
        f"Файл слишком большой: {error.path}, {size(error.size)} "
        f"при допустимых {size(error.limit)}.",
        "Проверьте, тот ли это файл.",
    )


def _file(error: e.FileUnreadable) -> Message:
    return Message(
        f"Файл прочитать не удалось: {error.path}.",
        "Проверьте, что он существует и не открыт другой программой.",
    )


def _db_new(error: e.DatabaseTooNew) -> Message:
    return Message(
        f"База создана более новой программой (версия {error.found}, "
        f"поддерживается {error.supported}).",
        "Обновите программу. База не изменена.",
    )


def _db_locked(error: e.DatabaseLocked) -> Message:
    return Message(
        "База занята другой программой.",
        "Закройте второе окно программы и повторите.",
        (str(error.path),),
    )


def _db_damaged(error: e.DatabaseDamaged) -> Message:
    return Message(
        f"База данных повреждена: {error.path}.",
        "Восстановите последнюю резервную копию; повреждённый файл сохранится.",
        error.findings,
    )


def _db_unwritable(error: e.DatabaseUnwritable) -> Message:
    return Message(
        f"Сохранить не удалось: {error.path}.",
        "Проверьте свободное место на диске и право записи, затем повторите.",
        (error.detail,),
    )


def _resource(error: e.ResourceMissing) -> Message:
    return Message(
        f"Не найден файл программы: {error.name}.",
        "Установите программу заново; данные при этом не изменятся.",
    )


WORDS: dict[type[BaseException], Callable[..., Message]] = {
    **EXCHANGE,
    e.FormError: _form,
    e.VariantUnknown: _variant,
    e.AnswersRefused: _answers,
    e.InputUnreadable: _unreadable,
    e.AnswersMissing: _missing,
    e.DiagnosisFrozen: fixed(
        "Самодиагностика завершена, ответы не меняются.",
        "Чтобы исправить ответ, откройте её снова и укажите причину.",
    ),
    e.ReasonMissing: fixed("Причина не указана.", "Напишите её в нескольких словах."),
    e.NoSchool: fixed(
        "Сведений о школе ещё нет.", "Заполните их при первом запуске программы."
    ),
    e.NoSuchDiagnosis: fixed(
        "Самодиагностики ещё нет.", "Начните её на странице «Самодиагностика»."
    ),
    e.NoSuchProgramme: fixed(
        "Программы развития ещё нет.",
        "Создайте черновик на странице «Программа развития».",
    ),
    e.NothingSent: fixed(
        "Пакетов ещё не записано.", "Запишите пакет на странице «Обмен»."
    ),
    e.NoSuchEdition: _no_edition,
    e.EvidenceEmpty: _nothing_in,
    e.EvidenceTooLarge: _too_large,
    e.CommentTooLong: _comment,
    e.PackageDamaged: _damaged,
    e.PackageTooNew: _too_new,
    e.PackageNotForUs: _not_for_us,
    e.SealBroken: _seal,
    e.ContentRefused: _content,
    e.ReceiverUnknown: _receiver,
    e.KeyUnreadable: fixed(
        "Это не ключ.",
        "Ключ шифрования начинается с «age1», ключ подписи – с «RW»; "
        "скопируйте строку целиком.",
    ),
    e.DriveGone: _drive_gone,
    e.DriveFull: _drive_full,
    e.DriveReadOnly: _read_only,
    e.WriteNotVerified: _not_verified,
    e.FolderNotWritable: _folder,
    e.FileUnreadable: _file,
    e.FileTooLarge: _file_too_large,
    e.DatabaseTooNew: _db_new,
    e.DatabaseLocked: _db_locked,
    e.DatabaseDamaged: _db_damaged,
    e.DatabaseUnwritable: _db_unwritable,
    e.ResourceMissing: _resource,
    e.Cancelled: fixed("Действие остановлено.", "Ничего не изменено."),
}

PROBLEMS: dict[str, str] = {
    "indicator-unknown": "в форме нет показателя «{what}».",
    "indicator-outside-part": "показателя нет в направлениях этой части.",
    "option-unknown": "нет значения «{what}»; возможны: {cure}.",
    "not-json": "это не JSON: {what}.",
    "not-object": "ожидается объект JSON.",
    "key-missing": "нет обязательного поля «{what}».",
    "key-unknown": "лишнее поле «{what}».",
    "key-twice": "поле «{what}» записано дважды.",
    "wrong-type": "ожидается значение типа {what}.",
    "variant-unknown": "для школы «{what}» формы нет.",
    "too-large": "файл больше допустимого: {what}.",
    "zip-broken": "архив не читается.",
    "zip-too-large": "размер больше допустимого.",
    "zip-too-many": "файлов в архиве больше допустимого: {what}.",
    "zip-name": "недопустимое имя файла.",
    "zip-name-twice": "имя файла повторяется.",
    "zip-link": "в архиве ссылка вместо файла.",
    "zip-encrypted": "файл закрыт паролем, такого в пакетах не бывает.",
    "zip-ratio": "файл сжат подозрительно сильно.",
    "zip-64": "архив записан по правилам для огромных файлов, пакеты такими не бывают.",
    "zip-method": "файл сжат неизвестным способом.",
    "zip-overlap": "файлы архива наложены друг на друга, так делают вредоносные.",
    "zip-member-broken": "файл повреждён.",
    "bag-folder": "состав пакета не такой, как должен быть.",
    "bag-member-missing": "нет обязательного файла.",
    "bag-member-extra": "лишний файл.",
    "bag-member-changed": "содержимое не совпадает с описью.",
    "bag-declaration": "неизвестный вид описи.",
    "bag-manifest-broken": "строка описи не читается: {what}",
    "bag-oxum": "размер содержимого не совпадает с заявленным.",
    "header-missing": "в заголовке нет поля «{what}».",
    "header-wrong": "поле заголовка не читается: {what}",
    "signature-broken": "подпись не читается.",
    "signature-wrong": "подпись не подходит к ключу отправителя.",
    "content-broken": "содержимое не читается.",
    "content-lies": "содержимое не совпадает с заголовком: {what}",
    "content-deep": "содержимое вложено глубже, чем бывает в пакетах.",
    "content-large": "содержимого больше допустимого.",
    "content-number": "недопустимое число: {what}.",
    "content-text": "текст с недопустимыми знаками: {what}",
    "content-key-twice": "поле «{what}» записано дважды.",
    "content-key-unknown": "лишнее поле «{what}».",
    "content-key-missing": "нет обязательного поля «{what}».",
    "content-type": "значение «{what}» не того вида, ожидается {cure}.",
    "content-long": "слишком длинно: {what} при допустимых {cure}.",
    "content-range": "число {what} вне границ {cure}.",
    "content-value": "недопустимое значение «{what}».",
    "content-contradicts": "сведения противоречат друг другу: {what}.",
    "content-header": "слишком много получателей или повреждён шифр.",
    "content-nested": "внутри собран ещё один сводный пакет, так не бывает.",
    "attachment-missing": "нет приложенного файла.",
    "attachment-extra": "лишний файл.",
    "attachment-changed": "приложенный файл изменён.",
}
"""Words for rules of checkers outside ``forms/checks.yaml``."""
