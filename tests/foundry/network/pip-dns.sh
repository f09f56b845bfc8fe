# expect: network network.pip-retry
# needs: pip3 python3 unshare ip
. "$FOUNDRY/faulty.sh"
pip3 download --retries 1 --no-deps --index-url https://packages.example.org/simple structlog
pip3 download --retries 1 --no-deps --index-url http://198.51.100.7:9/simple structlog
