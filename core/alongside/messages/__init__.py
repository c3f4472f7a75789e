"""Messages: what people are told, written in the same unit as what it tells and sent by their own channel.

A part writes to somebody with ``outbox.write_to``; what is written waits in the outbox. The house sends it
later, with no unit open: by mail, as a letter to print, or as a line on the list of people to ring.
"""
