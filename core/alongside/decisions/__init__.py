"""Decisions: proposals, the roll, ballots, and counting them exactly."""
