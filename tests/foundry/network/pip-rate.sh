# expect: rate_limit network.http-429
# needs: pip3 python3 unshare ip
. "$FOUNDRY/faulty.sh"
pip3 download --retries 0 --no-deps $base/429/structlog-1.0.tar.gz
