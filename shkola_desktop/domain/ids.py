"""The kinds of identifier, so that one cannot be passed for another."""

from typing import NewType

EditionCode = NewType("EditionCode", str)
"""Code of one year's methodology, for example ``smp-2024``."""
DirectionCode = NewType("DirectionCode", str)
CriterionCode = NewType("CriterionCode", str)
IndicatorCode = NewType("IndicatorCode", str)
"""Code of an indicator as the methodology gives it, for example ``zn.1.2``."""
OptionId = NewType("OptionId", str)
LevelId = NewType("LevelId", str)
KindCode = NewType("KindCode", str)
ProgrammeCode = NewType("ProgrammeCode", str)
"""Code of an educational programme: ``noo``, ``ooo``, ``soo``."""

SchoolId = NewType("SchoolId", str)
PersonId = NewType("PersonId", str)
DiagnosisId = NewType("DiagnosisId", str)
VersionId = NewType("VersionId", str)
"""Id of one version of one answer: what a later change was made from."""
ProgrammeId = NewType("ProgrammeId", str)
ProgrammeVersionId = NewType("ProgrammeVersionId", str)
"""Id of a whole programme as it was kept under a name."""
PackageId = NewType("PackageId", str)
DocumentId = NewType("DocumentId", str)
EvidenceHash = NewType("EvidenceHash", str)
"""SHA-256 of a file of evidence, 64 hexadecimal digits."""
