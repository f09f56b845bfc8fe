# A repository that is called otherwise now is not followed to wherever: it is said so.
broken_colon_on_github
python3 -c 'import json; w = json.load(open("world/world.json")); w["moved"] = ["o/n"]; json.dump(w, open("world/world.json", "w"))'
github
regreen heal --run 7 --repo o/n --verify "$colon" --deliver pr
exits 3
complains "name the repository as it is called now"
same "$(asked host api)" 1
github_ends
