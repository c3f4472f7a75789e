"""Jobs: work that nobody presses a button for. One piece is done once for each day, whoever comes first.

Two things set it off: a thread beside the pages while they are served (``background.py``), and whoever types the
command. Which work there is, the house says.
"""
