"""The pages of training: for those who learn, for those who plan, for those who teach, and the papers."""
