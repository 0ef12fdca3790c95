"""The script that Streamlit runs for every address."""

from explorer.ui import frame

frame.run()
