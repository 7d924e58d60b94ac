"""From judged lines to stories: heads, jumps, and the contents box."""
