"""What the description of placements names, by kind."""
