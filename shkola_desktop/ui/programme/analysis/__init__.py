"""Анализ: strong and weak directions, SWOT with suggestions from the data."""
