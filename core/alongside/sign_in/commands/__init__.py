"""The commands about signing in, a file for each subject."""
