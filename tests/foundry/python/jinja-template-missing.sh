# expect: missing_file jinja.template-not-found
# needs: python3
mkdir -p site/letters/templates
cat > site/letters/__init__.py <<'PY'
from pathlib import Path

from jinja2 import Environment, FileSystemLoader


def letter(name):
    env = Environment(loader=FileSystemLoader(Path(__file__).parent / "templates"))
    return env.get_template("letter.html").render(name=name)
PY
PYTHONPATH=site python3 -c 'import letters; print(letters.letter("Ada"))'
