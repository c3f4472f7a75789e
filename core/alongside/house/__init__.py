"""The house: finds plugins, opens an enterprise, and puts everything together. ``main`` is the way in."""
