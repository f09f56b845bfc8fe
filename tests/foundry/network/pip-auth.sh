# expect: credential network.http-auth
# needs: pip3 python3 unshare ip
. "$FOUNDRY/faulty.sh"
pip3 download --retries 0 --no-deps --no-input $base/403/structlog-1.0.tar.gz
