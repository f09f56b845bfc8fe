# expect: configuration_error pre-commit.invalid-config
# needs: pre-commit git
git init -q . && printf 'repos:\n-   repo: local\n    hook: []\n' > .pre-commit-config.yaml && git add -A
pre-commit run --all-files
