"""The pages of the diary: a person's week, and that week beyond its page."""
