# What a person sees: the cause, its lines, the places, what to do.
write job.log <<'LOG'
+ python3 check.py
Traceback (most recent call last):
  File "check.py", line 1, in <module>
    import yaml
ModuleNotFoundError: No module named 'yaml'
##[error]Process completed with exit code 1.
LOG
regreen diagnose job.log
exits 0
silent
says dependency_missing
says "ModuleNotFoundError: No module named 'yaml'"
says "at check.py:1"

# A rule that misleads can be left out.
regreen diagnose --without-rule python.module-not-found job.log
silent
regreen diagnose --without-rule python.no-such-rule job.log
exits 2

# No cause in the log: a person has to look.
write odd.log <<<"##[error]Process completed with exit code 1."
regreen diagnose odd.log
exits 1
says unknown

# A green log.
write green.log <<<$'===== 3 passed in 0.02s ====='
regreen diagnose --conclusion success green.log
exits 0
