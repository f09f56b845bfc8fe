# expect: infrastructure services.wait-timeout
# needs: bash timeout
echo "Waiting for postgres..."
timeout 2 bash -c 'until (exec 3<>/dev/tcp/127.0.0.1/54329) 2>/dev/null; do echo "postgres is unavailable - sleeping"; sleep 0.5; done' || { echo "Timed out waiting for postgres:5432"; exit 1; }
