"""Workbooks, CSV files and printouts saved as files: read with care, written well."""
