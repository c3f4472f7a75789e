"""Why a place is open, or why somebody cannot have it: the fewest rules in conflict, and what would mend it.

Nothing here but ``model`` and what asks it loads the solver: it runs in a process of its own, as filling does.
"""
