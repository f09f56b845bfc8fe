# expect: quality_gate coverage.no-data
# needs: python3-coverage
python3-coverage report
