# expect: infrastructure services.postgres-down
# needs: psql pg_isready
pg_isready -h 127.0.0.1 -p 54329
psql -h 127.0.0.1 -p 54329 -c 'select 1'
psql -h db -p 54329 -c 'select 1'
psql -c 'select 1'
