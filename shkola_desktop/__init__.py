"""Shkola Desktop: offline self-assessment of rural schools."""

__version__ = "0.1.0"
