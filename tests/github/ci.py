"""GitHub Actions as far as the tests need it: what is pushed to some branches is built, by really running a command on its files.
world.json says {"ci": {"command": "make test", "branches": ["fix/auto-*"], "takes_s": 1, "dispatch": true}}."""
import fnmatch, io, json, subprocess, tarfile, tempfile, threading, time, zipfile


class Ci:
    def __init__(self, said, world, folder, git):
        self.said, self.world, self.folder, self.git = said, world, folder, git

    def pushed(self, repository, branch, sha):
        if any(fnmatch.fnmatch(branch, pattern) for pattern in self.said.get("branches", [])):
            self.begin(repository, branch, sha, "push")

    # False where the workflow has no such trigger.
    def dispatched(self, repository, branch, sha):
        if self.said.get("dispatch"):
            self.begin(repository, branch, sha, "workflow_dispatch")
        return bool(self.said.get("dispatch"))

    def begin(self, repository, branch, sha, event):
        run = {"id": max(run["id"] for run in self.world["runs"]) + 1, "repository": repository, "head_sha": sha, "head_branch": branch, "event": event}
        self.world["runs"].append(run)
        self.run(run)

    def run(self, run):
        run.update(status="in_progress", conclusion=None)
        threading.Thread(target=self.build, args=(run,), daemon=True).start()

    def build(self, run):
        with tempfile.TemporaryDirectory() as folder:
            archive = subprocess.run(["git", "--git-dir", str(self.folder / f"{run['repository']}.git"), "archive", run["head_sha"]], capture_output=True, check=True).stdout
            tarfile.open(fileobj=io.BytesIO(archive)).extractall(folder)
            ended = subprocess.run(["bash", "-c", self.said["command"]], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        time.sleep(self.said.get("takes_s", 0))
        run["log"] = f"run-{run['id']}-{run.get('run_attempt', 1)}.zip"
        self.keep_log(run["log"], ended)
        with open(self.folder / "built.jsonl", "a") as built:
            built.write(json.dumps({"id": run["id"], "sha": run["head_sha"], "event": run["event"], "exit": ended.returncode}) + "\n")
        run["jobs"] = [{"id": run["id"] * 10, "name": "build", "conclusion": "failure" if ended.returncode else "success"}]
        run.update(status="completed", conclusion="failure" if ended.returncode else "success")

    # With the stamps that GitHub puts before each line.
    def keep_log(self, name, ended):
        command = self.said["command"]
        lines = [f"##[group]Run {command}", command, "shell: /usr/bin/bash -e {0}", "##[endgroup]", *ended.stdout.decode().splitlines()]
        if ended.returncode:
            lines.append(f"##[error]Process completed with exit code {ended.returncode}.")
        with zipfile.ZipFile(self.folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("0_build.txt", "".join(f"2026-01-31T12:10:{number % 60:02}.0000000Z {line}\n" for number, line in enumerate(lines)))
