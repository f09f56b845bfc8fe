# expect: dependency_missing perl.module
# needs: perl
printf 'use strict;\nuse Text::Shop::Prices 1.2;\n' > cart.pl
perl cart.pl
