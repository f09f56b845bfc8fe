# expect: test_failure tests.transcript
# needs: python3
printf 'Adds\n\n  $ echo 2\n  3\n' >a.t
python3 -m cram a.t
