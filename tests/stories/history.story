# What was found out is remembered: explain, stats, fixes; where $REGREEN_DB or --db say, else in the state folder.
regreen explain
exits 2
[ -n "$err" ] || wrong "there is no case yet: it should say so"

broken_colon
heal_colon --deliver apply --format json
exits 0
case=$(python3 -c 'import json,sys; print(json.load(sys.stdin)["case"])' <<<"$out")
[ -f state/regreen/regreen.db ] || wrong "the history is not in the state folder"

regreen explain
exits 0
says "$case"
says python.fix-syntax
says syntax_error
says delivered
same "$(grep -c '^outcome' <<<"$out")" 1
all=$out
regreen explain "${case:0:6}"
exits 0
same "$out" "$all"
regreen explain zzzz
exits 2
complains zzzz

regreen stats
exits 0
says syntax_error
regreen stats --format json
has .schema regreen.stats/1
has .categories[0].category syntax_error
has .categories[0].failures 1
has .categories[0].successes 1

regreen fixes
exits 0
says python.fix-syntax

# Another history.
REGREEN_DB=$folder/other.db regreen stats
exits 0
says_not syntax_error
says "Nothing is recorded yet"
[ ! -e other.db ] || wrong "who only asks leaves a file"
REGREEN_DB=$folder/other.db regreen diagnose --record red.log
[ -f other.db ] || wrong "REGREEN_DB has no effect"
REGREEN_DB=$folder/other.db regreen diagnose --db third.db --record red.log
[ -f third.db ] || wrong "--db has no effect"
rm other.db* third.db*

# A damaged history: told, and never deleted.
write damaged.db <<<"this is no database, whatever its name says"
REGREEN_DB=$folder/damaged.db regreen stats
exits 3
complains damaged.db
same "$(<damaged.db)" "this is no database, whatever its name says"
