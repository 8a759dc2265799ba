"""What a school and its self-diagnosis are; pure, frozen, no outside world."""
