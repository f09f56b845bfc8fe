# expect: environment_variable setup.variable-missing
# needs: python3
printf 'import click, os\n@click.command()\ndef main():\n    if "SHOP_TOKEN" not in os.environ: raise click.ClickException("environment variable SHOP_TOKEN is not set")\nmain(prog_name="shop")\n' >a.py
python3 a.py
