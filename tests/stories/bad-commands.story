# Verify commands that hang, fork, fill the disk, kill their parent, leave their group, write where they may not.
broken_colon
remember
try() {
  regreen heal repo --log red.log --time-limit 3 --format json --deliver apply --verify "$1" --config limits.yml
  [ "$code" -ne 0 ] || [[ $out == *'"decision": "retry"'* ]] || wrong "nothing is proved by: $1"
  [[ $code -eq 3 ]] || has .schema regreen.heal/1
  untouched
}
write limits.yml <<<'limits: {processes: 50, disk_mb: 32, memory_mb: 300}'
try 'sleep 1000'
says "ended here because it took too long"
try 'trap "" TERM INT HUP; while :; do sleep 1; done'
says "ended here because it took too long"
try ':(){ :|:& };:; wait'
try 'while :; do sleep 100 & done'
says "it started too many processes"
try 'head -c 10G /dev/zero >fill; exit 1'
try 'i=0; while mkdir d$i; do i=$((i+1)); [ $i -lt 3000 ] || exit 1; done; exit 1'
try 'yes'
try 'kill -9 $PPID; exit 1'
try 'kill -9 -1; exit 1'
try 'setsid nohup sleep 1000 >/dev/null 2>&1 & disown; exit 1'
try 'exec 1>&- 2>&-; sleep 1000'
try 'echo x >/etc/regreen-was-here; echo x >/usr/regreen-was-here; rm -rf / 2>/dev/null; exit 1'
try "rm -rf $folder/repo $folder/home; exit 1"
try 'git config core.hooksPath /tmp; git commit -qam mine; rm -rf .git; exit 1'
try $'printf "\\033[2J\\000\\377"; exit 1'
[ ! -e /etc/regreen-was-here ] && [ ! -e /usr/regreen-was-here ] || wrong "the system was written to"
