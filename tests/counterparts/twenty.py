#!/usr/bin/python3
"""Twenty red runs on the GitHub of our tests, seeded from healbench: each is healed with `--deliver pr`, and what is there
afterwards is read back with octokit and compared with what the case expects. Then the same again, by two processes at once, and by one that mends and one that delivers.

usage: twenty.py [KIND...]      (deterministic, llm, human, transient; default: all)
  REGREEN_PROGRAM   default build/dev/regreen
  SCRATCH           a copy of healbench whose setup.sh was run, as script/healbench keeps it
Exits with 77 where healbench or the counterparts are not there.
"""
import fnmatch
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import seeds

HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent
PROGRAM = os.environ.get("REGREEN_PROGRAM", str(TOP / "build/dev/regreen"))
BENCH = Path(os.environ.get("SCRATCH", os.environ.get("TMPDIR", "/tmp") + "/regreen-healbench"))
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "regreen-counterparts"
TOKEN = "ghs_0123456789abcdefghijABCDEFGHIJ0123"
WANTED = {"deterministic": 10, "llm": 4, "human": 4, "transient": 2}
HELD_BACK = {"policy.confidence-threshold", "policy.high-risk"}
LABELS = {"auto-fix", "ci", "review-required"}


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def chosen(kinds):
    """Of each kind so many as wanted, spread evenly."""
    cases = [BENCH / "cases" / name for name in (BENCH / "dev.txt").read_text().split()]
    found = []
    for kind in kinds:
        those = [case for case in cases if json.loads((case / "expect.json").read_text())["healable"] == kind]
        count = min(WANTED[kind], len(those))
        found += [those[at * len(those) // count] for at in range(count)]
    return found


def bench_environment():
    command = ["env", "-i", "HOME=" + os.environ["HOME"], "bash", "-c", f"source '{BENCH}/env.sh'; env -0"]
    said = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    return dict(one.split("=", 1) for one in said.split("\0") if "=" in one)


class World:
    def __init__(self, folder, cases):
        self.folder, self.scratch, self.environment = folder / "world", folder / "cases", bench_environment()
        self.folder.mkdir()
        self.scratch.mkdir()
        self.seeds = [seeds.Seed(number, case, self.folder) for number, case in enumerate(cases)]
        runs = [seed.make(self.scratch, self.environment) for seed in self.seeds]
        (self.folder / "world.json").write_text(json.dumps({"token": TOKEN, "runs": runs}))
        self.server = None

    def begin(self):
        """The GitHub as it was at first."""
        self.end()
        for name in ("pulls.json", "requests.jsonl", "address"):
            (self.folder / name).unlink(missing_ok=True)
        for seed in self.seeds:
            for ref in seed.git("for-each-ref", "--format=%(refname)", "refs/heads/fix").split():
                seed.git("update-ref", "-d", ref)
        self.server = subprocess.Popen([sys.executable, TOP / "tests/github/server.py", self.folder])
        while not (self.folder / "address").exists():
            if self.server.poll() is not None:
                sys.exit("the GitHub of our tests does not start")
            time.sleep(0.05)
        self.address = (self.folder / "address").read_text()

    def end(self):
        if self.server:
            self.server.terminate()
            self.server.wait()
            self.server = None

    def start(self, seed, history, *deliver):
        state = self.scratch / history
        state.mkdir(exist_ok=True)
        command = [PROGRAM, "heal", "--run", str(seed.id), "--repo", seed.repository, "--verify", seed.expected["repro"], "--format", "json",
                   *(deliver or ("--deliver", "pr"))]
        return self.process(seed, state, command)

    def process(self, seed, state, command):
        environment = {**self.environment, **seed.expected.get("extra_env", {}), "XDG_STATE_HOME": str(state), "GITHUB_API_URL": self.address,
                       "GITHUB_TOKEN": TOKEN}
        return subprocess.Popen(command, cwd=self.scratch, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True, start_new_session=True)

    def heal(self, seed, *histories):
        """Healed by one process for each history, at once; what each decided."""
        healers = [self.start(seed, history) for history in histories]
        return [decision_of(*healer.communicate(), healer.returncode) for healer in healers]

    def heal_in_two(self, seed, mender, writer):
        """One process mends and may write nothing, another delivers and runs nobody's code: as in the workflow that `init` writes.
        Nobody watches them, so a repair that is too unsure or too risky for that is held back."""
        case, state = self.scratch / f"{seed.id}.json", self.scratch / writer
        state.mkdir(exist_ok=True)
        healer = self.start(seed, mender, "--unattended", "--save", str(case))
        decision = decision_of(*healer.communicate(), healer.returncode)
        if decision.startswith("failed") or self.writes(seed):
            return [decision if decision.startswith("failed") else "failed: the mender wrote"]
        deliverer = self.process(seed, state, [PROGRAM, "deliver", str(case), "--run", str(seed.id), "--repo", seed.repository])
        said = "".join(deliverer.communicate())
        is_done = deliverer.returncode == 0 or (deliverer.returncode == 1 and decision not in ("patched", "retry"))
        return [decision if is_done else f"failed: {decision} was not delivered: {said.strip()[-200:]}"]

    def read_back(self):
        wanted = [f"{seed.repository}:{seed.id}" for seed in self.seeds]
        said = subprocess.run(["node", HERE / "read_back.mjs", CACHE / "node_modules", self.address, *wanted], capture_output=True, text=True,
                              env={**os.environ, "GITHUB_TOKEN": TOKEN}, check=False)
        if said.returncode:
            sys.exit(f"octokit cannot read it back: {said.stderr}")
        return json.loads(said.stdout)

    def writes(self, seed):
        requests = map(json.loads, (self.folder / "requests.jsonl").read_text().splitlines())
        return [one["path"] for one in requests if one["host"] == "api" and one["method"] != "GET" and one["path"].startswith(f"/repos/{seed.repository}/")]

    def tokens_told(self):
        return sum(one["host"] == "store" and one["token"] for one in map(json.loads, (self.folder / "requests.jsonl").read_text().splitlines()))


def decision_of(out, err, code):
    try:
        told = json.loads(out)
    except ValueError:
        return f"failed: {(err or out).strip()[-200:]}"
    if told["decision"] == "refused" and told["rule"] in HELD_BACK:
        return "held-back"
    return f"failed: {told['decision']} was not delivered: {err.strip()[-200:]}" if told["decision"] in ("patched", "retry") and code else told["decision"]


def judged_repair(world, seed, there):
    """What is wrong with the one pull request that there should be."""
    wrong = []
    pull = there["pulls"][0]
    branch, head, expected = pull["head"]["ref"], seed.head, seed.expected
    wrong += [] if pull["draft"] and pull["state"] == "open" and pull["base"]["ref"] == "main" else ["no draft against main"]
    wrong += [] if LABELS <= {label["name"] for label in pull["labels"]} else ["labels are missing"]
    wrong += [] if [one["sha"] for one in pull["commit"]["parents"]] == [head] else ["not one commit on top of the run's"]
    wrong += [] if head in pull["body"] and "What proves it" in pull["body"] else ["the text lacks its mark or its proof"]
    files = seed.git("diff", "--name-only", head, branch).splitlines()
    matches = lambda path, patterns: any(fnmatch.fnmatch(path, one) or (one.endswith("/**") and path.startswith(one[:-2])) for one in patterns)
    for path in files:
        if matches(path, expected["must_not_change"]) or (expected["may_change"] and not matches(path, expected["may_change"])):
            wrong.append(f"{path} has changed")
    work = world.scratch / "checked"
    shutil.rmtree(work, ignore_errors=True)
    subprocess.run(["git", "clone", "-q", "--branch", branch, seed.bare, work], check=True, capture_output=True)
    shell = subprocess.run(["bash", "-c", expected["repro"]], cwd=work, env={**world.environment, **expected.get("extra_env", {})}, stdin=subprocess.DEVNULL,
                           capture_output=True, check=False)
    return wrong + ([] if shell.returncode == 0 else ["the branch is red"])


def judged(world, seed, decisions, there):
    """What is not as the case expects."""
    accepted = {seed.expected["expected_decision"], *seed.expected["accept_decisions"]} | ({"needs-llm"} if seed.expected["healable"] == "llm" else set())
    accepted |= {"held-back"}  # whatever it is: nothing was done
    wrong = [f"{one} instead of {' or '.join(sorted(accepted))}" for one in decisions if one not in accepted]
    branches = seed.git("for-each-ref", "--format=%(refname)", "refs/heads/fix").split()
    writes, decision = world.writes(seed), decisions[0]
    wanted = 1 if decision == "patched" else 0
    if (len(there["pulls"]), len(branches)) != (wanted, wanted):
        return wrong + [f"{len(there['pulls'])} pull requests and {len(branches)} branches"]
    if there["run"]["attempt"] != (2 if decision == "retry" else 1):
        wrong.append(f"the run is at attempt {there['run']['attempt']}")
    if decision == "patched":
        return wrong + judged_repair(world, seed, there)
    if decision == "retry":
        return wrong + [f"{path} was written" for path in writes if not path.endswith("/rerun-failed-jobs")]
    return wrong + [f"{path} was written" for path in writes]


def told(world, title, decided, quiet=False):
    """A table; how many are as expected."""
    there, good = world.read_back(), 0
    print(f"\n{title}")
    for seed, (decisions, seconds) in zip(world.seeds, decided):
        wrong = judged(world, seed, decisions, there[seed.repository])
        good += not wrong
        if wrong or not quiet:
            print(f"  {seed.id} {seed.expected['language']:12} {seed.expected['category']:22} {seed.expected['healable']:14} {seed.archive:18} {' '.join(decisions):24} {seconds:5.1f} s  {'; '.join(wrong) or 'as expected'}")
    pulls = sum(len(one["pulls"]) for one in there.values())
    held = sum("held-back" in decisions for decisions, _ in decided)
    print(f"as expected: {good}/{len(world.seeds)}; {held} held back for a person, {pulls} pull requests, {sum(one['run']['attempt'] - 1 for one in there.values())} runs again; "
          f"{world.tokens_told()} tokens told to the store of logs", flush=True)
    return good == len(world.seeds) and world.tokens_told() == 0


def timed(heal, world):
    decided = []
    for seed in world.seeds:
        began = time.time()
        decided.append((heal(seed), time.time() - began))
    return decided


def healed_again(world, history, before):
    """As before; a run that runs again is not completed, and so nobody heals it."""
    again = timed(lambda seed: world.heal(seed, history), world)
    return [(old, seconds) if old == ["retry"] and new[0].startswith("failed: ") and "queued" in new[0] else (new, seconds)
            for (old, _), (new, seconds) in zip(before, again)]


def in_two(world):
    world.begin()
    return told(world, "Mended by one process without rights, delivered by another",
                timed(lambda seed: world.heal_in_two(seed, "fifth", "sixth"), world), quiet=True)


def main(kinds):
    if not (BENCH / "toolchain/wheels").exists():
        skip(f"{BENCH} is no healbench that was set up (script/healbench --setup)")
    if not (CACHE / "node_modules").exists():
        skip("script/counterparts has not been run")
    folder = Path(tempfile.mkdtemp(prefix="regreen-twenty-"))
    world = World(folder, chosen(kinds))
    try:
        world.begin()
        first = timed(lambda seed: world.heal(seed, "first"), world)
        well = told(world, "Each once", first)
        well &= told(world, "The same again, by somebody without a history", healed_again(world, "second", first), quiet=True)
        world.begin()
        well &= told(world, "By two processes at once", timed(lambda seed: world.heal(seed, "third", "fourth"), world), quiet=True)
        well &= in_two(world)
    finally:
        world.end()
        shutil.rmtree(folder, ignore_errors=True)
    return 0 if well else 1


if __name__ == "__main__":
    if set(sys.argv[1:]) - set(WANTED):
        print(__doc__)
        sys.exit(2)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    sys.exit(main(sys.argv[1:] or list(WANTED)))
