"""The command line: `python -m explorer VERB`, with the same answers as the pages."""
