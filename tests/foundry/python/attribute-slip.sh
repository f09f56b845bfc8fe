# expect: test_failure python.attribute-slip
# needs: python3
cat >robot.py <<'E'
class Robot:
    def forward(self):
        return 1


Robot().foward()
E
python3 robot.py
