"""The commands of training: which run is meant, planning, and learning."""
