# Whatever a log holds, no secret of it is shown or stored.
key=$(printf 'x%.0s' {1..36})
write job.log <<LOG
+ python3 push.py --password s3cret-one
API_TOKEN=s3cret-two-0123456789
remote: https://ada:s3cret-three@example.org/r.git
using ghp_$key for the upload
Traceback (most recent call last):
  File "push.py", line 3, in <module>
    import yaml
ModuleNotFoundError: No module named 'yaml' (password=s3cret-four)
##[error]Process completed with exit code 1.
LOG
hides() { for secret in s3cret "$key"; do [[ $1 != *"$secret"* ]] || wrong "a secret is shown: $secret"; done; }
for format in text json jsonl md sarif rdjson; do
  regreen diagnose --format "$format" job.log
  exits 0
  hides "$out$err"
  says "password=***"
done

# Healing stores what it read, and the command it was given.
write repo/check.py <<<"import sys; sys.exit(1)"
make_repository repo
regreen heal repo --log job.log --verify "PASSWORD=s3cret-five python3 check.py" --out answer.json
hides "$out$err$(<answer.json)"
regreen explain
exits 0
hides "$out$err"
for stored in state/regreen/regreen.db*; do hides "$(tr '\0' '?' <"$stored")"; done

# A commit, a checksum and an identifier are none.
write job.log <<'LOG'
commit 9fceb02d0ae598e95dc970b74767f19372d61af8
ModuleNotFoundError: No module named 'yaml' (sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855, 3f2504e0-4f89-11d3-9a0c-0305e82c3301)
##[error]Process completed with exit code 1.
LOG
regreen diagnose job.log
says "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
says 3f2504e0-4f89-11d3-9a0c-0305e82c3301
