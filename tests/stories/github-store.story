# Logs lie on another host, with troubles of its own: instead of the archive the failed job's log is read, and where that does not come either it is said so. (FAULTS=hang: half a minute more.)
broken_colon_on_github
for fault in 403 404 500 html cut trickle ${FAULTS-}; do
  github "store:$fault"
  regreen diagnose --run 7 --repo o/n --format json
  exits 0
  has .runs[0].diagnoses[0].category syntax_error
  github_ends
done
for fault in 403 404 html cut; do
  github "store:$fault,$fault"
  regreen heal --run 7 --repo o/n --verify "$colon" --deliver pr
  exits 3
  [[ $err == *"leads to answers with $fault"* || $err == *"holds nothing to read"* || $err == *"partial file"* ]] || wrong "$fault: no word of why"
  [ ! -e world/pulls.json ] || wrong "a pull request is there"
  github_ends
done
