"""Domain values to and from one SQLite file. peewee lives only here."""

from ksdesk.storage.book import Store
from ksdesk.storage.problem import BookProblem
from ksdesk.storage.reader import Reader

__all__ = ["BookProblem", "Reader", "Store"]
