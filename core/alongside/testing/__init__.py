"""For tests of the core and of plugins: builders, page checks, both databases, as a pytest plugin."""
