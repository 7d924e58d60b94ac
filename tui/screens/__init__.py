"""The screens: each composes panes and answers what they say."""
