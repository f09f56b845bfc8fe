# expect: lint c.werror-format-room
# needs: gcc
cat > peer.c <<'C'
#include <stdio.h>
struct peer { char user[32]; char host[64]; };
const char *address(const struct peer *peer)
{
    static char address[64];
    snprintf(address, sizeof address, "%s@%s", peer->user, peer->host);
    return address;
}
void count(int n)
{
    char text[8];
    sprintf(text, "%d", n);
    puts(text);
}
C
gcc -O2 -Wall -Wextra -Wformat-overflow=2 -Werror -c peer.c
