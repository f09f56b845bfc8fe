# Files that somebody owns are left by unattended work where the configuration says so; the file of the HEAD commit counts.
write repo/.github/CODEOWNERS <<<$'* @all\n/total.py @core'
broken_colon
write config.yml <<<'refuse_owned_files: true'
write repo/.github/CODEOWNERS <<<''  # a change that loosens it
heal_colon --unattended --config config.yml --format json
exits 1
has .decision refused
has .rule policy.owned-file
has .reason "total.py belongs to @core, who have to agree"
heal_colon --config config.yml
exits 0
heal_colon --unattended
exits 0
