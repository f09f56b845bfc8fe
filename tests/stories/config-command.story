# verify and network: which command proves a repair, and whether it sees the network.
broken_colon
configured() { write config.yml <<<"$1"; regreen heal repo --log red.log --config config.yml --format json "${@:2}"; }

configured "verify: $colon"
exits 0
has .decision patched
has .proof.command "$colon"

# --verify comes before it.
configured "verify: exit 7" --verify "$colon"
has .proof.command "$colon"

# The network: there is none but the loopback, unless it is allowed.
interfaces='[ "$(grep -c : /proc/net/dev)" -gt 1 ]'
configured "network: false" --verify "$interfaces"
has .proof.before.exit 1
if [ "$(grep -c : /proc/net/dev)" -gt 1 ]; then
  configured "network: true" --verify "$interfaces"
  has .proof.before.exit 0
  configured "network: false" --verify "$interfaces" --allow-network
  has .proof.before.exit 0
fi
