"""Дефициты и мероприятия: the chains of all deficits, and one deficit to edit."""
