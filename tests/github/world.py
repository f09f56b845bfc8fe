"""What the GitHub of the tests knows and answers: one function for each operation, and their paths. server.py asks them."""
import base64, json, os, pathlib, re, subprocess, sys, threading, time
import app, ci

FOLDER = pathlib.Path(sys.argv[1]).resolve()
WORLD = json.loads((FOLDER / "world.json").read_text())
LOCK = threading.Lock()
APP = app.App(WORLD["app"], FOLDER) if "app" in WORLD else None


def git(repository, *arguments, data=None, **more):
    env = dict(os.environ, GIT_CONFIG_NOSYSTEM="1", GIT_CONFIG_GLOBAL="/dev/null", GIT_AUTHOR_NAME="app", GIT_AUTHOR_EMAIL="app@example.org",
               GIT_COMMITTER_NAME="app", GIT_COMMITTER_EMAIL="app@example.org", **more)
    ended = subprocess.run(["git", "--git-dir", str(FOLDER / f"{repository}.git"), *arguments], input=data, capture_output=True, env=env)
    return ended.stdout.decode() if ended.returncode == 0 else None


def pulls():
    path = FOLDER / "pulls.json"
    return json.loads(path.read_text()) if path.exists() else []


def keep_pulls(all_pulls):
    (FOLDER / "pulls.json").write_text(json.dumps(all_pulls, indent=1))


CI = ci.Ci(WORLD["ci"], WORLD, FOLDER, git) if "ci" in WORLD else None


class Refused(Exception):
    def __init__(self, status, message, **more):
        super().__init__(message)
        self.status, self.body = status, {"message": message, "documentation_url": "https://docs.github.com/rest", **more}


def need(condition, status, message, **more):
    if not condition:
        raise Refused(status, message, **more)


def run_json(run):
    return {"id": run["id"], "name": run.get("name", "CI"), "run_attempt": run.get("run_attempt", 1), "head_sha": run["head_sha"],
            "head_branch": run["head_branch"], "event": run.get("event", "push"), "status": run.get("status", "completed"),
            "conclusion": run.get("conclusion"), "run_started_at": "2026-01-31T12:00:00Z",
            "html_url": f"https://github.com/{run['repository']}/actions/runs/{run['id']}",
            "workflow_id": run.get("workflow_id", 5), "created_at": run.get("created_at", time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())),
            "pull_requests": [{"number": number, "base": {"ref": base_of(run["repository"], number)}} for number in run.get("pull_requests", [])],
            "head_repository": {"full_name": run.get("head_repository", run["repository"])}}


def base_of(repository, number):
    return next((pull["base"] for pull in pulls() if pull["number"] == number), "main")


def runs_of(repository):
    return [run for run in WORLD["runs"] if run["repository"] == repository]


def run_of(repository, number):
    found = [run for run in runs_of(repository) if run["id"] == int(number)]
    need(found, 404, "Not Found")
    return found[0]


def one_run(request, repository, number):
    return run_json(run_of(repository, number))


def list_runs(request, repository):
    wanted = [run for run in runs_of(repository) if run.get("conclusion") == request.query.get("status", run.get("conclusion"))]
    if "branch" in request.query:
        wanted = [run for run in wanted if run["head_branch"] == request.query["branch"]]
    return {"total_count": len(wanted), "workflow_runs": request.page([run_json(run) for run in wanted])}


def runs_of_workflow(request, repository, number):
    wanted = [run for run in runs_of(repository) if run.get("workflow_id", 5) == int(number)]
    if request.query.get("status"):
        need(request.query["status"] in ("completed", "success"), 422, "only completed ones here")
        wanted = [run for run in wanted if run.get("conclusion") in ((request.query["status"],) if request.query["status"] == "success" else ("success", "failure", "cancelled", "timed_out", "startup_failure", "action_required"))]
    for name in ("head_branch", "head_sha"):
        wanted = [run for run in wanted if run[name] == request.query.get(name.removeprefix("head_") if name == "head_branch" else name, run[name])]
    return {"total_count": len(wanted), "workflow_runs": request.page([run_json(run) for run in reversed(wanted)])}


