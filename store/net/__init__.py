"""HTTP alone, for the processes that fetch: it knows no newspaper, and no reader imports it."""
