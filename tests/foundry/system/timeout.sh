# expect: job_timeout system.timeout
# needs: timeout
timeout --verbose 1 sleep 5
