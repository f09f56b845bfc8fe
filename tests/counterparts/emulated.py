#!/usr/bin/python3
"""regreen against an independent GitHub, emulate: it computes git's objects itself, checks an App's signature, and holds every token
to its permissions. What it lacks stands before it (front.py).

usage: emulated.py      (REGREEN_PROGRAM: default build/dev/regreen)
Exits with 77 where script/counterparts has not been run.
"""
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile
from pathlib import Path

import front

HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent
PROGRAM = os.environ.get("REGREEN_PROGRAM", str(TOP / "build/dev/regreen"))
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "regreen-counterparts"
TOKEN, OWN_TOKEN, APP = "ghp_0123456789abcdefghijABCDEFGHIJ0123", "ghs_ours", 4711
STRANGER = "ghp_eve3456789abcdefghijABCDEFGHIJ0123"
RUN, VERIFY = 7, "python3 check.py"
FILES = {"total.py": "def total(a, b)\n    return a + b\n", "check.py": "from total import total\nassert total(1, 2) == 3\n",
         "docs/notes.txt": "one\ntwo\n"}
ALL = {"actions": "write", "contents": "write", "issues": "write", "metadata": "read", "pull_requests": "write"}
DATE = "2026-01-31T11:00:00Z"


def shell(*command, **more):
    return subprocess.run(command, check=True, capture_output=True, text=True, **more).stdout.strip()


