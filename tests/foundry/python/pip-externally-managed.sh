# expect: configuration_error pip.externally-managed
# needs: pip3
pip3 install structlog
