"""Messages, as a part: who is told by which channel, what goes out, what lies with somebody, and what is stuck.

The outbox itself is a kit that all parts write to (``alongside.messages``). To send what stands in it one must
know people and the words of every part, so the sending lives in the house.
"""
