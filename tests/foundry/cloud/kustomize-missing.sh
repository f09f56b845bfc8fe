# expect: missing_file kustomize.missing-file
# needs: kubectl
mkdir base over
printf 'resources:\n- deployment.yaml\n- svc.yaml\n' >base/kustomization.yaml
printf 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n' >base/deployment.yaml
printf 'resources:\n- ../base\n' >over/kustomization.yaml
build() { kubectl kustomize "$1" 2>&1 | sed -E 's/^E[0-9]{4} [0-9:.]+ +[0-9]+ /E0101 00:00:00.000000       1 /'; }
build base
build over
sed -i /svc/d base/kustomization.yaml
printf 'resources:\n- ../bases\n' >over/kustomization.yaml
build over
printf 'resources:\n- ../base\npatches:\n- path: patch.yaml\n' >over/kustomization.yaml
build over
printf 'resources:\n- ../base\nconfigMapGenerator:\n- name: x\n  files:\n  - app.ini\n' >over/kustomization.yaml
build over
build nothing
exit 1
