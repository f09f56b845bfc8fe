# expect: missing_file pip.not-installable
# needs: pip3
mkdir app && pip3 wheel ./app
