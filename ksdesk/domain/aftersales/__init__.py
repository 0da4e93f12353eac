"""After-sales (售后): who must answer whom, and by when.

The way of a case: a file's rows (`ImportedCase`, kind "aftersales") and what the seller noted of
it or opened by hand (`CaseFile`) are joined to one `AftersalesCase`; `clocks.clock` says until
when; `actions.aftersales` writes each step into the file, the page lists what it makes of both,
`evidence` gathers one case for the platform.
"""
