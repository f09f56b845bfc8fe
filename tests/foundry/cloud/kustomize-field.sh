# expect: configuration_error kustomize.field
# needs: kubectl
printf 'resource:\n- a.yaml\n' >kustomization.yaml
build() { kubectl kustomize . 2>&1 | sed -E 's/^E[0-9]{4} [0-9:.]+ +[0-9]+ /E0101 00:00:00.000000       1 /'; }
build
exit 1
