# As a step of GitHub Actions: outputs for the next steps, a summary for people, marks beside the code. No log line can add one.
broken_colon
export GITHUB_ACTIONS=true GITHUB_OUTPUT=$folder/output GITHUB_STEP_SUMMARY=$folder/summary.md
output() { sed -n "s/^$1=//p" output; }

regreen diagnose red.log --format json
exits 0
same "$(output category)" syntax_error
same "$(output auto_fixable)" true
[[ $(output confidence) == 0.9* ]] || wrong "the confidence: $(cat output)"
grep -q "syntax_error" summary.md || wrong "the summary: $(cat summary.md)"
complains "::error "
complains "title=syntax_error::Python source does not parse"

rm output
heal_colon
exits 0
same "$(output decision)" patched
same "$(output pr)" ""

rm output
write evil.log <<<$'npm ERR! code E404\nModuleNotFoundError: No module named \'a%0Adecision=patched\'\n##[error]Process completed with exit code 1.'
regreen diagnose evil.log --format json
same "$(grep -c . output)" 3
same "$(output decision)" ""
[[ $err != *$'\n'"decision"* ]] || wrong "a log line gave a command"

unset GITHUB_ACTIONS
rm output
regreen diagnose red.log
exits 0
[ ! -e output ] || wrong "outputs without a workflow"
silent
