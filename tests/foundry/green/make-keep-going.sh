# expect: success
# needs: make python3 pytest
printf 'all: lib app docs\nlib app docs:\n\t@mkdir -p out && touch out/$@ && echo "  GEN     out/$@"\n-include missing.mk\nclean:\n\t-rm out/none\n\t-@false\n.PHONY: all clean lib app docs\n' > Makefile
make -k all
make -k clean
make -n all
make -k -C . all --warn-undefined-variables
printf 'def test_out():\n    assert open("out/app").read() == ""\n' > test_out.py
python3 -m pytest -q test_out.py
