# expect: dependency_conflict perl.module-version
# needs: perl
perl -e 'use List::Util 99;'
