"""The pages of placements: a file for looking, one for agreeing and ending."""
