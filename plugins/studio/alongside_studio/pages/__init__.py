"""The studio's pages: booking one question at a time, a day, setting up, customers, and the day's sheet."""
