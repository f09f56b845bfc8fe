# expect: job_timeout system.make-timeout-code
# needs: make
printf 'all:\n\tsh -c "exit 137"\ncrash:\n\tsh -c "exit 139"\n\nslow: SHELL = bash\nslow:\n\ttimeout 1 sleep 5\n' > Makefile
make crash
make slow
make all
