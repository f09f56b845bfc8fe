# expect: dependency_missing python.module-not-found
# needs: python3
echo 'import structlog' > test_now.py
python3 -m unittest test_now
