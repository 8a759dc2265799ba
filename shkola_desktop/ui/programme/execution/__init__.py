"""Part «Выполнение»: states of measures, reached values, checks, correction."""
