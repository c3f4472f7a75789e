"""Published shift-scheduling problems: their files read, solved by a process of its own, and scored by a checker.

They stand beside the café's own rota to hold its engine against figures that others have proven.
"""
