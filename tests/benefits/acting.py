"""Who acts in these tests, and when."""

from datetime import time

from alongside.store import Actor

AMY = Actor.person("amy", "Amy Lind")
HELPED = Actor.person("amy", "Amy Lind", helper="ben")
BEN = Actor.person("ben", "Ben Roe")
MORNING = (time(9), time(13))
