# expect: toolchain perl.version
# needs: perl
perl -e 'use v7.99; print 1'
