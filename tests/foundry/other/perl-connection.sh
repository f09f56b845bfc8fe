# expect: network perl.connection
# needs: perl
perl -MHTTP::Tiny -e 'my $r = HTTP::Tiny->new->get("http://127.0.0.1:1/"); die $r->{content} unless $r->{success}'
perl -MIO::Socket::INET -e 'IO::Socket::INET->new(PeerAddr => "127.0.0.1:1") or die "$@\n"'
