"""Record: every table of the package, to browse, to filter and to take away."""

import streamlit as st

from explorer.ui import package

st.title("Record", anchor=False)
package.lead()
package.choice("record")
package.table("record")
