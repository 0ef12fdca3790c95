"""Questions made from the record, fair at the precision of its dates, and papers of them."""
