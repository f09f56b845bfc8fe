# expect: syntax_error python.yaml-said
# needs: python3
mkdir deploy
printf 'steps:\n  - name: Deploy: production\n' > deploy/a.yml
printf 'name: a\nvalue\nother: b\n' > deploy/b.yml
cat > load.py <<'END'
import sys
import yaml

failed = False
for name in ("deploy/a.yml", "deploy/b.yml"):
    try:
        yaml.safe_load(open(name))
    except yaml.YAMLError as error:
        print(error if name.endswith("b.yml") else f"{name}: {error}")
        failed = True
sys.exit(failed)
END
python3 load.py
