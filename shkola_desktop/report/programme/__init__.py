"""The draft of the development programme, section by section."""
