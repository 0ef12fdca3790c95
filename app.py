"""The NHS Commissioning Lineage Explorer: start it with `streamlit run app.py`."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from explorer.ui.endpoints import routes
from explorer.ui.launch import launch
from explorer.ui.site import base

HERE = Path(__file__).parent


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    launch()
    yield


# The script is not in this folder: beside a folder `pages`, Streamlit meets the first visitor of a
# fresh server with "Page not found" on every address but `/`.
app = st.App(
    HERE / "explorer" / "ui" / "shell.py",
    lifespan=lifespan,
    routes=[
        Mount(f"{base()}/app/static", StaticFiles(directory=HERE / "static")),
        *routes(base()),
    ],
)
