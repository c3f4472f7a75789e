"""The audit trail as stewards read it: who did what, when, and whether the chain holds."""
