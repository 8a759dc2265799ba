"""Основное: period, goal, approvals, how the document is set."""
