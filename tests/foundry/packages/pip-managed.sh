# expect: configuration_error pip.externally-managed
# needs: python3
/usr/bin/python3 -m pip install --no-index structlog
