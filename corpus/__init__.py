"""Articles: their text, what it is made of, and whom it credits."""
