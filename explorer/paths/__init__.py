"""What lineages and crosswalks are made of: walks and flows along the lines of succession."""
