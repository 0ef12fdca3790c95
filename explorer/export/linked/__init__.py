"""Extracts as linked data: the W3C Organization Ontology with PROV, as JSON-LD and Turtle."""
