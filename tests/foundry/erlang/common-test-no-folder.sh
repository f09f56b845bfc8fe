# expect: configuration_error common-test.not-run
# needs: ct_run
ct_run -dir nowhere -noshell 2>&1 | grep -v 'erl -\|^$'
exit 1