class World:
    """A red run of the repository acme/sums, known to both GitHubs."""

    def __init__(self, permissions=ALL, repositories=("sums",)):
        self.folder = Path(tempfile.mkdtemp(prefix="regreen-emulated-"))
        self.front = front.FrontServer(self.folder / "exchanges.jsonl", OWN_TOKEN)
        self.bare = self.folder / "ours/acme/sums.git"
        self.head = self.make_repository()
        self.emulate = self.start_emulate(permissions, repositories)
        self.ours = self.start_ours()
        self.front.begin(self.emulate_address, (self.folder / "ours/address").read_text())
        self.seed()

    def end(self):
        for process in (self.emulate, self.ours):
            process.terminate()
            process.wait()
        self.front.shutdown()
        self.front.server_close()
        shutil.rmtree(self.folder)

    def make_repository(self):
        work = self.folder / "work"
        for name, text in FILES.items():
            (work / name).parent.mkdir(parents=True, exist_ok=True)
            (work / name).write_text(text)
        who = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in
               (("NAME", "Ada"), ("EMAIL", "ada@example.org"), ("DATE", DATE))}
        environment = {**os.environ, **who, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"}
        shell("git", "init", "-q", "-b", "main", cwd=work, env=environment)
        shell("git", "add", "-A", cwd=work, env=environment)
        shell("git", "commit", "-q", "-m", "first", cwd=work, env=environment)
        shell("git", "clone", "-q", "--bare", work, self.bare, env=environment)
        shell("git", "-C", self.bare, "config", "uploadpack.allowAnySHA1InWant", "true")
        return shell("git", "rev-parse", "HEAD", cwd=work)

    def start_emulate(self, permissions, repositories):
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.emulate_address = f"http://127.0.0.1:{port}"
        self.key = self.folder / "app.pem"
        shell("openssl", "genrsa", "-traditional", "-out", self.key, "2048")
        seed = {"tokens": {TOKEN: {"login": "bo", "scopes": ["repo", "workflow"]}, STRANGER: {"login": "eve", "scopes": ["repo"]}},
                "github": {"users": [{"login": "ada", "email": "ada@example.org", "name": "Ada"}, {"login": "bo", "name": "Bo"}, {"login": "eve"}],
                           "orgs": [{"login": "acme", "members": [{"login": "ada"}, {"login": "bo", "role": "admin"}]}],
                           "repos": [{"owner": "acme", "name": name, "private": True, "auto_init": False} for name in ("sums", "other")],
                           "apps": [{"app_id": APP, "slug": "mender", "name": "Mender", "private_key": self.key.read_text(), "permissions": permissions,
                                     "installations": [{"installation_id": 9, "account": "acme", "repository_selection": "selected",
                                                        "repositories": [f"acme/{name}" for name in repositories]}]}]}}
        (self.folder / "seed.json").write_text(json.dumps(seed))
        with open(self.folder / "emulate.log", "w") as log:
            process = subprocess.Popen(["node", CACHE / "node_modules/emulate/dist/index.js", "start", "-s", "github", "-p", str(port), "--seed",
                                        self.folder / "seed.json", "--base-url", self.front.address], stdout=log, stderr=log, cwd=self.folder)
        wait_for(lambda: is_listening(port), f"emulate does not start: {self.folder}/emulate.log")
        return process

    def start_ours(self):
        logs = {"run": ['File "total.py", line 1', "    def total(a, b)", "SyntaxError: expected ':'"],
                "scan": ["remote: Repository not found.", "fatal: Authentication failed for 'https://git.example.org/acme/scan.git/'"]}
        for name, said in logs.items():
            said = [f"##[group]Run {VERIFY}", VERIFY, "##[endgroup]", *said, "##[error]Process completed with exit code 1."]
            with zipfile.ZipFile(self.folder / f"ours/{name}.zip", "w") as run:
                run.writestr("0_build.txt", "".join(f"2026-01-31T12:00:00.0000000Z {line}\n" for line in said))
        run = {"id": RUN, "repository": "acme/sums", "head_sha": self.head, "head_branch": "main", "conclusion": "failure", "log": "run.zip",
               "jobs": [{"id": 70, "name": "build", "conclusion": "failure"}]}
        self.world = {"token": OWN_TOKEN, "runs": [run, {**run, "id": 8, "head_branch": "topic"},
                                                     *({**run, "id": 20 + workflow, "head_branch": "topic", "event": "pull_request", "pull_requests": [1],
                                                        "workflow_id": workflow, "log": log} for workflow, log in ((1, "run.zip"), (2, "scan.zip")))]}
        (self.folder / "ours/world.json").write_text(json.dumps(self.world))
        process = subprocess.Popen([sys.executable, TOP / "tests/github/server.py", self.folder / "ours"])
        wait_for((self.folder / "ours/address").exists, "the GitHub of our tests does not start")
        return process

    def ask(self, method, path, body=None, token=TOKEN):
        headers = {"Authorization": f"Bearer {token}", "User-Agent": "tests", "Accept": "application/vnd.github+json", "Content-Type": "application/json"}
        status, _, data = front.ask(self.emulate_address, method, path, headers, json.dumps(body) if body is not None else None)
        assert status < 300, f"{method} {path}: {status} {data}"
        return json.loads(data) if data else None

    def seed(self):
        """The same commit there, by the same API; emulate computes its name by itself."""
        git = "/repos/acme/sums/git"
        tree = self.ask("POST", f"{git}/trees", {"tree": [{"path": path, "mode": "100644", "type": "blob", "content": text} for path, text in FILES.items()]})
        who = {"name": "Ada", "email": "ada@example.org", "date": DATE}
        commit = self.ask("POST", f"{git}/commits", {"message": "first", "tree": tree["sha"], "parents": [], "author": who, "committer": who})
        assert commit["sha"] == self.head, "emulate makes another commit of it than git"
        for branch in ("main", "topic"):
            self.ask("POST", f"{git}/refs", {"ref": f"refs/heads/{branch}", "sha": commit["sha"]})

    def start(self, history, *more, run=RUN, verify=VERIFY, **variables):
        state = self.folder / history
        state.mkdir(exist_ok=True)
        environment = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(self.folder), "XDG_STATE_HOME": str(state), "LC_ALL": "C.UTF-8",
                       "GITHUB_API_URL": self.front.address, **(variables or {"GITHUB_TOKEN": TOKEN})}
        command = [PROGRAM, "heal", "--run", str(run), "--repo", "acme/sums", "--verify", verify, *(more or ("--deliver", "pr"))]
        return subprocess.Popen(command, env=environment, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def heal(self, history, *more, **variables):
        process = self.start(history, *more, **variables)
        out, err = process.communicate()
        return process.returncode, out + err

    def app(self, **more):
        return {"GITHUB_APP_ID": str(APP), "GITHUB_APP_PRIVATE_KEY": str(self.key), **more}

    def pulls(self):
        return self.ask("GET", "/repos/acme/sums/pulls?state=all")

    def branches(self):
        return [one["ref"] for one in self.ask("GET", "/repos/acme/sums/git/matching-refs/heads/fix/")]

    def files(self, commit):
        tree = self.ask("GET", f"/repos/acme/sums/git/commits/{commit}")["tree"]["sha"]
        return {one["path"]: one["sha"] for one in self.ask("GET", f"/repos/acme/sums/git/trees/{tree}?recursive=1")["tree"] if one["type"] == "blob"}


def wait_for(condition, why):
    for _ in range(600):
        if condition():
            return
        time.sleep(0.05)
    raise RuntimeError(why)


def is_listening(port):
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


class OnEmulate(unittest.TestCase):
    def world(self, **more):
        world = World(**more)
        self.addCleanup(world.end)
        return world

    def contract(self, world):
        said = subprocess.run([HERE / "contract.py", CACHE / "github.json", world.front.exchanges], capture_output=True, text=True, check=False)
        self.assertEqual(said.returncode, 0, said.stdout + said.stderr)

    def check_pull(self, world):
        pull, = world.pulls()
        self.assertEqual((pull["draft"], pull["state"], pull["base"]["ref"]), (True, "open", "main"))
        self.assertEqual(sorted(one["name"] for one in pull["labels"]), ["auto-fix", "ci", "review-required"])
        self.assertEqual(world.branches(), ["refs/heads/" + pull["head"]["ref"]])
        commit = world.ask("GET", f"/repos/acme/sums/git/commits/{pull['head']['sha']}")
        self.assertEqual([one["sha"] for one in commit["parents"]], [world.head])
        before, after = world.files(world.head), world.files(pull["head"]["sha"])
        self.assertEqual([path for path in after if before.get(path) != after[path]], ["total.py"])
        self.assertEqual(set(before), set(after))
        return pull

    def test_a_red_run_becomes_one_draft(self):
        world = self.world()
        code, said = world.heal("first")
        self.assertEqual(code, 0, said)
        pull = self.check_pull(world)
        self.assertIn(pull["html_url"], said)
        for history in ("first", "second"):
            self.assertEqual(world.heal(history)[0], 0)
        self.check_pull(world)
        self.contract(world)

    def test_several_at_once_open_one(self):
        world = self.world()
        for process in [world.start(history) for history in ("a", "b", "c")]:
            out, err = process.communicate()
            self.assertEqual(process.returncode, 0, out + err)
        self.check_pull(world)

    def test_a_branch_gets_one_commit(self):
        world = self.world()
        for history in ("first", "second"):
            code, said = world.heal(history, "--deliver", "push", run=8, GITHUB_TOKEN=TOKEN)
            self.assertEqual(code, 0, said)
        head = world.ask("GET", "/repos/acme/sums/git/ref/heads/topic")["object"]["sha"]
        self.assertEqual([one["sha"] for one in world.ask("GET", f"/repos/acme/sums/git/commits/{head}")["parents"]], [world.head])
        self.assertEqual(world.pulls(), [])
        self.contract(world)

    def test_the_request_of_a_red_run_has_one_comment(self):
        world = self.world()
        world.ask("POST", "/repos/acme/sums/pulls", {"title": "t", "head": "topic", "base": "main"})
        for run in (21, 21, 22):
            world.heal(f"of {run}", "--deliver", "pr", "--unattended", run=run, **world.app())
        comments = world.ask("GET", "/repos/acme/sums/issues/1/comments")
        self.assertEqual([one["user"]["login"] for one in comments], ["mender[bot]"])
        for workflow in (1, 2):
            self.assertEqual(comments[0]["body"].count(f"<!-- regreen part {workflow} -->"), 1, comments)
        self.contract(world)

    def test_an_app_does_it_with_tokens_of_its_own(self):
        world = self.world(permissions={**ALL, "administration": "write", "secrets": "write"}, repositories=("sums", "other"))
        code, said = world.heal("first", **world.app())
        self.assertEqual(code, 0, said)
        pull = self.check_pull(world)
        self.assertEqual(pull["user"]["login"], "mender[bot]")
        repository = world.ask("GET", "/repos/acme/sums")["id"]
        lent, = world.ask("GET", "/_emulate/installation-tokens")["installation_tokens"]
        self.assertEqual((lent["repository_ids"], lent["permissions"]), ([repository], ALL))
        code, said = world.heal("second", **world.app(GITHUB_APP_PRIVATE_KEY=world.key.read_text()))
        self.assertEqual(code, 0, said)
        self.check_pull(world)
        self.contract(world)

    def test_an_app_that_may_not_is_told_so(self):
        for permissions, lacking in (({**ALL, "contents": "read"}, "git/"), ({**ALL, "pull_requests": "read"}, "pulls")):
            world = self.world(permissions=permissions)
            code, said = world.heal("first", **world.app())
            self.assertNotEqual(code, 0, said)
            self.assertRegex(said, f"does not allow POST /repos/acme/sums/{lacking}|may not")
            self.assertEqual((world.pulls(), world.branches()), ([], []))

    def test_a_foreign_key_proves_nothing(self):
        world = self.world()
        foreign = world.folder / "foreign.pem"
        shell("openssl", "genrsa", "-traditional", "-out", foreign, "2048")
        code, said = world.heal("first", **world.app(GITHUB_APP_PRIVATE_KEY=str(foreign)))
        self.assertEqual(code, 3, said)
        self.assertEqual((world.pulls(), world.branches()), ([], []))

    def test_an_app_that_is_not_installed_says_so(self):
        world = self.world(repositories=("other",))
        code, said = world.heal("first", **world.app())
        self.assertEqual(code, 3, said)
        self.assertIn("not installed in acme/sums", said)

    def test_whoever_may_not_see_it_learns_nothing(self):
        world = self.world()
        code, said = world.heal("first", GITHUB_TOKEN=STRANGER)
        self.assertEqual(code, 3, said)
        self.assertEqual((world.pulls(), world.branches()), ([], []))


if __name__ == "__main__":
    if not (CACHE / "node_modules/emulate").exists():
        print("skipped: script/counterparts has not been run")
        sys.exit(77)
    unittest.main(verbosity=2)
