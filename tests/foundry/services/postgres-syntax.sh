# expect: syntax_error services.sql-syntax
# needs: psql initdb pg_ctl setpriv sqlite3
. "$FOUNDRY/postgres.sh"
export PGPASSWORD=right
printf 'create table shop (\n  id int\n  name text\n);\n' >schema.sql
psql -h 127.0.0.1 -p 54330 -U app -v ON_ERROR_STOP=1 -f schema.sql postgres
sqlite3 shop.db <schema.sql
exit 1
