# expect: test_failure services.sql-constraint
# needs: psql initdb pg_ctl setpriv sqlite3
. "$FOUNDRY/postgres.sh"
export PGPASSWORD=right
sql() { psql -h 127.0.0.1 -p 54330 -U app -v ON_ERROR_STOP=1 -c "$1" postgres; }
sql 'create table shop (id int primary key, name text not null)'
sql 'create table basket (shop int references shop(id), amount int check (amount > 0))'
sql "insert into shop values (1, 'a')"
sql "insert into shop values (1, 'a')"
sql 'insert into shop values (2, null)'
sql 'insert into basket values (7, 1)'
sql 'insert into basket values (1, 0)'
sqlite3 shop.db 'create table shop (id int primary key); insert into shop values (1); insert into shop values (1);'
exit 1
