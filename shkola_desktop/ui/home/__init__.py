"""What is done, what is next."""
