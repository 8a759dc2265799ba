"""The own key: opened with a password, restored from its sheet, remembered."""
