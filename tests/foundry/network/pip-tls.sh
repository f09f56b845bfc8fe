# expect: network network.python-tls
# needs: pip3 python3 unshare ip
. "$FOUNDRY/faulty.sh"
pip3 download --retries 1 --no-deps --index-url https://198.51.100.7:8443/simple structlog

