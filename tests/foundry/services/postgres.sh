# expect: infrastructure services.postgres-down
# needs: psql pg_isready
psql -h db -p 54329 -c 'select 1'
psql -c 'select 1'
pg_isready -h 127.0.0.1 -p 54329
