# expect: lint pylint.useless-option
# needs: pylint
cat > shop.py <<'P'
"""Prices."""


def total(items):  # pylint: disable=no-self-use
    """The sum."""
    return sum(items)
P
printf '[tool.pylint."messages control"]\ndisable = ["bad-continuation"]\n' > pyproject.toml
pylint shop.py
