"""Values → blocks → PDF: the wording of documents and their setting."""
