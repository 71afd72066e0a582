"""One condition tree in the words of each engine: `javascript` (the plan of the form), `css`, `nederlands` (and English)."""
