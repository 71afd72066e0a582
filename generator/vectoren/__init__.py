"""Test vectors of a form: answers with the verdict they must get, made from the form itself.

Right vectors reach every condition both ways, every bound on its edge, every option, every repeat at its limits. A wrong
vector is one change away from a right one. Verdicts come from the reference (`catalogue.beoordelen`), so a vector is never
wrong about what the form means; what no vector reaches is counted by `dekking`.
"""
