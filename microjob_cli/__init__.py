"""microjob: which micro-job site can a beginner trust, and what reaches her hand."""

__version__ = "0.1.0"
