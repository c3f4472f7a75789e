"""What people do in training, a file per act."""
