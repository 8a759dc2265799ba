"""The names of the documents."""

from shkola_desktop.domain.documents import DocumentKind

DOCUMENT_NAMES = {
    DocumentKind.PROTOCOL: "Протокол самодиагностики",
    DocumentKind.BLANK_FORM: "Бланк для заполнения на бумаге",
    DocumentKind.PROGRAMME: "Программа развития",
    DocumentKind.COVERING_SHEET: "Сопроводительный лист к пакету",
}
