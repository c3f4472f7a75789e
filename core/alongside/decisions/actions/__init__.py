"""What members and tellers do with proposals: a file for each act."""
