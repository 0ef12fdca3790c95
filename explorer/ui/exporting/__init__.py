"""What a reader takes away from a page: pictures, data, letters, citations."""
