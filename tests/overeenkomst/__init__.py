"""The agreement: many answers, judged by the reference and by every engine that a specification is made into."""
