"""The words over tables and under figures; both are numbered through a document."""

TABLE = "Таблица {number} – {caption}"
CONTINUED = "Продолжение таблицы {number}"
FIGURE = "Рисунок {number} – {caption}"
