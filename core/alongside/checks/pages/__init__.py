"""The pages of checks, by subject."""
