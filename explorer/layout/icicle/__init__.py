"""The structure of a day as an icicle: boxes within boxes, from left to right."""
