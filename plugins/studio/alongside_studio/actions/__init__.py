"""What a person may do in the studio: set it up, look, book, change, and keep the list of customers."""
