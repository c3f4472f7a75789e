"""Photos: what people send becomes a small square, kept in a folder under a name that tells nothing."""
