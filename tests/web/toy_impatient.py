"""The toy, with little patience: seconds and connections as they are given before its own arguments."""

import runpy
import sys

from alongside.web import patience

patience.FOR_THE_FIRST_WORDS, patience.FOR_A_FORM, patience.MOST_LINES = map(float, sys.argv[1:4])
if sys.argv[4] == "stranger":
    patience.is_this_computer = lambda _: False
toy = f"{sys.path[0]}/toy_serve.py"
sys.argv = [toy, *sys.argv[5:]]
runpy.run_path(toy)
