"""The first questions of a new enterprise: one a page, to be left and come back to, put in place at the end."""
