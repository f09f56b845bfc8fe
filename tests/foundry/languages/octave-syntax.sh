# expect: syntax_error octave.syntax
# needs: octave
printf 'x = [1 2\ny = (3\n' >shop.m
octave --no-gui shop.m
