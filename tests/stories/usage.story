# Help of every command; mistakes on the command line exit with 2 and say what was wrong.
for command in "" diagnose heal explain fixes stats rules "rules check" "rules list" "rules test" doctor; do
  regreen $command --help
  exits 0
  silent
  says "--help"
done
regreen --version
exits 0
says "regreen "

mistake() {
  regreen "$@"
  exits 2
  [ -z "$out" ] || wrong "nothing belongs on standard output"
  [ -n "$err" ] || wrong "it should say what was wrong"
}
mistake
mistake nonsense
mistake diagnose
mistake diagnose --format xml a.log
mistake diagnose --nonsense a.log
mistake diagnose --conclusion perhaps a.log
mistake heal
mistake heal --nonsense --log a.log
mistake heal --log a.log --deliver
mistake heal --log a.log --deliver everywhere
mistake heal . --log a.log --deliver apply file
mistake heal . --log a.log --deliver patch
mistake heal . --log a.log --time-limit 0
mistake rules
mistake rules nonsense
mistake stats --format xml

# The manual page comes from the same description.
regreen man
exits 0
says ".TH REGREEN 1"
says '\-\-deliver none|patch FILE|apply|commit'
says_not '{'
if command -v mandoc >/dev/null; then
  complaints=$(mandoc -T lint -W warning "$folder/.out" | grep -v "missing date" || true)  # the program has none
  same "$complaints" ""
fi

# A run on GitHub or a log, and one of each.
regreen diagnose
exits 2
complains "name a log, or a run"
regreen heal --run 7 --latest
exits 2
complains "--run and --latest are two things"
regreen heal --run 7 --log run.log
exits 2
complains "brings its own log"
regreen heal --log run.log --deliver pr
exits 2
complains "for runs on GitHub"
