"""Numbers as text that every reader of linked data takes."""


def decimal(value: float) -> str:
    """A number as xsd:decimal: `0.88`, never `1e-05`."""
    whole, _, rest = f"{value:.6f}".partition(".")
    return f"{whole}.{rest.rstrip('0') or '0'}"
