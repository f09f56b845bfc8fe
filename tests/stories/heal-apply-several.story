# Several files at once; what a user changed elsewhere stays as it is, in the index too.
broken_layout
write repo/notes.txt <<<"staged"
git -C repo add notes.txt
write repo/notes.txt <<<"staged, then edited"
write repo/draft.txt <<<"untracked"

regreen heal repo --log red.log --verify "$layout" --deliver apply
exits 0
silent
status_is "AM notes.txt
 M pack/m1.py
 M pack/m2.py
 M pack/m3.py
 M pack/m4.py
?? draft.txt"
same "$(<repo/pack/m3.py)" 'x = {"a": 3}'
same "$(git -C repo show :notes.txt)" staged
same "$(<repo/notes.txt)" "staged, then edited"
same "$(find repo -name '.regreen*')" ""
