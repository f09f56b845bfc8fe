# Where nobody looks at a terminal there is no colour and no progress, whatever the log contains.
printf '\033[31mModuleNotFoundError: No module named '"'"'yaml'"'"'\033[0m\a\b\r\n' >job.log
broken_colon
control() { ! grep -q '[[:cntrl:]]' <(tr -d '\n' <"$1") || wrong "terminal control in $1"; }

for settings in A=1 NO_COLOR=1 TERM=xterm-256color CLICOLOR_FORCE=1; do
  export "${settings?}"
  regreen diagnose job.log
  exits 0
  control "$folder/.out"
  control "$folder/.err"
done
heal_colon
exits 0
control "$folder/.out"
control "$folder/.err"

# On a terminal there is colour, unless NO_COLOR is set.
unset NO_COLOR
needs script
script -qec "'$program' diagnose job.log" /dev/null >on-terminal </dev/null
grep -q $'\033' on-terminal || wrong "no colour on a terminal"
NO_COLOR=1 script -qec "'$program' diagnose job.log" /dev/null >on-terminal </dev/null
! grep -q $'\033\\[[0-9;]*m' on-terminal || wrong "NO_COLOR is not heeded"

# Where nobody looks, what is going on is told on demand.
REGREEN_LOG_LEVEL=info heal_colon
exits 0
complains "regreen: reproducing the failure: "
REGREEN_LOG_LEVEL=warning heal_colon
silent
write repo/.github/auto-heal-config.yml <<<'language: python'
commit_all repo 'another system'
heal_colon
complains "'language' has no effect here"
REGREEN_LOG_LEVEL=error heal_colon
silent
