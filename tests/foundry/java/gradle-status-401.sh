# expect: credential gradle.unauthorized
# needs: gradle
mkdir -p src/main/java src/test/java
BUILD="apply plugin: 'java'
repositories { flatDir { dirs '/usr/share/java' } }
dependencies { testCompile ':junit4:', ':hamcrest-core:' }"
echo "$BUILD" > build.gradle
echo "dependencies { compile 'org.example:clock:9.1' }
repositories { maven { url 'http://127.0.0.1:18401/maven2' } }" >> build.gradle
echo 'public class Road { }' > src/main/java/Road.java
python3 - <<'P' & sleep 1
import http.server
class Refuse(http.server.BaseHTTPRequestHandler):
    def do_GET(self): self.send_response(401); self.end_headers()
    do_HEAD = do_GET
    def log_message(self, *a): pass
http.server.HTTPServer(('127.0.0.1', 18401), Refuse).serve_forever()
P
gradle() { command gradle -Duser.home="$HOME" --gradle-user-home "$HOME/.gradle" --no-daemon --console=plain "$@"; }
gradle compileJava; kill %1; exit 1
