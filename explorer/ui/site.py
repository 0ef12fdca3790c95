"""Where this server is: the path it stands under, and its address here and for the reader."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st


def base() -> str:
    """The path that the explorer stands under, such as `/nhs`; "" where it has the whole server."""
    path = (st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""


def home() -> str:
    """The address of the start page on this machine, from the server's options."""
    host = st.get_option("server.address")
    host = host if host and host not in ("0.0.0.0", "::") else "localhost"
    scheme = "https" if st.get_option("server.sslCertFile") else "http"
    return f"{scheme}://{host}:{st.get_option('server.port')}{base() or '/'}"


def here() -> str:
    """The address of this server as the reader's browser sees it, with its path; "" if unknown."""
    parts = urlsplit(st.context.url or "")
    return f"{parts.scheme}://{parts.netloc}{base()}" if parts.netloc else ""
