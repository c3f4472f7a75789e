"""Backups: one sealed file that holds a whole enterprise, opened with the key on a sheet of paper."""
