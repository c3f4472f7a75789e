"""The studio, a kind of business."""