def list_jobs(request, repository, number, attempt):
    jobs = run_of(repository, number).get("jobs", [])
    return {"total_count": len(jobs), "jobs": request.page([{key: job.get(key) for key in ("id", "name", "conclusion")} for job in jobs])}


def run_log(request, repository, number, attempt):
    log = run_of(repository, number).get("log")
    need(log, 404, "Not Found")
    return request.lead_to(log)


def job_log(request, repository, number):
    for run in runs_of(repository):
        for job in run.get("jobs", []):
            if job["id"] == int(number) and job.get("log"):
                return request.lead_to(job["log"])
    raise Refused(404, "Not Found")


def run_again(request, repository, number):
    run = run_of(repository, number)
    need(not run.get("old"), 403, "Unable to retry this workflow run because it was created over a month ago")
    with LOCK:
        need(run.get("status", "completed") == "completed", 403, "This workflow is already running")
        run["run_attempt"] = run.get("run_attempt", 1) + 1
        run["status"], run["conclusion"] = "queued", None
    return {}


def run_whole_again(request, repository, number):
    run = run_of(repository, number)
    need(run.get("status", "completed") == "completed", 403, "This workflow is already running")
    run["run_attempt"] = run.get("run_attempt", 1) + 1
    CI.run(run)
    return {}


def dispatch(request, repository, number):
    sha = ref_json(repository, request.body["ref"])["object"]["sha"]
    need(CI and CI.dispatched(repository, request.body["ref"], sha), 422, "Workflow does not have 'workflow_dispatch' trigger")
    request.status_done = 204
    return b""


def repository_json(request, repository):
    need((FOLDER / f"{repository}.git").is_dir(), 404, "Not Found")
    return {"full_name": repository, "permissions": {"push": WORLD.get("may_push", True), "pull": True}, "default_branch": (git(repository, "symbolic-ref", "--short", "HEAD") or "main").strip()}


def contents(request, repository, path):
    text = git(repository, "show", f"HEAD:{path}")
    need(text is not None, 404, "Not Found")
    return {"type": "file", "encoding": "base64", "content": base64.encodebytes(text.encode()).decode()}


def commit_json(repository, sha):
    text = git(repository, "cat-file", "commit", sha)
    need(text is not None, 404, "Not Found")
    head, message = text.split("\n\n", 1)
    fields = [line.split(" ", 1) for line in head.split("\n")]
    return {"sha": sha, "message": message.rstrip("\n"), "tree": {"sha": dict(fields)["tree"]},
            "parents": [{"sha": value} for key, value in fields if key == "parent"]}


def compare(request, repository, base, head):
    listed = git(repository, "log", "--reverse", "--format=%H", f"{base}..{head}")
    need(listed is not None, 404, "Not Found")
    files = git(repository, "diff", "--name-only", f"{base}...{head}").split()
    return {"status": "ahead", "total_commits": len(listed.split()), "commits": [commit(request, repository, sha) for sha in listed.split()],
            "files": [{"filename": name, "status": "modified"} for name in files]}


def git_commit(request, repository, sha):
    return commit_json(repository, sha)


def newest_commit(request, repository, name):
    sha = git(repository, "rev-parse", "--verify", "--quiet", f"refs/heads/{name}")
    need(sha, 422, f"No commit found for SHA: heads/{name}")
    return commit(request, repository, sha.strip())


def commit(request, repository, sha):
    said = commit_json(repository, sha)
    return {"sha": sha, "commit": {name: said[name] for name in ("message", "tree")}, "parents": said["parents"],
            "author": {"login": "ada", "type": "User"}}


def ref_json(repository, name):
    sha = git(repository, "rev-parse", "--verify", "--quiet", f"refs/heads/{name}")
    need(sha, 404, "Not Found")
    return {"ref": f"refs/heads/{name}", "object": {"type": "commit", "sha": sha.strip()}}


def ref(request, repository, name):
    return ref_json(repository, name)


def make_blob(request, repository):
    need(request.body.get("encoding") == "base64", 422, "only base64 here")
    sha = git(repository, "hash-object", "-w", "--stdin", data=base64.b64decode(request.body["content"], validate=True))
    return {"sha": sha.strip()}


