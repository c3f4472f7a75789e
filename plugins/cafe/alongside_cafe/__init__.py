"""The cafe, a kind of business."""
