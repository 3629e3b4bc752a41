"""Printed names of authors: the one door to what is known about them.

Where a family name begins cannot be told from most printed names (the rule of the ACL Anthology, too), so
``parts`` says ``certain`` only where the form of a name tells, and ``compatible`` never says "the same".
"""

from papergarden.text.letters import fold
from papergarden.text.name_match import compatible
from papergarden.text.name_parts import Name, parts, plain_order
from papergarden.text.organizations import is_organization

__all__ = ["Name", "compatible", "fold", "is_organization", "parts", "plain_order"]
