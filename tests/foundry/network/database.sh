# expect: infrastructure network.local-service
# needs: psql
psql -h 127.0.0.1 -p 54329 -c 'select 1'
