"""What is made of a service specification: the outputs, and the commands that build and show them."""

__version__ = "0.1.0"
