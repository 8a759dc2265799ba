"""«Проверка»: an office looks at what its schools handed in, and answers."""
