"""Cuts and dresses an output as it is met in the wild: within a CI job, as an excerpt, with other names."""
import re

FAILURE = re.compile(r"error|fail|fatal|exception|cannot|can't|could not|unable|not found|no such|denied|invalid|unexpected|"
                     r"undefined|unknown|timed out|refused|panic|abort|killed|expected|mismatch|exceed|missing|E   ", re.I)

STARTS = [
    ["Current runner version: '2.{n}.0'", "##[group]Operating System", "Ubuntu", "24.04.1", "LTS", "##[endgroup]", "Prepare workflow directory",
     "##[group]Run actions/checkout@v4", "with:", "  repository: {word}/{name}", "  fetch-depth: 1", "##[endgroup]", "Syncing repository: {word}/{name}",
     "[command]/usr/bin/git version", "git version 2.51.0"],
    ["##[group]Run {command}", "{command}", "shell: /usr/bin/bash -e {0}", "env:", "  CI: true", "##[endgroup]"],
    ["Running with gitlab-runner 17.{n}.0", "Preparing the \"docker\" executor", "Using Docker executor with image {word}:{n} ...", "Checking out {hex} as detached HEAD (ref is main)...",
     "Skipping Git submodules setup", "$ {command}"],
    ["Using worker: worker-linux-{hex}", "Build system information", "Build language: {word}", "$ git clone --depth=50 https://github.com/{word}/{name}.git {word}/{name}",
     "Cloning into '{word}/{name}'...", "$ cd {word}/{name}", "$ git checkout -qf {hex}", "$ {command}"],
    ["Started by user {word}", "Running on agent-{n} in /var/jenkins/workspace/{name}", "[Pipeline] {", "[Pipeline] stage", "[Pipeline] { (Test)", "[Pipeline] sh", "+ {command}"],
    ["$ {command}"], ["+ {command}"], ["> {command}"],
]
ENDS = [
    ["##[error]Process completed with exit code {code}."],
    ["##[error]Process completed with exit code {code}.", "##[group]Run actions/upload-artifact@v4", "with:", "  name: logs", "##[endgroup]",
     "##[warning]No files were found with the provided path: logs. No artifacts will be uploaded.", "Post job cleanup.", "Cleaning up orphan processes"],
    ["Post job cleanup.", "[command]/usr/bin/git version", "git version 2.51.0", "Cleaning up orphan processes"],
    ["Error: Process completed with exit code {code}."],
    ["Cleaning up project directory and file based variables", "ERROR: Job failed: exit code {code}"],
    ["ERROR: Job failed: exit status {code}"],
    ['The command "{command}" exited with {code}.', "Done. Your build exited with 1."],
    ['The command "{command}" failed and exited with {code} during .', "Your build has been stopped."],
    ["[Pipeline] }", "[Pipeline] // stage", "[Pipeline] End of Pipeline", "ERROR: script returned exit code {code}", "Finished: FAILURE"],
    ["Build step 'Execute shell' marked build as failure", "Finished: FAILURE"],
    ["make: *** [Makefile:{n}: {word}] Error {code}"], ["make[1]: *** [{word}] Error {code}", "make: *** [all] Error 2"],
    ["Exited with code exit status {code}"], ["Command exited with non-zero status {code}"],
    ["npm ERR! code ELIFECYCLE", "npm ERR! errno {code}", "npm ERR! {name}@1.0.0 {word}: `{command}`", "npm ERR! Exit status {code}"],
    ["npm error Lifecycle script `{word}` failed with error:", "npm error code {code}"],
    ["error Command failed with exit code {code}.", "info Visit https://yarnpkg.com/en/docs/cli/run for documentation about this command."],
    [" ELIFECYCLE  Command failed with exit code {code}."],
    ["BUILD FAILED", "", "Total time: {n} secs"],
    ["[INFO] BUILD FAILURE", "[INFO] Total time:  {n}.3 s", "[INFO] Finished at: 2026-11-21T05:00:00Z"],
    ["ninja: build stopped: subcommand failed."],
    ["##[error]Bash exited with code '{code}'."], ["🚨 Error: The command exited with status {code}"],
    ["script returned exit code {code}"], ["Task {word} failed"], ["error: Recipe `{word}` failed on line {n} with exit code {code}"],
    [], [], [], [], [],
]
QUIET = [
    "Fetching {name} {n}.{n}.{n}", "Installing {word} ({n}.{n}.{n})", "Get:{n} http://deb.example.org stable/main amd64 {name} amd64 {n}.{n} [{n} kB]", "Setting up {name} ({n}.{n}-1) ...",
    "Unpacking {name} ({n}.{n}-1) ...", "Collecting {name}>={n}.{n}", "  Downloading {name}-{n}.{n}.0-py3-none-any.whl ({n} kB)", "Requirement already satisfied: {name} in /usr/lib/python3 ({n}.{n})",
    "Successfully installed {name}-{n}.{n}.{n}", "added {n} packages, and audited {n} packages in {n}s", "found 0 vulnerabilities", "[{n}/{n}] Building CXX object {word}.cpp.o", "[ {n}%] Built target {name}",
    "ok  \tgithub.com/{word}/{name}\t0.{n}s", "?   \tgithub.com/{word}/{name}/cmd\t[no test files]", "   Compiling {name} v{n}.{n}.{n}", " Downloading {name} v{n}.{n}.{n}", "test {word}::tests::{name} ... ok",
    "tests/test_{word}.py ....                                             [ {n}%]", "  ✓ {word} {name} ({n} ms)", "PASS src/{word}.test.js", "[INFO] --- maven-compiler-plugin:3.{n}:compile (default-compile) @ {name} ---",
    "[INFO] Compiling {n} source files to target/classes", "Downloading from central: https://repo.example.org/{word}/{name}.pom", "> Task :{word}:compileJava UP-TO-DATE", "remote: Counting objects: {n}, done.",
    "Receiving objects: 100% ({n}/{n}), done.", "Resolving deltas: 100% ({n}/{n}), done.", "Cache restored from key: {word}-{hex}", "Cache not found for input keys: {word}-{hex}", "Step {n}/{n} : RUN {command}",
    " ---> {hex}", "#{n} [build {n}/{n}] COPY . .", "#{n} DONE 0.{n}s", "warning: {word} is deprecated, use {name}", "npm warn deprecated {name}@{n}.{n}.{n}: no longer supported", "DEBUG {word}: loaded {n} entries",
    "INFO  {word} started", "2026-11-21 05:{n}:{n} INFO {name} - listening on port 80{n}", "Generating docs/{word}.html...", "checking for {word}... yes", "checking whether the C compiler works... yes", "creating build/lib/{name}",
    "Using {name} {n}.{n}.{n}", "Bundle complete! {n} Gemfile dependencies, {n} gems now installed.", "Finished in 0.{n} seconds", "{n} examples, 0 failures", "{n} passed in {n}.{n}s", "Tests: {n} passed, {n} total", "0 errors, 0 warnings",
    "Linting {word}.js", "Running {name} suite", "copying {word}/{name}.py -> build/lib", "export PATH", "Switched to a new branch '{name}'", "Already up to date.", "Restoring packages for {name}.csproj...", "  {name} -> bin/Release/{name}.dll",
    "Build succeeded.", "Waiting for {word} to start", "{word} is ready", "+ cd {name}", "$ export CI=true", "Done in {n}.{n}s.", "", "",
]
COMMANDS = ["make test", "npm test", "make", "./build.sh", "npm run build", "pytest -q", "cargo test", "go test ./...", "mvn -B verify", "./gradlew build", "bundle exec rake", "tox", "cmake --build build", "bash ci/run.sh",
            "yarn build", "composer install", "dotnet test", "bazel test //...", "rake", "sbt test", "mix test", "docker build .", "script/test", "ci/deploy.sh", "pnpm -r test", "just check", "npm ci", "pip install -r requirements.txt"]
