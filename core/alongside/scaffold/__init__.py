"""For those who write a kind of business or look after those that are here.

It writes a new plugin, checks one and writes its next migration; and it is the part “plugin”, with the stewards'
page about what is installed. It stands above everything else: the house knows it by the names in
``house/described.py`` alone.
"""
