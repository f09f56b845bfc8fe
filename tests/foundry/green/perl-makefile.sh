# expect: success
# needs: perl make
mkdir -p lib/My t
printf 'package My::Error;\nuse strict; our $VERSION = "1.0"; sub failed { 1 }\n1;\n' > lib/My/Error.pm
printf 'use Test::More tests => 1; use_ok("My::Error");\n' > t/use.t
printf 'use ExtUtils::MakeMaker; WriteMakefile(NAME => "My::Error", VERSION_FROM => "lib/My/Error.pm", PREREQ_PM => { "No::Such::Module" => 1.2 });\n' > Makefile.PL
perl Makefile.PL && make && make test
