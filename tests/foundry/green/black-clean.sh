# expect: success
# needs: black isort flake8 mypy
mkdir error_pages; touch error_pages/__init__.py
printf 'def failed(code: int) -> bool:\n    """Say whether the code is an error."""\n    return code >= 400\n' > error_pages/syntax_error.py
black --check --diff .; isort --check-only --verbose error_pages | tail -3; flake8 --statistics --count .; mypy --strict error_pages; mypy -v --no-incremental error_pages 2>&1 | tail -5
