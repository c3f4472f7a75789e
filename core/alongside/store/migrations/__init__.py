"""The store's own step in the core's line of migrations."""
