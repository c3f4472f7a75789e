"""Home: where somebody lands. Her own week, or for those who run something a page of what needs them today."""
