"""What each line of a page is: cues and weights, decoded for the page as a whole."""
