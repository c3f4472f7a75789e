"""Counting: exact and pure, one file a rule; nothing here knows of people, pages or the database."""
