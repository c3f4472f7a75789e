"""Counts a .pb file with pabutools, for the clock: `.venv-oracles/bin/python shares.py FILE.pb cost|count [on]`.

Prints JSON: the seconds of the processor for counting, without reading, and the winners. With ``on`` it goes on
as our rule does, where it would stop because nothing more fits.
"""

from __future__ import annotations

import json
import sys
import time

from pabutools.election import Cardinality_Sat, Cost_Sat, parse_pabulib
from pabutools.rules import exhaustion_by_budget_increase, greedy_utilitarian_welfare, method_of_equal_shares

instance, profile = parse_pabulib(sys.argv[1])
worth = Cost_Sat if sys.argv[2] == "cost" else Cardinality_Sat
started = time.process_time()
if sys.argv[3:] == ["on"]:
    asked = {"sat_class": worth}
    steps = {"budget_step": profile.num_ballots(), "exhaustive_stop": False}
    bought = exhaustion_by_budget_increase(instance, profile, method_of_equal_shares, asked, **steps)
else:
    bought = method_of_equal_shares(instance, profile, sat_class=worth, voter_budget_increment=1)
filled = greedy_utilitarian_welfare(instance, profile, sat_class=Cost_Sat, initial_budget_allocation=bought)
took = time.process_time() - started
print(json.dumps({"processor": took, "winners": [sorted(project.name for project in filled)]}))
