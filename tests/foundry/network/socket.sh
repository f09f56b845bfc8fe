# expect: network network.python
# needs: python3 unshare ip
. "$FOUNDRY/faulty.sh"
python3 -c "import socket; socket.create_connection(('198.51.100.7', 5432))"
python3 -c "import socket; socket.create_connection(('203.0.113.5', 5432))"
