"""What a person can do; one file per thing done. No Qt, no files, no SQL."""
