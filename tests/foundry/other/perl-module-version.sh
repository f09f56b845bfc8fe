# expect: dependency_conflict other.perl-module-version
# needs: perl
perl -e 'use List::Util 99;'
