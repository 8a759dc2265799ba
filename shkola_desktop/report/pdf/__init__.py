"""Sets a document in type: blocks → ReportLab → PDF."""
