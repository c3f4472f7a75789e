"""What the description of the café names, by kind."""
