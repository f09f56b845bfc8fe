# expect: lint pre-commit.hook-failed
# needs: pre-commit git
git init -q . && cat > .pre-commit-config.yaml <<'YML'
repos:
-   repo: local
    hooks:
    -   {id: tabs, name: no tabs, language: pygrep, entry: "\t", types: [text]}
    -   {id: sizes, name: small files, language: system, entry: "true"}
YML
printf 'a\tb\n' > notes.txt && git add -A
pre-commit run --all-files
