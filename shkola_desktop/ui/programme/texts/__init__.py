"""The prepared texts of the document, each in the program's or in own words."""
