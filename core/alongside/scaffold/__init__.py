"""For those who write a kind of business: makes a new plugin, checks one, writes its next migration.

It stands above everything else, and is also the part “plugin”: the stewards' page about what is installed.
The house knows it by the names in ``house/described.py`` alone.
"""
