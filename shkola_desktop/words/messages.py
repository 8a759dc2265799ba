"""Error → what happened and what to do, in plain Russian."""

from collections.abc import Callable

from shkola_desktop.domain import errors as e
from shkola_desktop.words.exchange_messages import EXCHANGE
from shkola_desktop.words.file_faults import FILE_FAULTS
from shkola_desktop.words.message import Message, fixed
from shkola_desktop.words.package_problems import PACKAGE_PROBLEMS
from shkola_desktop.words.registry_book import REGISTRY_FAULTS
from shkola_desktop.words.remark_messages import REMARKS
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


def _another_year(error: e.YearNotInProgramme) -> Message:
    one = error.first == error.last
    period = str(error.first) if one else f"{error.first}–{error.last}"
    return Message(
        f"В программе развития нет {error.year} года: она составлена на {period} "
        f"{'год' if one else 'годы'}.",
        "Выберите год из срока программы.",
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
    code = f" {error.code}" if error.code else ""
    return Message(
        f"Ключ получателя{code} ещё не известен, поэтому пакет не для кого "
        "зашифровать.",
        "Примите от него пакет подключения или введите ключ на странице «Обмен».",
    )


def _sheet(error: e.SheetMistyped) -> Message:
    if not error.rows:
        return Message(
            "Это не строки памятки для восстановления, или часть строк пропущена.",
            "Введите все восемь строк по порядку.",
        )
    rows = ", ".join(str(row) for row in error.rows)
    which = "строке" if len(error.rows) == 1 else "строках"
    return Message(
        f"Опечатка в {which} {rows}.",
        "Сверьте их с памяткой; последние два знака строки – проверочные.",
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


def _server(happened: str, advice: str) -> Callable[[e.ServerError], Message]:
    def words(error: e.ServerError) -> Message:
        said = (error.detail,) if error.detail else ()
        return Message(happened.format(address=error.address), advice, said)

    return words


def _elsewhere(error: e.WorkspaceElsewhere) -> Message:
    return Message(
        f"В этой папке уже есть рабочее место с другой базой: {error.path}.",
        "Выберите новую папку. Чтобы перенести данные, сделайте резервную копию "
        "здесь и верните её там.",
    )


def _server_address(error: e.ServerAddressWrong) -> Message:
    return Message(
        f"Адрес сервера написан неверно: {error.address}.",
        "Он выглядит так: postgresql+psycopg://пользователь@сервер:5432/база. "
        "Пароль в адрес не пишут, программа спросит его сама.",
    )


def _resource(error: e.ResourceMissing) -> Message:
    return Message(
        f"Не найден файл программы: {error.name}.",
        "Установите программу заново; данные при этом не изменятся.",
    )


WORDS: dict[type[BaseException], Callable[..., Message]] = {
    **EXCHANGE,
    **REMARKS,
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
    e.YearNotInProgramme: _another_year,
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
    e.KeysLocked: fixed(
        "Ключи закрыты паролем.",
        "Введите пароль; без него пакеты не записать и не открыть.",
    ),
    e.PassphraseWrong: fixed(
        "Пароль не подходит.",
        "Проверьте раскладку и введите его снова; если он забыт, восстановите ключи "
        "по памятке для восстановления.",
    ),
    e.SheetMistyped: _sheet,
    e.CopyOfOther: fixed(
        "Эта копия записана с другим ключом.",
        "Сначала восстановите ключ по памятке с того компьютера, где копию записали, "
        "затем откройте её снова.",
    ),
    e.RecoveryOther: fixed(
        "Это ключ восстановления другого региона или прежний ключ.",
        "Возьмите носитель с ключом, который был создан последним.",
    ),
    e.RecoveryNeeded: fixed(
        "Пакеты школ внутри открывает только ключ восстановления региона.",
        "Вставьте носитель с ним, откройте его в настройках и примите пакет ещё раз. "
        "Если ключа ещё не было, создайте его и попросите районы записать пакеты "
        "заново.",
    ),
    e.WordsDiffer: fixed(
        "Слова ключа не совпали.",
        "Не принимайте этот ключ; попросите прочитать слова ещё раз, медленно.",
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
    e.WorkspaceElsewhere: _elsewhere,
    e.ServerAddressWrong: _server_address,
    e.ServerError: _server(
        "Сервер базы данных не выполнил запрос: {address}.",
        "Повторите; если не получится, покажите подробности администратору сервера.",
    ),
    e.ServerUnreachable: _server(
        "Нет связи с сервером базы данных: {address}.",
        "Проверьте сеть и то, что сервер включён, затем повторите. Всё, о чём "
        "сказано «Сохранено», лежит на сервере.",
    ),
    e.ServerPasswordWrong: _server(
        "Сервер базы данных ждёт верный пароль: {address}.",
        "Введите пароль, который дал администратор сервера; для командной строки "
        "задайте переменную SHKOLA_PGPASSWORD.",
    ),
    e.ServerDatabaseMissing: _server(
        "На сервере нет такой базы данных: {address}.",
        "Проверьте название или попросите администратора создать базу.",
    ),
    e.ServerDatabaseForeign: _server(
        "В этой базе данных уже лежат таблицы другой программы: {address}.",
        "Попросите администратора создать для программы отдельную пустую базу. "
        "Здесь ничего не изменено.",
    ),
    e.ServerNoRights: _server(
        "У этого пользователя нет прав на базу данных: {address}.",
        "Попросите администратора включить его в роль владельца базы "
        "(GRANT владелец TO пользователь).",
    ),
    e.ServerDiskFull: _server(
        "На сервере базы данных кончилось место: {address}.",
        "Ничего не потеряно, но и не записано. Попросите администратора освободить "
        "место и повторите.",
    ),
    e.ServerBusy: _server(
        "База данных на сервере занята: {address}.",
        "В это время записывают другие, например принимают пакеты. Ничего не "
        "изменено; подождите минуту и повторите.",
    ),
    e.ServerFailed: _server(
        "Сервер базы данных не выполнил запрос: {address}.",
        "Повторите; если не получится, покажите подробности администратору сервера.",
    ),
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
    **PACKAGE_PROBLEMS,
    **FILE_FAULTS,
    **REGISTRY_FAULTS,
}
"""Words for rules of checkers outside ``forms/checks.yaml``."""
