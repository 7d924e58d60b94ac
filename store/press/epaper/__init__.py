"""E-paper editions (数字报): page lists, articles, mirrored issues, answers of interfaces."""
