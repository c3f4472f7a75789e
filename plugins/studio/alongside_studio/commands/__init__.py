"""The studio at the keyboard: what is free, booking, changing a booking, closures, and the day."""
