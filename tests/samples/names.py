"""Names that are nobody's: what fills the slots of a phrase. None returns often enough to be learned as a word."""
import re

SYLLABLES = "ba be bi bo da de di do fa fe fi ga go ka ke ki ko la le li lo lu ma me mi mo na ne no pa pe po ra re ri ro sa se si so ta te ti to va ve vi zo".split()
EXTENSIONS = {
    "py": 9, "js": 6, "ts": 5, "c": 4, "cpp": 5, "h": 3, "go": 4, "rs": 4, "java": 5, "kt": 2, "rb": 4, "php": 3, "swift": 2, "scala": 2, "cs": 2, "hs": 1, "ml": 1, "ex": 1,
    "lua": 1, "pl": 1, "sh": 2, "yml": 2, "yaml": 1, "json": 2, "toml": 1, "xml": 1, "md": 2, "css": 1, "html": 1, "txt": 1, "tf": 1, "r": 1, "el": 1, "vue": 1, "tsx": 1, "cc": 2,
}
FOLDERS = ["src", "lib", "test", "tests", "app", "core", "pkg", "include", "internal", "spec", "examples", "docs", "tools", "main", "packages", "modules"]
ROOTS = ["/home/runner/work/{a}/{a}", "/home/travis/build/{a}/{b}", "/builds/{a}/{b}", "/app", "/usr/src/{a}", "/github/workspace", "/var/jenkins/workspace/{a}", "/Users/runner/work/{a}/{a}", "/tmp/{a}", "C:\\a\\{a}",
         "/opt/{a}", "/__w/{a}/{a}", "/root/project", "/workspace", "D:\\build\\{a}"]
TOOLS = ("gcc clang cmake node npm yarn python3 ruby bundle cargo rustc go javac mvn gradle docker kubectl helm terraform ansible protoc swift dotnet php composer perl jq yq aws gcloud az gh hub sphinx-build doxygen "
         "pandoc latexmk convert ffmpeg psql mysql redis-server chromedriver firefox xvfb-run wasm-pack emcc ninja meson bazel buck pants tox nox poetry pipenv uv ruff mypy eslint tsc webpack vite rollup esbuild lerna nx turbo "
         "hugo jekyll mkdocs gitversion fastlane pod carthage xcodebuild adb flutter dart stack cabal mix rebar3 sbt lein nim zig crystal shards julia Rscript lua luarocks opam dune foundry-rs hardhat").split()
COMMANDS = ["make test", "npm test", "make -j4 all", "./build.sh", "npm run build", "pytest -q", "cargo test", "go test ./...", "mvn -B verify", "./gradlew build", "bundle exec rake", "tox -e py311", "cmake --build build", "bash ci/run.sh",
            "yarn build", "composer install", "dotnet test", "bazel test //...", "rake spec", "sbt test", "mix test", "docker build .", "script/test", "ci/deploy.sh", "pnpm -r test", "just check", "npm ci", "pip install -r requirements.txt",
            "apt-get install -y {a}", "sh -c {a}", "./{a} --check", "node {a}.js", "python3 {a}.py"]


def word(dice):
    return "".join(dice.choice(SYLLABLES) for _ in range(dice.choice([2, 3, 3, 4])))


def symbol(dice):
    a, b = word(dice), word(dice)
    return dice.choice([a, a + "_" + b, a + b.capitalize(), "get_" + a, "is" + a.capitalize()])


def file(dice):
    extension = dice.choices(list(EXTENSIONS), list(EXTENSIONS.values()))[0]
    folders = [dice.choice(FOLDERS) if dice.random() < 0.6 else word(dice) for _ in range(dice.choice([0, 1, 1, 2, 3]))]
    return "/".join(folders + [word(dice) + "." + extension])


def path(dice):
    root = dice.choice(ROOTS).replace("{a}", word(dice)).replace("{b}", word(dice))
    return root + ("" if dice.random() < 0.5 else "/" + dice.choice(FOLDERS) + "/" + word(dice))


SLOTS = {
    "n": lambda d: str(d.choice([1, 2, 3, d.randrange(1, 100), d.randrange(1, 100), d.randrange(100, 999)])),
    "v": lambda d: ".".join(str(d.randrange(0, 22)) for _ in range(d.choice([2, 3, 3]))),
    "hex": lambda d: "%0*x" % (d.choice([8, 12, 32, 40]), d.getrandbits(160)),
    "word": word, "name": word, "sym": symbol, "mod": lambda d: ".".join(word(d) for _ in range(d.choice([1, 1, 2]))),
    "Sym": lambda d: "".join(word(d).capitalize() for _ in range(d.choice([1, 2]))),
    "pkg": lambda d: d.choice([word(d), word(d) + "-" + word(d), "lib" + word(d), "@" + word(d) + "/" + word(d), word(d) + "_" + word(d)]),
    "test": lambda d: d.choice(["test_" + word(d), "test_" + word(d) + "_" + word(d), "should_" + word(d), "test" + word(d).capitalize()]),
    "key": lambda d: d.choice([word(d), word(d) + "_" + word(d), word(d) + "-" + word(d), word(d) + word(d).capitalize()]),
    "Key": lambda d: word(d).capitalize() + word(d).capitalize(), "KEY": lambda d: (word(d) + "_" + d.choice(["TOKEN", "URL", "HOME", "KEY", word(d), word(d)])).upper(),
    "host": lambda d: dice_host(d), "url": lambda d: d.choice(["https://", "http://", "https://"]) + dice_host(d) + "/" + word(d) + d.choice(["", "/" + word(d), "/" + word(d) + ".tar.gz", "/index.html"]),
    "file": file, "path": path, "tool": lambda d: d.choice(TOOLS), "cmd": lambda d: d.choice(COMMANDS).replace("{a}", word(d)),
    "rule": lambda d: d.choice("-=") * d.choice([40, 70, 80]),
}


def dice_host(dice):
    return dice.choice(["", "api.", "cdn.", "registry.", "mirror.", "git."]) + word(dice) + "." + dice.choice(["org", "com", "io", "net", "dev"])


def fill(phrase, dice, pick=None):
    """One reading of a phrase: «a|b» is a choice (the pick-th, where one is given), {slot} a name, ⏎ a line end."""
    def choose(match):
        choices = match.group(1).split("|")
        return choices[pick % len(choices)] if pick is not None else dice.choice(choices)
    text = re.sub(r"«([^»]*)»", choose, phrase)
    return re.sub(r"\{(%s)\}" % "|".join(SLOTS), lambda m: SLOTS[m.group(1)](dice), text).replace("⏎", "\n")
