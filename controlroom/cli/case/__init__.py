"""The words about one case: alerts, places, calls, handing over, what came of it."""
