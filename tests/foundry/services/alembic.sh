# expect: drift services.migration
# needs: alembic
printf '[alembic]\nscript_location = m\nsqlalchemy.url = sqlite:///shop.db\n' >alembic.ini
mkdir -p m/versions && printf 'from alembic import context\nimport sqlalchemy as sa\ne = sa.create_engine("sqlite:///shop.db")\nmetadata = sa.MetaData()\nsa.Table("shop", metadata, sa.Column("id", sa.Integer))\nwith e.connect() as c:\n    context.configure(connection=c, target_metadata=metadata)\n    with context.begin_transaction():\n        context.run_migrations()\n' >m/env.py
printf 'revision = "%%s"\ndown_revision = %%s\ndef upgrade(): pass\ndef downgrade(): pass\n' >t
rev() { printf "revision = '$1'\ndown_revision = $2\ndef upgrade(): pass\ndef downgrade(): pass\n" >m/versions/$1.py; }
printf 'revision = "a"\n' >m/script.py.mako
rev aaa None; alembic -c alembic.ini upgrade head
rev bbb "'aaa'"; alembic revision --autogenerate -m x
alembic check
rev ccc "'aaa'"; alembic upgrade head
rm m/versions/*; rev ddd "'zzz'"; alembic upgrade head
rm m/versions/*; alembic upgrade head
