"""Проверка: remarks, decisions, and what both sides see of them."""
