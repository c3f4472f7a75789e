"""The commands of decisions. There is none to vote for somebody else."""
