"""What people do to come in and to leave, a file for each way."""
