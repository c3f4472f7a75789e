"""The pages about work and benefits, by what they are for."""
