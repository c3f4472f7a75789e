"""Alongside: people, paid work, rotas and decisions for co-produced social businesses.

Start reading at ``plugin.py``, which says what a part is; ARCHITECTURE.md has the whole on one page.
"""

__version__ = "0.1.0"
