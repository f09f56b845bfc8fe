# Sourced by cases: a PostgreSQL server on port 54330, user app, password right.
data=/tmp/foundry/postgres
PATH=$PATH:$(dirname "$(ls /usr/lib/postgresql/*/bin/initdb /usr/local/bin/initdb 2>/dev/null | head -1)")
rm -rf $data && mkdir $data && echo right >/tmp/foundry/password && chown -R postgres $data && chmod 644 /tmp/foundry/password
as_postgres() { setpriv --reuid postgres --regid postgres --clear-groups "$@"; }
as_postgres initdb -D $data -U app --auth-host=scram-sha-256 --auth-local=trust --pwfile=/tmp/foundry/password --no-sync >/dev/null
as_postgres pg_ctl -D $data -w -s -l $data/log -o "-p 54330 -c listen_addresses=127.0.0.1 -k $data -c fsync=off" start
trap 'as_postgres pg_ctl -D $data -s -m immediate stop' EXIT
