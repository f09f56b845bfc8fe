# expect: success
# needs: alembic
printf '[alembic]\nscript_location = m\nsqlalchemy.url = sqlite:///shop.db\n[loggers]\nkeys = root\n[handlers]\nkeys = c\n[formatters]\nkeys = g\n[logger_root]\nlevel = INFO\nhandlers = c\n[handler_c]\nclass = StreamHandler\nargs = (sys.stderr,)\nformatter = g\n[formatter_g]\nformat = %%(levelname)-5.5s [%%(name)s] %%(message)s\n' >alembic.ini
sed -i 's/%%/%/g' alembic.ini
mkdir -p m/versions && printf 'from alembic import context\nfrom logging.config import fileConfig\nimport sqlalchemy as sa\nfileConfig("alembic.ini")\ne = sa.create_engine("sqlite:///shop.db")\nwith e.connect() as c:\n    context.configure(connection=c, target_metadata=sa.MetaData())\n    with context.begin_transaction():\n        context.run_migrations()\n' >m/env.py
printf "revision = 'aaa'\ndown_revision = None\nfrom alembic import op\nimport sqlalchemy as sa\ndef upgrade(): op.create_table('errors', sa.Column('id', sa.Integer))\ndef downgrade(): op.drop_table('errors')\n" >m/versions/a_add_error_table.py
alembic upgrade head && alembic current && alembic history && alembic downgrade base
