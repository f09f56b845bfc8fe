# .github/regreen.yml of the HEAD commit counts, with every mistake told by line and column.
broken_colon

# What stands only in the working tree may be the change under repair: it has no effect.
write repo/.github/regreen.yml <<<'enabled: false'
heal_colon --format json
exits 0
has .decision patched

commit_all repo off
heal_colon --format json
exits 1
has .decision refused
has .rule policy.disabled

# … nor can the working tree loosen it.
write repo/.github/regreen.yml <<<'enabled: true'
heal_colon --format json
has .rule policy.disabled

# --config, then $REGREEN_CONFIG, come before it.
write on.yml <<<'enabled: true'
heal_colon --format json --config on.yml
has .decision patched
REGREEN_CONFIG=$folder/on.yml heal_colon --format json
has .decision patched

# The user's own is the last.
write home/.config/regreen/config.yml <<<'never_heal: [syntax_error]'
heal_colon --format json
has .rule policy.disabled
git -C repo rm -qrf .github
git -C repo commit -qm 'no configuration'
heal_colon --format json
has .rule policy.never-heal
rm -r home/.config

# Mistakes, all of them.
write repo/.github/regreen.yml <<<$'enabled: maybe\nprotected_file: []\nlimits:\n  time_s: -1'
commit_all repo mistakes
remember
heal_colon --deliver apply
exits 3
complains ".github/regreen.yml:1:10: 'enabled' must be true or false"
complains ".github/regreen.yml:2:1: unknown key 'protected_file' (did you mean 'protected_files'?)"
complains ".github/regreen.yml:4:11: 'limits.time_s' must be a number from 1 to 21600"
untouched
write broken.yml <<<'enabled: ['
heal_colon --config broken.yml
exits 3
complains broken.yml:
heal_colon --config nowhere.yml
exits 3
complains nowhere.yml
