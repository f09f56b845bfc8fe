# expect: dependency_missing python.config-tool-missing
# needs: /tmp/tools/debian/src/mysqlclient/setup.py
cp -r /tmp/tools/debian/src/mysqlclient mysqlclient
mkdir bin && for tool in python3 gcc; do ln -s /usr/bin/$tool bin/$tool; done
PATH=$PWD/bin python3 -m pip install --no-build-isolation --no-deps --target lib ./mysqlclient
