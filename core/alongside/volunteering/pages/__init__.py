"""The pages about volunteering, by what they are for."""
