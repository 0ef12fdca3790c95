"""What the timeline is made of: eras, Acts, reforms and the bodies that they touched."""
