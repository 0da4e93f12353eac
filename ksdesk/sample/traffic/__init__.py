"""The sample shop's traffic: hours, campaigns, and the reports of them."""
