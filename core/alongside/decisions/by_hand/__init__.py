"""Counting by hand: cards, a script of numbered acts, sheets to fill in, and the program's totals to compare."""
