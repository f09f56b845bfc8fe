# expect: success
# needs: perl
printf 'use Test::More tests => 2;\nuse HTTP::Tiny;\nmy $r = HTTP::Tiny->new(timeout => 1)->get("http://127.0.0.1:9/");\nis $r->{status}, 599, "connection refused gives 599";\ndiag "expected failure: $r->{content}";\nok !$r->{success}, "no success on error";\n' >error.t
prove -v error.t
