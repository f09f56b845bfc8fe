# expect: toolchain python.ensurepip-missing
# needs: python3 unshare
[ -n "${INSIDE:-}" ] || exec env INSIDE=1 unshare --mount bash "$0"    # a machine without python3-venv, as Debian's images are
lib=$(/usr/bin/python3 -c 'import os; print(os.path.dirname(os.__file__))')
cp -r "$lib" without && rm -r without/ensurepip && mount --bind without "$lib"
/usr/bin/python3 -m venv env
