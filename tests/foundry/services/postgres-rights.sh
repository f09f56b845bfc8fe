# expect: infrastructure services.database-rights
# needs: psql setpriv
. "$FOUNDRY/postgres.sh"
export PGHOST=127.0.0.1 PGPORT=54330 PGPASSWORD=right
psql -qU app -d postgres -c "CREATE TABLE prices (price int); CREATE ROLE shop LOGIN PASSWORD 'right'"
psql -v ON_ERROR_STOP=1 -U shop -d postgres -c 'ALTER TABLE prices ADD COLUMN tax int'
psql -v ON_ERROR_STOP=1 -U shop -d postgres -c 'SELECT * FROM prices'
psql -v ON_ERROR_STOP=1 -U shop -d postgres -c 'CREATE TABLE baskets (basket int)'