def make_tree(request, repository):
    index = str(FOLDER / f"index-{threading.get_ident()}")
    pathlib.Path(index).unlink(missing_ok=True)
    need(git(repository, "read-tree", request.body["base_tree"], GIT_INDEX_FILE=index) is not None, 422, "base_tree is not a tree")
    for entry in request.body["tree"]:
        need(entry["type"] == "blob" and entry["mode"] in ("100644", "100755"), 422, "tree.mode is invalid")
        path = entry["path"]
        need(not path.startswith("/") and ".." not in path.split("/") and path.split("/")[0] != ".git", 422, "tree.path contains a malformed path component")
        if path.startswith(".github/workflows/") and not WORLD.get("may_write_workflows"):
            raise Refused(403, "Resource not accessible by integration")
        if "content" in entry:
            sha = git(repository, "hash-object", "-w", "--stdin", data=entry["content"].encode()).strip()
        elif entry.get("sha") is None:
            git(repository, "rm", "--cached", "--quiet", path, GIT_INDEX_FILE=index, GIT_WORK_TREE="/")
            continue
        else:
            sha = entry["sha"]
        git(repository, "update-index", "--add", "--cacheinfo", f"{entry['mode']},{sha},{path}", GIT_INDEX_FILE=index)
    tree = git(repository, "write-tree", GIT_INDEX_FILE=index)
    pathlib.Path(index).unlink(missing_ok=True)
    return {"sha": tree.strip()}


def make_commit(request, repository):
    parents = [word for parent in request.body["parents"] for word in ("-p", parent)]
    sha = git(repository, "commit-tree", request.body["tree"], *parents, data=request.body["message"].encode())
    need(sha, 422, "Tree SHA does not exist")
    return {"sha": sha.strip()}


def make_ref(request, repository):
    name = request.body["ref"]
    need(name.startswith("refs/heads/"), 422, "Reference name must start with 'refs/'")
    with LOCK:
        need(git(repository, "rev-parse", "--verify", "--quiet", name) is None, 422, "Reference already exists")
        need(git(repository, "update-ref", name, request.body["sha"], "") is not None, 422, "Object does not exist")
    made = ref_json(repository, name[len("refs/heads/"):])
    if CI and not WORLD.get("own_token"):
        CI.pushed(repository, name[len("refs/heads/"):], made["object"]["sha"])
    return made


def move_ref(request, repository, name):
    before = ref_json(repository, name)["object"]["sha"]
    after = request.body["sha"]
    if not request.body.get("force"):
        need(git(repository, "merge-base", "--is-ancestor", before, after) is not None, 422, "Update is not a fast forward")
    git(repository, "update-ref", f"refs/heads/{name}", after, before)
    return ref_json(repository, name)


def pull_json(pull):
    return {**{name: pull[name] for name in ("number", "state", "title", "body", "draft", "labels", "html_url")},
            "head": {"ref": pull["head"], "label": f"{pull['repository'].split('/')[0]}:{pull['head']}",
                     "repo": {"full_name": pull.get("head_repository", pull["repository"])}},
            "base": {"ref": pull["base"]}, "merged_at": pull.get("merged_at"),
            "requested_reviewers": [{"login": login} for login in pull["reviewers"]]}


def remove_ref(request, repository, name):
    ref_json(repository, name)
    git(repository, "update-ref", "-d", f"refs/heads/{name}")
    request.status_done = 204
    return b""


def list_pulls(request, repository):
    need(not WORLD.get("hides_pulls"), 403, "Resource not accessible by personal access token")
    wanted = [pull for pull in pulls() if pull["repository"] == repository]
    if request.query.get("state", "open") != "all":
        wanted = [pull for pull in wanted if pull["state"] == request.query.get("state", "open")]
    if "head" in request.query:
        wanted = [pull for pull in wanted if f"{repository.split('/')[0]}:{pull['head']}" == request.query["head"]]
    if "base" in request.query:
        wanted = [pull for pull in wanted if pull["base"] == request.query["base"]]
    wanted.sort(key=lambda pull: -pull["number"])
    return request.page([pull_json(pull) for pull in wanted])


