"""A part for tests: an orchard with a chapter and a wall sheet."""
