# max_file_changes, of our own configuration and of auto-heal-config.yml: the lower one counts.
broken_layout
write repo/.github/auto-heal-config.yml <<<$'security:\n  max_file_changes: 3\nlanguage: python'
commit_all repo 'another system'
regreen heal repo --log red.log --verify "$layout" --format json
exits 1
has .decision refused
has .rule policy.max-file-changes
complains ".github/auto-heal-config.yml:3: 'language' has no effect here"

write repo/.github/regreen.yml <<<'max_file_changes: 3'
git -C repo rm -qf .github/auto-heal-config.yml
commit_all repo 'ours'
regreen heal repo --log red.log --verify "$layout" --format json
exits 1
has .rule policy.max-file-changes

write repo/.github/auto-heal-config.yml <<<$'protected_files: ["pack/**"]'
git -C repo rm -qf .github/regreen.yml
commit_all repo 'protected'
regreen heal repo --log red.log --verify "$layout" --format json
exits 1
has .rule policy.protected-file
