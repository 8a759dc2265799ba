"""The shape of content.json: what travels inside, a module for each kind."""
