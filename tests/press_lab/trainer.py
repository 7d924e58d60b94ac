"""The trainer of the press's learned weights, for the laboratory's command."""

from tests.press_lab.leave_out import Trainer

TRAINER: Trainer | None = None
"""None as long as nothing in the press is learned."""
