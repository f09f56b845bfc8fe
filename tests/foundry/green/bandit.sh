# expect: success
# needs: bandit
printf 'def shop():\n    """No error here."""\n    return 1\n' >shop.py
bandit shop.py
