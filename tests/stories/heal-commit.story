# The repair as one commit on the current branch, with a message that says why; a user's own work stays out of it.
broken_colon
write repo/notes.txt <<<"mine"
git -C repo add notes.txt
write repo/draft.txt <<<"untracked"
first=$(git -C repo rev-parse HEAD)

heal_colon --deliver commit
exits 0
silent
same "$(git -C repo rev-parse HEAD^)" "$first"
same "$(git -C repo rev-parse --abbrev-ref HEAD)" main
same "$(git -C repo show --name-only --format= HEAD)" total.py
status_is "A  notes.txt
?? draft.txt"
message=$(git -C repo log -1 --format=%B)
[[ $message == "fix(syntax_error): "* ]] || wrong "the subject: $message"
[[ $message == *"Cause:  SyntaxError"* ]] || wrong "no cause: $message"
[[ $message == *"Remedy: python.fix-syntax"* ]] || wrong "no remedy: $message"
[[ $message == *"Proof:  \`$colon\` exited with 1 before and 0 after"* ]] || wrong "no proof: $message"
same "$(git -C repo log -1 --format='%(trailers:key=Auto-fix,valueonly,separator=%x2C)')" syntax_error
[ -n "$(git -C repo log -1 --format='%(trailers:key=Regreen-Case,valueonly,separator=%x2C)')" ] || wrong "no case: $message"
same "$(git -C repo log -1 --format='%(trailers:key=Co-authored-by,valueonly)')" ""
same "$(git -C repo log -1 --format=%an)" Ada
git -C repo fsck --strict --no-dangling

# The same once more commits nothing.
heal_colon --deliver commit
exits 1
says "unknown"
same "$(git -C repo rev-parse HEAD^)" "$first"

# co_author of the configuration is a trailer.
git -C repo rm -q --cached notes.txt
git -C repo reset -q --hard "$first"
write repo/.github/regreen.yml <<<'co_author: Grace <grace@example.org>'
commit_all repo configuration
heal_colon --deliver commit
exits 0
same "$(git -C repo log -1 --format='%(trailers:key=Co-authored-by,valueonly,separator=%x2C)')" "Grace <grace@example.org>"
