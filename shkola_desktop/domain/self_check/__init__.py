"""Самопроверка: what a reviewer would find in a programme, found before."""
