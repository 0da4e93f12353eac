"""What products cost: typed for one, for chosen ones, or for all."""
