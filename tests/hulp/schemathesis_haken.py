"""Loaded by schemathesis itself: valid data may be refused for a rule that JSON Schema leaves, and for nothing else."""

import json
import os
import re
from pathlib import Path
from unicodedata import is_normalized

import schemathesis
from schemathesis.generation import GenerationMode

REGELS = {naam: {tuple(paar) for paar in paren} for naam, paren in json.loads(Path(os.environ["GENOEMDE_REGELS"]).read_text("utf-8")).items()}
"""(path, code) of each rule that `schema/proeven.json` publishes beside the contract: for a whole submission, and for bare answers.
The path `*` is that of every text: one that is not in NFC."""


@schemathesis.check
def valid_data_is_refused_for_named_rules_only(ctx, response, case):
    """Takes the place of `positive_data_acceptance`."""
    meta = case.meta
    if meta is None or response.status_code < 400:
        return
    # One header may be right on purpose while the body beside it is wrong on purpose: every part has to be right.
    if any(deel.mode != GenerationMode.POSITIVE for deel in (meta.generation, *meta.components.values())):
        return
    if response.status_code == 404 and case.method == "GET":
        return
    if response.status_code == 409 and "Idempotency-Key" in (case.headers or {}):
        return  # another message was sent under this key before
    delen = set(case.body) if isinstance(case.body, dict) and case.media_type == "multipart/form-data" else set()
    if delen - {"inzending", "antwoorden"}:
        return  # which part is of which file stands in the answers: the contract says so in words
    probleem = response.json()
    genoemd = {(re.sub(r"\[\d+\]", "[]", fout["pad"]), fout["code"]) for fout in probleem.get("fouten", ())}
    regels = REGELS["antwoorden" if "antwoorden" in delen else "inzending"]
    over = {(pad, code) for pad, code in genoemd - regels if ("*", code) not in regels or _is_nfc(case.body)}
    assert genoemd and not over, f"{response.status_code}: {probleem}"


def _is_nfc(inhoud):
    """Is every text in a message in NFC, those in a part that is JSON itself too?"""
    if isinstance(inhoud, dict | list):
        return all(map(_is_nfc, inhoud.values() if isinstance(inhoud, dict) else inhoud))
    if isinstance(inhoud, bytes):
        inhoud = inhoud.decode("utf-8", "replace")
    return not isinstance(inhoud, str) or is_normalized("NFC", inhoud)
