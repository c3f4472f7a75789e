"""Explaining a count: its story in short sentences, and a checker that works every figure in them out again."""