def make_pull(request, repository):
    body = request.body
    with LOCK:
        all_pulls = pulls()
        ref_json(repository, body["head"]), ref_json(repository, body["base"])
        same = [pull for pull in all_pulls if pull["repository"] == repository and pull["head"] == body["head"] and pull["state"] == "open"]
        need(not same, 422, "Validation Failed", errors=[{"message": f"A pull request already exists for {body['head']}."}])
        need(WORLD.get("may_open_pulls", True), 403, "Resource not accessible by integration")
        need(WORLD.get("has_drafts", True) or not body.get("draft"), 422, "Validation Failed",
             errors=[{"message": "Draft pull requests are not supported in this repository."}])
        need(len(body["body"]) <= 65536, 422, "body is too long")
        number = len(all_pulls) + 1
        pull = {"number": number, "repository": repository, "state": "open", "title": body["title"], "body": body["body"], "head": body["head"],
                "base": body["base"], "draft": body.get("draft", False), "labels": [], "reviewers": [],
                "html_url": f"https://github.com/{repository}/pull/{number}"}
        keep_pulls(all_pulls + [pull])
    return pull_json(pull)


def change_pull(number, change):
    with LOCK:
        all_pulls = pulls()
        found = [pull for pull in all_pulls if pull["number"] == int(number)]
        need(found, 404, "Not Found")
        change(found[0])
        keep_pulls(all_pulls)
    return found[0]


def edit_pull(request, repository, number):
    need(set(request.body) <= {"state", "title", "body"}, 422, "Validation Failed")
    return pull_json(change_pull(number, lambda pull: pull.update(request.body)))


def pulls_of_commit(request, repository, sha):
    return [pull_json(pull) for pull in pulls() if pull.get("head_sha") == sha]


# Comments lie in FOLDER/comments.json: who wrote each stands there too.
def comments():
    path = FOLDER / "comments.json"
    return json.loads(path.read_text()) if path.exists() else []


def keep_comments(all_comments):
    (FOLDER / "comments.json").write_text(json.dumps(all_comments, indent=1))


def comment_json(comment):
    return {**{name: comment[name] for name in ("id", "body", "author_association")},
            "user": {"login": comment["login"], "type": comment["type"]}}


def list_comments(request, repository, number):
    return request.page([comment_json(one) for one in comments() if one["number"] == int(number)])


def make_comment(request, repository, number):
    need(len(request.body["body"]) <= 65536, 422, "body is too long")
    with LOCK:
        all_comments = comments()
        one = {"id": max([99, *(other["id"] for other in all_comments)]) + 1, "number": int(number), "body": request.body["body"], "author_association": "NONE",
               "login": "regreen[bot]", "type": "Bot"}
        keep_comments(all_comments + [one])
    return comment_json(one)


def edit_comment(request, repository, number):
    with LOCK:
        all_comments = comments()
        found = [one for one in all_comments if one["id"] == int(number)]
        need(found, 404, "Not Found")
        found[0]["body"] = request.body["body"]
        keep_comments(all_comments)
    return comment_json(found[0])


def remove_comment(request, repository, number):
    with LOCK:
        need(any(one["id"] == int(number) for one in comments()), 404, "Not Found")
        keep_comments([one for one in comments() if one["id"] != int(number)])
    request.status_done = 204
    return b""


# Issues lie in FOLDER/issues.json; their numbers begin at 500, so that no pull request has one.
def issues():
    path = FOLDER / "issues.json"
    return json.loads(path.read_text()) if path.exists() else []


def list_issues(request, repository):
    labels = set(filter(None, request.query.get("labels", "").split(",")))
    wanted = [one for one in issues() if one["state"] == request.query.get("state", "open") and labels <= {label["name"] for label in one["labels"]}]
    if request.query.get("direction", "desc") == "desc":
        wanted.reverse()
    return request.page([issue_json(one) for one in wanted])


def issue_json(one):
    return {name: one[name] for name in ("number", "state", "title", "body", "labels", "html_url")}


def change_issue(request, repository, number):
    with LOCK:
        all_issues = issues()
        found = [one for one in all_issues if one["number"] == int(number)]
        need(found, 404, "Not Found")
        found[0].update({name: request.body[name] for name in ("state", "title", "body") if name in request.body})
        (FOLDER / "issues.json").write_text(json.dumps(all_issues, indent=1))
    return issue_json(found[0])


