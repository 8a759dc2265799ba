"""Sets a document for a word processor: blocks → python-docx → DOCX."""
