"""The real pages beside the form."""
