# expect: missing_file pip.requirements-missing
# needs: pip3
pip3 download -r requirements-dev.txt
