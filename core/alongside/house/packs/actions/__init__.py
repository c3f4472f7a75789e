"""What people do with packs: look, open, make again, and choose to have them by mail."""
