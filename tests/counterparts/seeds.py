"""Red runs for the GitHub of our tests, made from cases of healbench: a repository, and the run's log as GitHub hands it out."""
import json
import os
import re
import subprocess
import zipfile
from pathlib import Path

# By turns. Of all that do not come whole, the jobs' own logs are there.
ARCHIVES = ["jobs and steps", "jobs", "none", "empty", "cut", "another job alone"]
JOB = "tests / {name}: a name of more than ninety characters, as a matrix of many axes makes them (ubuntu-latest, 3.11, x64)"
GREEN = ["Set up job", "Current runner version: '2.331.0'", "##[group]Run ./lint", "./lint", "##[endgroup]", "0 errors, 0 warnings"]
STAMP = "2026-01-31T12:00:00.0000000Z "


def lines_of(log):
    """The lines of a job as its own log has them; gh puts job and step before each."""
    for line in log.decode().splitlines():
        yield line.split("\t", 2)[2] if re.match(r"[^\t]+\t[^\t]+\t.?\d{4}-\d\d-\d\dT", line) else line


def steps_of(lines):
    steps = [["Set up job"]]
    for line in lines:
        start = re.search(r"Z ##\[group\](Run .*)", line)
        if start:
            steps.append([start.group(1)])
        steps[-1].append(line)
    return [(name, lines) for name, *lines in steps]


def file_name(name):
    """As GitHub makes one: without slashes and colons, cut after 90 units of UTF-16."""
    return re.sub(r"[/:]", "", name).encode("utf-16-le")[:180].decode("utf-16-le", "ignore").strip()


def write_archive(path, jobs, with_steps):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        def add(name, lines):
            archive.writestr(zipfile.ZipInfo(name, (1980, 0, 0, 0, 0, 0)), "".join(f"{line}\r\n" for line in lines).encode())
        for number, (name, lines) in enumerate(jobs):
            name = file_name(name)
            add(f"{number}_{name}.txt", lines)
            add(f"{name}/system.txt", [STAMP + "Evaluating jobs.if"])
            for step, (title, said) in enumerate(steps_of(lines) if with_steps else [], 1):
                add(f"{name}/{step}_{file_name(title)}.txt", said)


class Seed:
    """One case of healbench as a run of a repository."""

    def __init__(self, number, case, world):
        self.case, self.expected = case, json.loads((case / "expect.json").read_text())
        self.id, self.repository, self.archive = 1000 + number, f"bench/{self.expected['project']}", ARCHIVES[number % len(ARCHIVES)]
        self.bare, self.world = world / f"{self.repository}.git", world

    def make(self, scratch, environment):
        work = scratch / self.case.name
        environment = {**environment, "GIT_CONFIG_GLOBAL": os.devnull}
        subprocess.run([self.case / "build.sh", work], check=True, capture_output=True, env=environment)
        subprocess.run(["git", "clone", "-q", "--bare", work, self.bare], check=True, capture_output=True, env=environment)
        subprocess.run(["git", "-C", self.bare, "config", "uploadpack.allowAnySHA1InWant", "true"], check=True)
        self.head = self.git("rev-parse", "HEAD").strip()
        return self.run(list(lines_of((self.case / "job.log").read_bytes())))

    def git(self, *arguments):
        return subprocess.run(["git", "-C", self.bare, *arguments], check=True, capture_output=True, text=True).stdout

    def run(self, lines):
        jobs = [("lint", [STAMP + line for line in GREEN]), (JOB.format(name=self.expected["project"]), lines)]
        for number, (_, said) in enumerate(jobs):
            (self.world / f"{self.id}-{number}.txt").write_text("".join(f"{line}\n" for line in said))
        archive = self.world / f"{self.id}.zip"
        write_archive(archive, jobs[:1] if self.archive == "another job alone" else jobs, self.archive == "jobs and steps")
        if self.archive in ("empty", "cut"):
            archive.write_bytes(archive.read_bytes()[:archive.stat().st_size // 2 if self.archive == "cut" else 0])
        return {"id": self.id, "repository": self.repository, "head_sha": self.head, "head_branch": "main", "conclusion": "failure",
                "log": None if self.archive == "none" else archive.name,
                "jobs": [{"id": self.id * 10 + number, "name": name, "conclusion": "failure" if number else "success",
                          "log": f"{self.id}-{number}.txt"} for number, (name, _) in enumerate(jobs)]}
