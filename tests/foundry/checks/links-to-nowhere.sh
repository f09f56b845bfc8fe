# expect: quality_gate links.to-nowhere
# needs: python3
mkdir -p docs/guide
printf '# Handbook\n\nBegin with the [first steps](install.md#first-steps).\n' >docs/index.md
printf '# Installation\n\n## First steps\n' >docs/guide/install.md
cat >check_links.py <<'P'
import pathlib, re, sys

errors = 0
for page in sorted(pathlib.Path("docs").rglob("*.md")):
    for number, line in enumerate(page.read_text().splitlines(), 1):
        for target in re.findall(r"\]\(([^)\s]+)\)", line):
            if not (page.parent / target.split("#")[0]).exists():
                print(f"{page}:{number}: broken link: {target}")
                errors += 1
sys.exit(errors > 0)
P
python3 check_links.py
