"""Making up a page (版面): which story stands where and how large, drawn for a terminal.

Plain geometry, and no screen: a tree of cuts divides the page (`tree`), taken from the areas that
the paper's own page had (`areas`, `slicing`) or made by the weight of the stories (`grid`);
`allotment` gives every block its box, `sheets` what stands in them.
"""
