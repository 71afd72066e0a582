"""The tests. A package, so that it is not taken for the tests that some library leaves in site-packages."""
