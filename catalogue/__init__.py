"""What a service specification is: the language, its register data and the meaning of answers."""
