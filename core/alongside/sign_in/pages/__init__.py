"""The pages of signing in, a file for each way in and for leaving."""
