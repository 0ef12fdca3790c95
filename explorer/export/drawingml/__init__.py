"""DrawingML, the language of shapes in office programs, as text."""
