# expect: infrastructure network.http-5xx
# needs: pip3 python3 unshare ip
. "$FOUNDRY/faulty.sh"
pip3 download --retries 0 --no-deps $base/503/structlog-1.0.tar.gz 2>&1 | tail -2
exit 1
