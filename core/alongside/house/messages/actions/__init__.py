"""What people do with messages: look, settle, ring, and say that they have read."""
