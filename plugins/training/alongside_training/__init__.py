"""The training, a kind of business."""
