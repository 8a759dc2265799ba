"""The names of the documents and of their formats."""

from shkola_desktop.domain.documents import DocumentFormat, DocumentKind

DOCUMENT_NAMES = {
    DocumentKind.PROTOCOL: "Протокол самодиагностики",
    DocumentKind.BLANK_FORM: "Бланк для заполнения на бумаге",
    DocumentKind.PROGRAMME: "Программа развития",
    DocumentKind.COVERING_SHEET: "Сопроводительный лист к пакету",
    DocumentKind.SUMMARY: "Программа развития кратко",
    DocumentKind.ROAD_MAP: "Дорожная карта отдельно",
    DocumentKind.ORDER: "Приказ о рабочей группе",
    DocumentKind.COUNCIL_EXTRACT: "Выписка из протокола педсовета",
    DocumentKind.FOUNDER_LETTER: "Письмо учредителю",
    DocumentKind.SELF_CHECK: "Лист самопроверки",
    DocumentKind.EXECUTION_REPORT: "Отчёт о реализации Программы развития",
    DocumentKind.ANALYTICS: "Аналитическая справка",
    DocumentKind.SUPPORT_MAP: "Дорожная карта поддержки школ",
}
FORMAT_NAMES = {
    DocumentFormat.PDF: "PDF",
    DocumentFormat.DOCX: "Word",
}
