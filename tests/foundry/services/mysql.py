"""Speaks MySQL's protocol as far as a refusal: the number in the user's name is the error that it answers."""
import socketserver
import sys

ERRORS = {
    1040: ("08004", "Too many connections"),
    1044: ("42000", "Access denied for user 'app'@'localhost' to database 'shop'"),
    1045: ("28000", "Access denied for user 'app'@'localhost' (using password: YES)"),
    1049: ("42000", "Unknown database 'shop'"),
    1698: ("28000", "Access denied for user 'root'@'localhost'"),
}


class Refuses(socketserver.StreamRequestHandler):
    def packet(self, number, body):
        self.wfile.write(len(body).to_bytes(3, "little") + bytes([number]) + body)

    def handle(self):
        salt = b"saltsalt"
        greeting = (b"\x0a8.0.36\x00" + (7).to_bytes(4, "little") + salt + b"\x00" + b"\xff\xf7" + b"\xff" + b"\x02\x00"
                    + b"\xff\x81" + b"\x15" + bytes(10) + b"saltsaltsalt\x00" + b"mysql_native_password\x00")
        self.packet(0, greeting)
        head = self.rfile.read(4)
        body = self.rfile.read(int.from_bytes(head[:3], "little")) if len(head) == 4 else b""
        name = body[32:].split(b"\x00")[0].decode("latin-1")
        code = int(name[1:] or 0) if name[1:].isdigit() else 1045
        state, text = ERRORS[code]
        self.packet(2, b"\xff" + code.to_bytes(2, "little") + b"#" + state.encode() + text.encode())


socketserver.ThreadingTCPServer.allow_reuse_address = True
socketserver.ThreadingTCPServer(("127.0.0.1", int(sys.argv[1])), Refuses).serve_forever()
