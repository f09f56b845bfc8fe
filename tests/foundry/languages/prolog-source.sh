# expect: missing_file prolog.source
# needs: swipl
printf ':- use_module(prices).\n' >shop.pl
swipl --on-error=status -g halt shop.pl
