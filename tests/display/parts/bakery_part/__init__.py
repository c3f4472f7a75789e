"""A part for tests: a bakery with one page."""
