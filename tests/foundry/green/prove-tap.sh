# expect: success
# needs: prove perl
mkdir t
cat > t/error.t <<'P'
use strict; use warnings; use Test::More;
eval { die "Can't locate Foo/Bar.pm in \@INC" }; like($@, qr/Can't locate/, "dies: Can't locate Foo/Bar.pm");
diag "Failed test is only a note here";
TODO: { local $TODO = "timeouts are not handled"; ok(0, "not ok - times out"); }
SKIP: { skip "network unreachable", 1; ok(1) }
ok(1, "error 500"); warn "Use of uninitialized value in addition\n";
done_testing;
P
printf 'use Test::More tests => 1; is("failed", "failed", "Failed 1/1 subtests");\n' > t/fail.t
prove -v t; prove t
