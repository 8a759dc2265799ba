"""Механизмы: team, risks, money, monitoring."""
