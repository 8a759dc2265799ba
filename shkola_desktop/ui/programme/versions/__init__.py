"""Named versions of the programme: kept, compared, brought back."""
