"""People from a file: read as text, checked as values, put on record in one unit or not at all.

It stands in the house because a line of the file reaches over three parts: who somebody is, what they are for the
enterprise, and what work was agreed.
"""
