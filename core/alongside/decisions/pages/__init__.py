"""The pages of decisions: the board, a proposal from draft to kept promise, proposing, and practising a vote."""
