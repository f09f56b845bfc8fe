# expect: credential services.database-login
# needs: psql initdb pg_ctl setpriv
. "$FOUNDRY/postgres.sh"
psql -h 127.0.0.1 -p 54330 -U app -c 'select 1' postgres
psql "postgresql://app:wrong@127.0.0.1:54330/postgres" -c 'select 1'
psql "postgresql://nobody_here:x@127.0.0.1:54330/postgres" -c 'select 1'
