"""What runs for as long as it is told to."""
