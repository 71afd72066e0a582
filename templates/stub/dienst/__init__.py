"""A municipal service that receives one form. Generated: your own code goes in eigen.py, beside this folder.

SPDX-License-Identifier: EUPL-1.2
"""
