"""Russian grammar: names and positions in their cases, with the help of pymorphy3."""
