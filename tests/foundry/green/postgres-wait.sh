# expect: success
# needs: psql initdb pg_ctl setpriv pg_isready
pg_isready -h 127.0.0.1 -p 54330 || echo "database is unavailable - sleeping"
. "$FOUNDRY/postgres.sh"
export PGPASSWORD=right
until pg_isready -h 127.0.0.1 -p 54330; do sleep 0.5; done
sql() { psql -h 127.0.0.1 -p 54330 -U app -v ON_ERROR_STOP=1 "$@" postgres; }
sql -c 'drop table if exists errors' -c 'create table if not exists errors (id int primary key, message text)'
sql -c "insert into errors values (1, 'connection refused'), (2, 'permission denied') on conflict do nothing"
sql -c 'select * from errors'
sql -c "do \$\$ begin raise warning 'password authentication failed is only a text'; raise notice 'error count: 0'; end \$\$"
