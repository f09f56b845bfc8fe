# Where there are no drafts, the request is an open one; who may not open requests leaves no branch behind.
broken_colon_on_github
world() { python3 -c 'import json,sys; w = json.load(open("world/world.json")); exec(sys.argv[1]); json.dump(w, open("world/world.json", "w"))' "$1"; }
world 'w["may_open_pulls"] = False'
github
regreen heal --run 7 --repo o/n --verify "$colon" --deliver pr
exits 1
says "does not allow POST /repos/o/n/pulls"
same "$(git -C world/o/n.git for-each-ref refs/heads/fix | wc -l)" 0
github_ends

world 'w["may_open_pulls"] = True; w["has_drafts"] = False'
github
regreen heal --run 7 --repo o/n --verify "$colon" --deliver pr
exits 0
says https://github.com/o/n/pull/1
same "$(python3 -c 'import json; p = json.load(open("world/pulls.json")); print(len(p), p[0]["draft"])')" "1 False"
github_ends
