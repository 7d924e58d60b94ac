"""What pages of HTML share: their charset, a safe parse, a node's paragraphs, what a page says."""
