"""For all tests, ours and the plugins'."""

from hypothesis import settings

# How long an example takes says how busy the machine is; speed is measured in benchmarks/.
settings.register_profile("alongside", settings(), deadline=None)
settings.load_profile("alongside")
