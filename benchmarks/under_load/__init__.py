"""What measurements of served pages share: an enterprise with a year of data, browsers that only count, a load."""
