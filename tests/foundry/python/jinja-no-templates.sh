# expect: missing_file jinja.no-templates
# needs: python3
mkdir -p site/letters
cat > site/letters/__init__.py <<'PY'
from jinja2 import Environment, PackageLoader


def letter(name):
    return Environment(loader=PackageLoader("letters")).get_template("letter.html").render(name=name)
PY
PYTHONPATH=site python3 -c 'import letters; print(letters.letter("Ada"))'
