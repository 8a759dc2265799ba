"""The wizard of the self-diagnosis."""
