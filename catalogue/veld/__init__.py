"""What every kind of question is made with: the model of a question, its facts, options and patterns."""
