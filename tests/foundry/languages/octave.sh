# expect: crash octave.error
# needs: octave
printf 'function total\n  disp(totl)\nend\ntotal\n' >shop.m
octave --no-gui shop.m
