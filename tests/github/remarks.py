"""What the GitHub of the tests takes beside the code: check runs, and reviews with comments in a pull request's diff."""
import json, re
from world import APP, FOLDER, LOCK, N, R, git, need, pulls


def kept(name):
    path = FOLDER / name
    return json.loads(path.read_text()) if path.exists() else []


def keep(name, entries):
    (FOLDER / name).write_text(json.dumps(entries, indent=1))


# Check runs lie in FOLDER/checks.json. Only Apps make them; annotations are added, never taken away.
def list_checks(request, repository, sha):
    wanted = [one for one in kept("checks.json") if one["head_sha"] == sha and one["name"] == request.query.get("check_name", one["name"])]
    need(request.query.get("filter") == "all", 422, "only all of them here")
    return {"total_count": len(wanted), "check_runs": request.page([check_json(one) for one in reversed(wanted)])}


def check_json(one):
    output = {"title": one["title"], "summary": one["summary"], "annotations_count": len(one["annotations"])}
    return {**{name: one[name] for name in ("id", "name", "head_sha", "external_id", "status", "conclusion", "details_url")}, "output": output}


def put_output(one, output):
    need(len(output["summary"]) <= 65535, 422, "summary is too long")
    need(len(output.get("annotations", [])) <= 50, 422, "No more than 50 annotations")
    one.update(title=output["title"], summary=output["summary"], annotations=one["annotations"] + output.get("annotations", []))


def make_check(request, repository):
    need(APP and request.bearer() in APP.lent, 403, "You must authenticate via a GitHub App.")
    with LOCK:
        checks = kept("checks.json")
        one = {"id": 900 + len(checks), "annotations": [], **{name: value for name, value in request.body.items() if name != "output"}}
        need(git(repository, "cat-file", "-e", one["head_sha"]) is not None, 422, f"No commit found for SHA: {one['head_sha']}")
        put_output(one, request.body["output"])
        keep("checks.json", checks + [one])
    return check_json(one)


def edit_check(request, repository, number):
    with LOCK:
        checks = kept("checks.json")
        found = [one for one in checks if one["id"] == int(number)]
        need(found, 404, "Not Found")
        put_output(found[0], request.body["output"])
        keep("checks.json", checks)
    return check_json(found[0])


def pull_of(repository, number):
    found = [pull for pull in pulls() if pull["number"] == int(number) and pull["repository"] == repository]
    need(found, 404, "Not Found")
    return found[0]


def patches(repository, pull):
    """Path to patch, of what a pull request changes."""
    span = f"{pull['base']}...{pull['head']}"
    names = git(repository, "diff", "--name-only", "-z", span).split("\0")[:-1]
    texts = {name: git(repository, "diff", span, "--", name) for name in names}
    return {name: text[text.index("@@"):] for name, text in texts.items() if "\n@@" in text}


def list_files(request, repository, number):
    said = patches(repository, pull_of(repository, number))
    return request.page([{"filename": name, "status": "modified", "patch": patch} for name, patch in said.items()])


def shows(patch, first, last):
    hunks = [(int(start), int(count or 1)) for start, count in re.findall(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", patch, re.M)]
    return any(start <= first <= last < start + count for start, count in hunks)


# Reviews lie in FOLDER/reviews.json. Nobody but us writes them here, so one draft is all there can be.
def review_json(one):
    return {**{name: one[name] for name in ("id", "body", "state", "html_url", "commit_id")}, "user": {"login": "regreen[bot]", "type": "Bot"}, "author_association": "NONE"}


def list_reviews(request, repository, number):
    return request.page([review_json(one) for one in kept("reviews.json") if one["number"] == int(number)])


def make_review(request, repository, number):
    pull, body = pull_of(repository, number), request.body
    said = patches(repository, pull)
    for one in body.get("comments", []):
        need(one["side"] == "RIGHT" and one.get("start_side", "RIGHT") == "RIGHT" and one.get("start_line", 0) < one["line"], 422, "Validation Failed")
        need(shows(said.get(one["path"], ""), one.get("start_line", one["line"]), one["line"]), 422, "Line could not be resolved")
    with LOCK:
        reviews = kept("reviews.json")
        need(not any(one["state"] == "PENDING" for one in reviews), 422, "User can only have one pending review per pull request")
        one = {"id": max([699, *(other["id"] for other in reviews)]) + 1, "number": int(number), "state": "COMMENTED" if body.get("event") == "COMMENT" else "PENDING",
               "body": body["body"], "commit_id": body["commit_id"], "comments": body.get("comments", [])}
        one["html_url"] = f"{pull['html_url']}#pullrequestreview-{one['id']}"
        keep("reviews.json", reviews + [one])
    request.status_done = 200
    return review_json(one)


def draft_of(reviews, review):
    found = [one for one in reviews if one["id"] == int(review)]
    need(found, 404, "Not Found")
    need(found[0]["state"] == "PENDING", 422, "Can not change a review that was sent")
    return found[0]


def send_review(request, repository, number, review):
    with LOCK:
        reviews = kept("reviews.json")
        one = draft_of(reviews, review)
        one["state"] = {"COMMENT": "COMMENTED"}[request.body["event"]]
        keep("reviews.json", reviews)
    request.status_done = 200
    return review_json(one)


def remove_review(request, repository, number, review):
    with LOCK:
        reviews = kept("reviews.json")
        one = draft_of(reviews, review)
        keep("reviews.json", [other for other in reviews if other is not one])
    return review_json(one)


ROUTES = [(method, re.compile(path + "$"), answer) for method, path, answer in [
    ("GET", R + "/commits/([0-9a-f]{40})/check-runs", list_checks),
    ("POST", R + "/check-runs", make_check),
    ("PATCH", R + f"/check-runs/{N}", edit_check),
    ("GET", R + f"/pulls/{N}/files", list_files),
    ("GET", R + f"/pulls/{N}/reviews", list_reviews),
    ("POST", R + f"/pulls/{N}/reviews", make_review),
    ("POST", R + f"/pulls/{N}/reviews/{N}/events", send_review),
    ("DELETE", R + f"/pulls/{N}/reviews/{N}", remove_review),
]]
