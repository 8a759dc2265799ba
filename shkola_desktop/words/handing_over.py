"""What a package holds, in words: for the screen, the covering sheet, the ledger."""

from collections.abc import Sequence

from shkola_desktop.domain.diagnosis import Diagnosis, Status
from shkola_desktop.words.russian import FILES, INDICATORS, SCHOOLS, counted, size


def content_lines(
    diagnosis: Diagnosis,
    *,
    unanswered: int,
    files: int,
    files_size: int,
    with_programme: bool,
) -> tuple[str, ...]:
    """Return a line for everything that is handed over. Size in bytes."""
    completed = diagnosis.status is Status.COMPLETED
    state = "завершена" if completed else "черновик"
    lines = [f"Самодиагностика за {diagnosis.year} год, {state}"]
    if unanswered:
        lines.append(f"Без ответа: {counted(unanswered, INDICATORS)}")
    if files:
        lines.append(f"Подтверждения: {counted(files, FILES)}, {size(files_size)}")
    if with_programme:
        lines.append("Черновик программы развития")
    return tuple(lines)


def bundle_lines(schools: int, packages: int) -> tuple[str, ...]:
    """Return a line for everything that a district's bundle holds."""
    return (
        f"Сводный пакет района: {counted(schools, SCHOOLS)} в реестре",
        f"Пакетов школ: {packages}",
    )


def review_lines(
    schools: Sequence[str], entries: int, decisions: int
) -> tuple[str, ...]:
    """Return a line for everything that the results of a review hold."""
    whom = schools[0] if len(schools) == 1 else counted(len(schools), SCHOOLS)
    return (
        f"Итоги проверки: {whom}",
        f"Записей в замечаниях: {entries}",
        f"Решений: {decisions}",
    )
