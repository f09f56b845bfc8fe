# expect: lint perl.critic
# needs: perlcritic
printf 'package Cart;\nsub total { return eval "1" }\nopen(F, "x");\n1;\n' > Cart.pm
perlcritic --stern Cart.pm
