# expect: network network.python
# needs: pip3 python3 unshare ip
. "$FOUNDRY/faulty.sh"
pip3 download --retries 0 --no-deps $base/reset/structlog-1.0.tar.gz 2>&1 | tail -2
pip3 download --retries 0 --no-deps --timeout 1 $base/hang/structlog-1.0.tar.gz 2>&1 | tail -2
pip3 download --retries 0 --no-deps $base/cut/structlog-1.0-py3-none-any.whl 2>&1 | tail -2
exit 1
