# expect: dependency_missing pip.no-matching
# needs: pip3 python3
mkdir wheels && pip3 download --no-index --find-links wheels 'structlog>=99'
