# expect: configuration_error said.option
# needs: python3
printf 'import click\n@click.command()\n@click.option("--region", required=True)\ndef main(region): pass\nmain(prog_name="shop")\n' >a.py
python3 a.py
