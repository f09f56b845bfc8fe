# expect: infrastructure services.redis-down
# needs: redis-cli
redis-cli -h 127.0.0.1 -p 63999 ping
redis-cli -h redis ping
