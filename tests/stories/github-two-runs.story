# One commit, two runs of it (of the push and of the pull request), one failure: healed at the same moment, there is one request.
broken_colon_on_github
python3 - <<'PY'
import json
world = json.load(open("world/world.json"))
world["latency_s"] = 0.2
world["runs"].append(dict(world["runs"][0], id=8))
json.dump(world, open("world/world.json", "w"))
PY
github
for run in 7 8; do
  XDG_STATE_HOME=$folder/state-$run "$program" heal --run $run --repo o/n --verify "$colon" --deliver pr >"$run.out" 2>"$run.err" &
  healers+=($!)
done
for healer in "${healers[@]}"; do wait "$healer" || wrong "$(cat [78].out [78].err)"; done
open=$(python3 -c 'import json; print(*(pull["number"] for pull in json.load(open("world/pulls.json")) if pull["state"] == "open"))')
same "$open" 1
same "$(git -C world/o/n.git for-each-ref refs/heads/fix | wc -l)" 1
grep -q https://github.com/o/n/pull/1 7.out || wrong "$(cat 7.out)"
grep -q https://github.com/o/n/pull/1 8.out || wrong "$(cat 8.out)"

# Nor does the one that was withdrawn count as a no.
regreen heal --run 8 --repo o/n --verify "$colon" --deliver pr --unattended
exits 1
says "proposed already: https://github.com/o/n/pull/1"
github_ends