def make_issue(request, repository):
    with LOCK:
        all_issues = issues()
        number = 500 + len(all_issues)
        one = {"number": number, "state": "open", "title": request.body["title"], "body": request.body["body"],
               "labels": [{"name": name} for name in request.body.get("labels", [])], "html_url": f"https://github.com/{repository}/issues/{number}"}
        (FOLDER / "issues.json").write_text(json.dumps(all_issues + [one], indent=1))
    return one


def add_labels(request, repository, number):
    def add(pull):
        there = {label["name"] for label in pull["labels"]}
        pull["labels"].extend({"name": name} for name in request.body["labels"] if name not in there)
    request.status_done = 200
    return change_pull(number, add)["labels"]


def ask_reviewers(request, repository, number):
    return pull_json(change_pull(number, lambda pull: pull["reviewers"].extend(request.body["reviewers"])))


def installation(request, repository):
    need(APP and APP.is_proved(request.bearer()), 401, "A JSON web token could not be decoded")
    need(repository not in WORLD.get("app_lacks", []), 404, "Not Found")
    return {"id": 9, "app_id": APP.id, "permissions": APP.permissions}


def lend(request, number):
    need(APP and APP.is_proved(request.bearer()), 401, "A JSON web token could not be decoded")
    said = APP.lend(request.body.get("repositories"), request.body.get("permissions", {}))
    need(said, 422, "The permissions requested are not granted to this installation.")
    return said


R, N = r"/repos/([\w.-]+/[\w.-]+)", r"(\d+)"
ROUTES = [(method, re.compile(path + "$"), answer) for method, path, answer in [
    ("GET", R, repository_json),
    ("GET", R + "/installation", installation),
    ("POST", f"/app/installations/{N}/access_tokens", lend),
    ("GET", R + "/actions/runs", list_runs),
    ("GET", R + "/actions/runs/" + N, one_run),
    ("GET", R + f"/actions/workflows/{N}/runs", runs_of_workflow),
    ("GET", R + f"/actions/runs/{N}/attempts/{N}/jobs", list_jobs),
    ("GET", R + f"/actions/runs/{N}/attempts/{N}/logs", run_log),
    ("GET", R + f"/actions/jobs/{N}/logs", job_log),
    ("POST", R + f"/actions/runs/{N}/rerun-failed-jobs", run_again),
    ("POST", R + f"/actions/runs/{N}/rerun", run_whole_again),
    ("POST", R + f"/actions/workflows/{N}/dispatches", dispatch),
    ("GET", R + "/contents/(.+)", contents),
    ("GET", R + "/commits/heads/(.+)", newest_commit),
    ("GET", R + "/commits/([0-9a-f]{40})", commit),
    ("GET", R + r"/compare/([0-9a-f]{40})\.\.\.([0-9a-f]{40})", compare),
    ("GET", R + "/git/ref/heads/(.+)", ref),
    ("GET", R + "/git/commits/([0-9a-f]{40})", git_commit),
    ("POST", R + "/git/blobs", make_blob),
    ("POST", R + "/git/trees", make_tree),
    ("POST", R + "/git/commits", make_commit),
    ("POST", R + "/git/refs", make_ref),
    ("PATCH", R + "/git/refs/heads/(.+)", move_ref),
    ("DELETE", R + "/git/refs/heads/(.+)", remove_ref),
    ("GET", R + "/pulls", list_pulls),
    ("POST", R + "/pulls", make_pull),
    ("PATCH", R + f"/pulls/{N}", edit_pull),
    ("GET", R + "/commits/([0-9a-f]{40})/pulls", pulls_of_commit),
    ("GET", R + f"/issues/{N}/comments", list_comments),
    ("POST", R + f"/issues/{N}/comments", make_comment),
    ("PATCH", R + f"/issues/comments/{N}", edit_comment),
    ("DELETE", R + f"/issues/comments/{N}", remove_comment),
    ("PATCH", R + f"/issues/{N}", change_issue),
    ("GET", R + "/issues", list_issues),
    ("POST", R + "/issues", make_issue),
    ("POST", R + f"/issues/{N}/labels", add_labels),
    ("POST", R + f"/pulls/{N}/requested_reviewers", ask_reviewers),
]]
