"""Measuring answers against gold questions; nothing here is imported when answering."""
