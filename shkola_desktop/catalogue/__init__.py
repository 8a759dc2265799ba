"""forms/*.yaml ⇄ domain: three gates (YAML, shape, rules) and a store."""
