# expect: network http.perl
# needs: perl python3 unshare ip
. "$FOUNDRY/faulty.sh"
for u in http://api.example.org/ http://198.51.100.7:9/ $base/reset/; do
  perl -MHTTP::Tiny -e 'my $r = HTTP::Tiny->new(timeout => 1)->get($ARGV[0]); die "$r->{status} $r->{content}" unless $r->{success}' $u
  perl -MLWP::UserAgent -e 'my $r = LWP::UserAgent->new(timeout => 1)->get($ARGV[0]); die $r->status_line, "\n" unless $r->is_success' $u
done
exit 1
