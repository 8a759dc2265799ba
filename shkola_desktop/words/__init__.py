"""Russian words that screens, documents and the command line share."""
