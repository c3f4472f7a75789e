"""Bundling: one file with all that it takes to count a vote again, with plain Python and without us."""
