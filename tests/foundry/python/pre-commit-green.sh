# expect: success
# needs: pre-commit git
git init -q . && cat > .pre-commit-config.yaml <<'YML'
repos:
-   repo: local
    hooks:
    -   {id: failed, name: check failed tests, language: system, entry: "true"}
    -   {id: none, name: nothing to do, language: system, entry: "false", files: "[.]zig$"}
YML
git add -A && pre-commit run --all-files
