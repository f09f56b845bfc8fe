"""A GitHub App as GitHub sees it: who proves to be it by a token signed with its key may have tokens lent.
https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app"""
import base64, json, re, secrets, subprocess, time


def unpadded(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


class App:
    def __init__(self, said, folder):
        self.id, self.permissions, self.folder = said["id"], said["permissions"], folder
        self.key = folder / said["key"]
        self.lives_s = said.get("lives_s", 3600)
        self.lent = {}

    # By openssl's own verification, and GitHub's rules for the claims.
    def is_proved(self, token):
        parts = (token or "").split(".")
        if len(parts) != 3:
            return False
        signature = self.folder / "signature"
        signature.write_bytes(unpadded(parts[2]))
        checked = subprocess.run(["openssl", "dgst", "-sha256", "-verify", str(self.key), "-signature", str(signature)],
                                 input=".".join(parts[:2]).encode(), capture_output=True)
        head, claims = (json.loads(unpadded(part)) for part in parts[:2])
        now = time.time()
        return (checked.returncode == 0 and head == {"alg": "RS256", "typ": "JWT"} and str(claims["iss"]) == str(self.id) and
                claims["iat"] <= now < claims["exp"] <= now + 600)

    # Nothing where more is asked for than was granted.
    def lend(self, repositories, permissions):
        rank = ["read", "write"]
        for name, level in permissions.items():
            if name not in self.permissions or rank.index(level) > rank.index(self.permissions[name]):
                return None
        token = "ghs_" + secrets.token_hex(18)
        until = time.time() + self.lives_s
        self.lent[token] = (repositories, permissions, until)
        return {"token": token, "expires_at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(until)), "permissions": permissions}

    # A lent token opens its repositories, until it ends; a signed one the App's own pages.
    def knows(self, token, method, path):
        if re.match(r"/app/|/repos/[^/]+/[^/]+/installation$", path):
            return self.is_proved(token)
        if token not in self.lent:
            return False
        repositories, permissions, until = self.lent[token]
        needs = "contents" if "/git/" in path else "actions" if "/actions/" in path else "checks" if "/check-runs" in path else None
        may = not needs or permissions.get(needs) == "write" or (method == "GET" and needs in permissions)
        return may and time.time() < until and path.split("/")[3] in repositories
