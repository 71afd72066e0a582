"""Loaded by schemathesis itself: valid data may be refused for a rule that JSON Schema leaves, and for nothing else."""

import json
import os
import re
from pathlib import Path

import schemathesis
from schemathesis.generation import GenerationMode

REGELS = {tuple(paar) for paar in json.loads(Path(os.environ["GENOEMDE_REGELS"]).read_text("utf-8"))}
"""(path, code) of each rule that is published beside the contract, in `schema/proeven.json`."""


@schemathesis.check
def valid_data_is_refused_for_named_rules_only(ctx, response, case):
    """Takes the place of `positive_data_acceptance`."""
    meta = case.meta
    if meta is None or meta.generation.mode != GenerationMode.POSITIVE or response.status_code < 400:
        return
    if response.status_code == 404 and case.method == "GET":
        return
    probleem = response.json()
    genoemd = {(re.sub(r"\[\d+\]", "[]", fout["pad"]), fout["code"]) for fout in probleem.get("fouten", ())}
    assert genoemd and genoemd <= REGELS, f"{response.status_code}: {probleem}"