WORDS = ("shop basket cart orders price stock parcel depot invoice ledger mailer report sensor router planet harbor anchor beacon cedar maple river "
         "falcon otter badger comet quartz copper velvet lantern meadow summit canyon pepper ginger saffron tundra glacier ember willow granite").split()
NAMES = ("libshop hostplan cartd paylib geokit netwatch timegrid fastmap docview queuer logtide maskit clipper gridview rowstore pathfinder texture "
         "audiokit taskdeck formkit mathbox datagrid webcast keyring colorist chartify pagemaker snapshotter linkbot statuspage").split()
# Names in our own recordings, which would otherwise be learned.
PROJECT = re.compile(r"\b(shop|basket|cart|orders?|price|prices|total|example|acme|demo|foo|bar|hello|widget)\b")


def fill(text, dice):
    def value(match):
        slot = match.group(1)
        if slot == "n":
            return str(dice.randrange(1, 60))
        if slot == "hex":
            return "%040x" % dice.getrandbits(160)
        if slot == "code":
            return dice.choice(["1"] * 8 + ["2", "2", "101", "127", "255"])
        return dice.choice({"word": WORDS, "name": NAMES, "command": COMMANDS}[slot])
    return re.sub(r"\{(n|hex|code|word|name|command)\}", value, text)


def quiet(dice, count):
    """Lines of things that went well: runs of one kind, as builds print them."""
    lines = []
    while len(lines) < count:
        kind = dice.choice(QUIET)
        lines += [fill(kind, dice) for _ in range(dice.choice([1, 1, 2, 3, 6]))]
    return lines[:count]


def rename(lines, dice):
    """The same output of another project: its names and numbers exchanged, consistently."""
    names, text = {}, "\n".join(lines)
    text = PROJECT.sub(lambda m: names.setdefault(m.group(0), dice.choice(WORDS)), text)
    shift = dice.randrange(1, 90)
    text = re.sub(r"(?<=:)\d{1,3}(?=[:,) ])", lambda m: str(int(m.group(0)) + shift), text)
    return text.split("\n")


def cut(lines, dice, around=None, size=None):
    """A few lines about the one that says it, as people paste them."""
    if around is None:
        marked = [i for i, line in enumerate(lines) if FAILURE.search(line)]
        around = dice.choice(marked) if marked else len(lines) - 1
    size = size or dice.choice([3, 6, 10, 18, 30])
    first = max(0, around - dice.randrange(0, size))
    return lines[first:max(first + size, around + 1)]


def in_job(lines, dice, failed=True):
    """Within a job: what ran before, the output, how the CI system ends it."""
    start = [fill(line, dice) for line in dice.choice(STARTS)] if dice.random() < 0.7 else []
    before = quiet(dice, dice.choice([0, 2, 5, 12, 25]))
    end = [fill(line, dice) for line in dice.choice(ENDS)] if failed else []
    return start + before + lines + end
