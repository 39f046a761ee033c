"""The report of a run: one HTML file that needs nothing else."""

from qa.evaluation.report.render import render_report

__all__ = ["render_report"]
