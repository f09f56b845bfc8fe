#!/usr/bin/python3
"""What of GitHub's OpenAPI description the tests need: operations on one repository and those of Apps, with their schemas as JSON
Schema, without prose and examples.
usage: prune.py DESCRIPTION >SMALLER"""
import json
import re
import sys

WANTED = re.compile(r"/(repos/\{owner\}/\{repo\}|app|app/installations.*|installation/.*|rate_limit)(/|$)")
PROSE = {"description", "summary", "example", "examples", "externalDocs", "title"}


def schema_of(part):
    """A schema of OpenAPI 3.0 as one of JSON Schema: null has a type of its own there."""
    if isinstance(part, list):
        return [schema_of(one) for one in part]
    if not isinstance(part, dict):
        return part
    kept = {}
    for name, value in part.items():
        if name == "properties":
            kept[name] = {one: schema_of(schema) for one, schema in value.items()}
        elif name not in PROSE and not name.startswith("x-") and name != "nullable":
            kept[name] = schema_of(value)
    return {"anyOf": [kept, {"type": "null"}]} if part.get("nullable") else kept


class Description:
    def __init__(self, whole):
        self.whole = whole

    def looked_up(self, part):
        while "$ref" in part:
            found = self.whole
            for name in part["$ref"].removeprefix("#/").split("/"):
                found = found[name]
            part = found
        return part

    def bodies(self, part):
        """The schemas by content type of a request or an answer; nothing where it has no body."""
        return {kind: schema_of(content.get("schema", {})) for kind, content in part.get("content", {}).items()}

    def operation(self, method, path, told):
        parameters = [self.looked_up(one) for one in told.get("parameters", [])]
        body = self.looked_up(told.get("requestBody", {}))
        return {"method": method.upper(), "path": path, "needs_body": body.get("required", False), "body": self.bodies(body),
                "parameters": [{"in": one["in"], "name": one["name"], "required": one.get("required", False),
                                "many_segments": one.get("x-multi-segment", False), "schema": schema_of(one.get("schema", {}))} for one in parameters],
                "answers": {status: self.bodies(self.looked_up(answer)) for status, answer in told["responses"].items()}}

    def operations(self):
        return [self.operation(method, path, told) for path, methods in self.whole["paths"].items() if WANTED.match(path)
                for method, told in methods.items() if method in ("get", "post", "put", "patch", "delete")]

    def schemas_for(self, part):
        """All schemas that something leads to."""
        found, left = {}, [part]
        while left:
            for name in re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(left.pop())):
                if name not in found:
                    found[name] = schema_of(self.whole["components"]["schemas"][name])
                    left.append(found[name])
        return found


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] in ("-h", "--help"):
        print(__doc__)
        sys.exit(2)
    with open(sys.argv[1]) as file:
        description = Description(json.load(file))
    operations = description.operations()
    json.dump({"operations": operations, "components": {"schemas": description.schemas_for(operations)}}, sys.stdout, separators=(",", ":"))
