# expect: format pre-commit.modified
# needs: pre-commit git
git init -q . && cat > .pre-commit-config.yaml <<'YML'
repos:
-   repo: local
    hooks:
    -   {id: stamp, name: end of file, language: system, entry: "sh -c 'echo >> notes.txt'", pass_filenames: false}
YML
echo a > notes.txt && git add -A
pre-commit run --all-files
