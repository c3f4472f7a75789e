"""The store's own step in the core's line of migrations, and the one environment that runs every line."""
