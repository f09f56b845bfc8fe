# expect: syntax_error prolog.syntax
# needs: swipl
printf 'total(X) :- X is 1 +.\n' >shop.pl
swipl --on-error=status -g halt shop.pl
