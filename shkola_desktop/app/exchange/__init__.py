"""What travels there and back: hand-overs, packages read, receipts, enrolment."""
