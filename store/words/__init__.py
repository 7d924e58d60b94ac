"""Chinese words: one folded form for comparison, pinyin, and the keywords of articles."""
