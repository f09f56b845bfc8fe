# expect: infrastructure services.database-object
# needs: mysql python3
python3 "$FOUNDRY/services/mysql.py" 33998 2>/dev/null & server=$!
trap 'kill $server' EXIT
until (exec 3<>/dev/tcp/127.0.0.1/33998) 2>/dev/null; do sleep 0.1; done
for user in 1049; do mysql -h 127.0.0.1 -P 33998 -u u$user -pwrong -e 'select 1' shop; done
exit 1
