# expect: infrastructure services.database-object
# needs: psql initdb pg_ctl setpriv
. "$FOUNDRY/postgres.sh"
export PGPASSWORD=right
sql() { psql -h 127.0.0.1 -p 54330 -U app -v ON_ERROR_STOP=1 "$@"; }
sql -c 'create table shop (id int primary key, name text not null)' postgres
sql -c 'insert into shop values (1, $$a$$)' postgres
sql -c 'select * from baskets' postgres
sql -c 'select colour from shop' postgres
sql -c 'create table shop (id int)' postgres
sql -c 'create extension postgis' postgres
sql -c 'select 1' shop_test
createdb -h 127.0.0.1 -p 54330 -U app postgres
