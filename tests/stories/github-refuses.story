# What must not be done on GitHub is not done, and said.
broken_colon_on_github
world() { python3 -c 'import json,sys; w = json.load(open("world/world.json")); exec(sys.argv[1]); json.dump(w, open("world/world.json", "w"))' "$1"; }
heal_run() { regreen heal --run 7 --repo o/n --verify "$colon" "$@"; }
nothing_there() {
  [ ! -e world/pulls.json ] || wrong "a pull request is there"
  same "$(git -C world/o/n.git for-each-ref refs/heads/fix | wc -l)" 0
}

# A run of a fork is looked at and healed on paper.
cp world/world.json world.json
world 'w["runs"][0]["head_repository"] = "eve/n"'
github
heal_run --deliver pr
exits 1
says "of a fork"
nothing_there
github_ends

# One that runs still, and one that is not there.
cp world.json world/world.json
world 'w["runs"][0]["status"] = "in_progress"'
github
heal_run --deliver pr
exits 3
complains "in_progress"
regreen heal --run 8 --repo o/n --verify "$colon" --deliver pr
exits 3
complains "/repos/o/n/actions/runs/8"
GITHUB_TOKEN=wrong heal_run --deliver pr
exits 3
complains "does not accept the token"
github_ends

# Not to the default branch, and not to a branch that went on.
cp world.json world/world.json
github
heal_run --deliver push
exits 1
says "default branch"
same "$(git -C world/o/n.git rev-parse main)" "$head"
git clone -q world/o/n.git later
git -C later config user.name Bo
git -C later config user.email bo@example.org
git -C later commit -q --allow-empty -m later
git -C later push -q origin HEAD:main
heal_run --deliver pr
exits 1
says "newer commit"
nothing_there
git -C world/o/n.git update-ref refs/heads/main "$head"

# A closed request was a no: none is opened again.
regreen --db closed.db heal --run 7 --repo o/n --verify "$colon" --deliver pr
exits 0
python3 -c 'import json; p = json.load(open("world/pulls.json")); p[0]["state"] = "closed"; json.dump(p, open("world/pulls.json", "w"))'
git -C world/o/n.git update-ref -d refs/heads/fix/auto-20260131-120000
regreen --db again.db heal --run 7 --repo o/n --verify "$colon" --deliver pr
exits 0
same "$(python3 -c 'import json; print(len(json.load(open("world/pulls.json"))))')" 1
github_ends

# No archive of all logs: the failed jobs' own. A branch of a colleague: one commit on top, once.
git -C world/o/n.git branch topic "$head"
world 'w["runs"][0].pop("log"); w["runs"][0]["head_branch"] = "topic"'
github
regreen --db push.db heal --run 7 --repo o/n --verify "$colon" --deliver push
exits 0
same "$(git -C world/o/n.git rev-parse topic^)" "$head"
same "$(git -C world/o/n.git diff --name-only "$head" topic)" total.py
regreen --db push2.db heal --run 7 --repo o/n --verify "$colon" --deliver push
exits 0
same "$(git -C world/o/n.git rev-parse topic^)" "$head"
github_ends

# What a pull request's own code says of what may be done does not count: the default branch does.
git -C later checkout -q -b base "$head"
write later/.github/regreen.yml <<<'protected_files: ["total.py"]'
commit_all later policy
git -C later push -q origin base
git -C world/o/n.git symbolic-ref HEAD refs/heads/base
git -C world/o/n.git update-ref refs/heads/topic "$head"
world 'w["runs"][0]["event"] = "pull_request"'
github
regreen --db policy.db heal --run 7 --repo o/n --verify "$colon" --deliver pr
exits 1
says "policy.protected-file"
github_ends

# A token goes nowhere in the clear.
GITHUB_API_URL=http://github.example.org regreen heal --run 7 --repo o/n --verify "$colon"
exits 3
complains "in the clear"

# A token that may read runs and code is enough for a person who wants to see a repair.
git -C world/o/n.git symbolic-ref HEAD refs/heads/main
world 'w["hides_pulls"] = True; w["runs"][0].update(event="push", head_branch="main")'
github
regreen --db look.db heal --run 7 --repo o/n --verify "$colon"
exits 0
says "patched"
regreen --db watch.db heal --run 7 --repo o/n --verify "$colon" --unattended
exits 3
complains "does not allow GET /repos/o/n/pulls"
github_ends
