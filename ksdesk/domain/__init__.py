"""What a shop is: values, rules, calculations. No Qt, no peewee, no clock."""
