"""Makes the training set: recordings of real tools, lines of the rules, and phrases, cut and dressed. See script/samples."""
import json
import random
import re
import sys
import tomllib
from pathlib import Path

import dress
import names

TOP = Path(__file__).resolve().parents[2]
LINES_MAX = 120
ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07]*\x07|[\x00-\x08\x0b-\x1f]")

samples = []


def add(category, base, origin, lines):
    """origin: run (a real tool printed it), documented (worded by us)."""
    lines = [ANSI.sub("", line)[:400] for line in lines][-LINES_MAX:]
    if "".join(lines).strip():
        samples.append({"category": category, "base": base, "origin": origin, "text": "\n".join(lines)})


def rules():
    for file in sorted((TOP / "rules").glob("*.toml")):
        yield from tomllib.loads(file.read_text()).get("rule", [])


def add_recordings(by_id):
    """What real tools printed: whole, within a job, and cut about the line that says it."""
    for log in sorted((TOP / "tests/logs").glob("*/*.log")):
        name = f"{log.parent.name}/{log.stem}"
        script = (TOP / "tests/foundry" / name).with_suffix(".sh")
        category, rule = re.search(r"# expect: *(\S+) *(\S*)", script.read_text()).groups()
        dice = random.Random(name)
        lines = [line.split("\r")[-1] for line in log.read_text(errors="replace").rstrip("\n").split("\n")]
        failed = category != "success"
        category = category if failed else "unknown"
        add(category, name, "run", lines)
        add(category, name, "run", dress.in_job(dress.rename(lines[-60:], dice), dice, failed))
        telling = [i for i, line in enumerate(lines) if line in by_id.get(rule, {}).get("match", [])]
        for _ in range(0 if failed else 3):
            add(category, name, "run", dress.rename(dress.cut(lines, dice), dice))
        for _ in range(3 if telling and failed else 0):
            part = dress.rename(dress.cut(lines, dice, dice.choice(telling)), dice)
            add(category, name, "run", dress.in_job(part, dice) if dice.random() < 0.4 else part)


def add_rules(by_id):
    """Every line that a rule must match, alone and within a job."""
    for id, rule in by_id.items():
        dice = random.Random(id)
        failed = rule.get("proves") != "success"
        origin = rule.get("origin", "run")
        for line in rule["match"][:6]:
            add(rule["category"] if failed else "unknown", "rule " + id, origin, [line])
            add(rule["category"] if failed else "unknown", "rule " + id, origin, dress.in_job([line], dice, failed))


def add_phrases():
    """Documented messages and general ways to say it, with names that are nobody's."""
    for file in sorted(Path(__file__).with_name("phrases").glob("*.txt")):
        for phrase in file.read_text().splitlines():
            if not phrase.strip():
                continue
            dice = random.Random(phrase)
            readings = max([3] + [part.count("|") + 1 for part in re.findall(r"«[^»]*»", phrase)])
            for pick in range(readings):
                lines = names.fill(phrase, dice, pick).split("\n")
                if pick % 3 == 1:
                    lines = dress.quiet(dice, dice.choice([1, 3, 6])) + lines
                if pick % 3 == 2:
                    lines = dress.in_job(lines, dice, file.stem != "unknown")
                add(file.stem, "phrase " + phrase[:60], "documented", lines)


def main(output):
    by_id = {rule["id"]: rule for rule in rules()}
    add_recordings(by_id)
    add_rules(by_id)
    add_phrases()
    with open(output, "w") as out:
        for sample in samples:
            out.write(json.dumps(sample, ensure_ascii=False) + "\n")
    bases = {sample["base"] for sample in samples}
    run = {sample["base"] for sample in samples if sample["origin"] == "run"}
    print(f"{len(samples)} samples of {len(bases)} outputs, {len(run)} of them printed by real tools; "
          f"{len({sample['category'] for sample in samples})} categories")


main(sys.argv[1])
