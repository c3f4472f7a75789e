"""What the first page shows of work: who is off, whom one coaches, and what must be asked."""
