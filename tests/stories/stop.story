# regreen stop: nothing is healed unattended; a person is warned, and may.
broken_colon
regreen stop --reason "the release is today"
exits 0
says "until \`regreen resume\`"
remember
heal_colon --deliver apply --unattended --format json
exits 1
has .decision refused
has .rule policy.stopped
says "the release is today"
untouched
heal_colon
exits 0
says "note: Healing was stopped on"
regreen resume
exits 0
heal_colon --unattended --format json
has .decision patched
