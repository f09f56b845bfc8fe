#!/usr/bin/python3
"""Checks what regreen asked GitHub, and what the GitHub of our tests answered, against GitHub's own OpenAPI description.

  contract.py DESCRIPTION EXCHANGES...

DESCRIPTION is what prune.py made, EXCHANGES are the exchanges.jsonl of tests/github/server.py. A request must be one that the
description has: path, parameters, headers and body, and nothing besides. An answer may lack what it should have (a gap, which is
counted), but what it has must be there at GitHub too, of that type. Exits with 1 where a request or an answer is wrong.
"""
import collections
import json
import re
import sys
import urllib.parse
import warnings

import jsonschema

warnings.simplefilter("ignore", DeprecationWarning)
VERSION = "2022-11-28"
MOVED = (301, 307, 308)  # any repository may have


class Schemas:
    """The schemas of a description, by which values are judged."""

    def __init__(self, description):
        self.strict = jsonschema.RefResolver("", description)
        self.lean = jsonschema.RefResolver("", lean(description))

    def looked_up(self, schema):
        while "$ref" in schema:
            schema = self.strict.resolve(schema["$ref"])[1]
        return schema

    def parts(self, schema):
        """The schema and all that it is combined from."""
        schema = self.looked_up(schema)
        return [schema] + [part for word in ("allOf", "anyOf", "oneOf") for one in schema.get(word, []) for part in self.parts(one)]

    def mistakes(self, schema, value):
        return [told(one) for one in jsonschema.Draft7Validator(schema, resolver=self.strict).iter_errors(value)]

    def lean_mistakes(self, schema, value):
        """Those that are none of something missing."""
        return [told(one) for one in jsonschema.Draft7Validator(lean(schema), resolver=self.lean).iter_errors(value)]

    def members(self, schemas, value, place=""):
        """(kind, place) of members that no schema names ("unknown") and that one needs and that are not there ("missing")."""
        parts = [part for schema in schemas for part in self.parts(schema)]
        if isinstance(value, list):
            items = [part["items"] for part in parts if isinstance(part.get("items"), dict)]
            return [one for index, entry in enumerate(value) if items for one in self.members(items, entry, f"{place}/{index}")]
        if not isinstance(value, dict) or not any("properties" in part for part in parts):
            return []
        found = []
        is_open = any(part.get("additionalProperties") not in (None, False) for part in parts)
        for name, entry in value.items():
            schemas = [part["properties"][name] for part in parts if name in part.get("properties", {})]
            found += self.members(schemas, entry, f"{place}/{name}") if schemas else [] if is_open else [("unknown", f"{place}/{name}")]
        needed = self.looked_up(parts[0]).get("required", [])
        return found + [("missing", f"{place}/{name}") for name in needed if name not in value]


def lean(schema):
    """The schema without what must be there. So it may be of more than one of some kinds."""
    if isinstance(schema, list):
        return [lean(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {"anyOf" if name == "oneOf" else name: lean(part) for name, part in schema.items() if name != "required" or not isinstance(part, list)}


def told(error):
    return f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"


def typed(schema, text):
    """What a text of an address stands for."""
    if schema.get("type") == "integer" and re.fullmatch(r"-?\d+", text):
        return int(text)
    return {"true": True, "false": False}.get(text, text) if schema.get("type") == "boolean" else text


class Operation:
    def __init__(self, told_of):
        self.__dict__.update(told_of)
        self.name = f"{self.method} {self.path}"
        many = {one["name"] for one in self.parameters if one["in"] == "path" and one["many_segments"]}
        literal = re.split(r"\{(\w+)\}", self.path)
        self.names = literal[1::2]
        pattern = "".join(re.escape(part) if at % 2 == 0 else "(.+)" if part in many else "([^/]+)" for at, part in enumerate(literal))
        self.pattern = re.compile(pattern)
        self.exactness = sum(map(len, literal[::2]))

    def parameter(self, place, name):
        return next((one for one in self.parameters if (one["in"], one["name"]) == (place, name)), None)

    def schema(self, bodies):
        return next((schema for kind, schema in bodies.items() if "json" in kind), None)


class Contract:
    def __init__(self, description):
        self.schemas = Schemas(description)
        self.operations = sorted(map(Operation, description["operations"]), key=lambda one: -one.exactness)

    def operation_of(self, method, path):
        return next((one for one in self.operations if one.method == method and one.pattern.fullmatch(path)), None)

    def wrong_parameter(self, operation, place, name, text):
        known = operation.parameter(place, name)
        if known is None:
            return [f"{place} parameter {name} is unknown"]
        return [f"{place} parameter {name}{one}" for one in self.schemas.mistakes(known["schema"], typed(known["schema"], text))]

    def wrong_address(self, operation, address):
        values = operation.pattern.fullmatch(address.path).groups()
        found = [one for name, text in zip(operation.names, values) for one in self.wrong_parameter(operation, "path", name, urllib.parse.unquote(text))]
        if re.search(r"%(?![0-9A-Fa-f]{2})|[^!-~]", address.path + address.query):
            found.append("the address is not escaped")
        asked = urllib.parse.parse_qsl(address.query, keep_blank_values=True)
        found += [f"query parameter {name} is there twice" for name, count in collections.Counter(name for name, _ in asked).items() if count > 1]
        found += [f"query parameter {one['name']} is missing" for one in operation.parameters
                  if one["in"] == "query" and one["required"] and one["name"] not in dict(asked)]
        return found + [one for name, text in asked for one in self.wrong_parameter(operation, "query", name, text)]

    def wrong_headers(self, headers, has_body):
        wanted = {"accept": r"application/(vnd\.github(\.raw)?\+)?json", "x-github-api-version": VERSION, "user-agent": r".+"}
        if has_body:
            wanted["content-type"] = r"application/json(; *charset=utf-8)?"
        return [f"header {name} is {headers.get(name)!r}" for name, pattern in wanted.items() if not re.fullmatch(pattern, headers.get(name) or "")]

    def wrong_body(self, operation, body):
        if body is None:
            return ["the body is missing"] if operation.needs_body else []
        schema = operation.schema(operation.body)
        if schema is None:
            return [] if body == {} else ["no body is foreseen"]
        found = [f"body {one}" for one in self.schemas.mistakes(schema, body)]
        return found + [f"body {place} is unknown" for kind, place in self.schemas.members([schema], body) if kind == "unknown"]

    def wrong_request(self, exchange):
        address = urllib.parse.urlsplit(exchange["path"])
        operation = self.operation_of(exchange["method"], address.path)
        if operation is None:
            return ["there is no such operation"]
        return self.wrong_address(operation, address) + self.wrong_headers(exchange["headers"], exchange["body"] is not None) + self.wrong_body(operation, exchange["body"])

    def judged_answer(self, exchange):
        """What is wrong with an answer, and what it lacks."""
        operation = self.operation_of(exchange["method"], urllib.parse.urlsplit(exchange["path"]).path)
        status = str(exchange["status"])
        bodies = operation.answers.get(status)
        if status == "304" and "if-none-match" in exchange["headers"]:  # of every read, says the guide to conditional requests
            return [], []
        if bodies is None:
            return ([f"{status} is no answer to this"], []) if exchange["status"] < 400 and exchange["status"] not in MOVED else ([], [f"{status} is not foreseen"])
        schema = operation.schema(bodies)
        if schema is None:
            return ([] if exchange["answer"] is None else ["no body is foreseen"]), []
        members = self.schemas.members([schema], exchange["answer"])
        wrong = [f"{place} is unknown" for kind, place in members if kind == "unknown"]
        return self.schemas.lean_mistakes(schema, exchange["answer"]) + wrong, [f"{place} is missing" for kind, place in members if kind == "missing"]


def check(contract, exchanges):
    """Prints what is found by operation; whether all is well."""
    requests, wrong, gaps = collections.Counter(), collections.Counter(), collections.defaultdict(set)
    for one in exchanges:
        operation = contract.operation_of(one["method"], urllib.parse.urlsplit(one["path"]).path)
        name = operation.name if operation else f"{one['method']} {one['path']}"
        requests[name] += 1
        for mistake in contract.wrong_request(one):
            wrong[f"request {name}: {mistake}"] += 1
        if operation and one["fault"] is None:
            mistakes, lacking = contract.judged_answer(one)
            gaps[name].update(re.sub(r"/\d+/", "/0/", gap) for gap in lacking)
            for mistake in mistakes:
                wrong[f"answer {one['status']} {name}: {mistake}"] += 1
    for name, count in sorted(requests.items()):
        print(f"{count:6} {name}" + (f"   (answers lack {len(gaps[name])} members)" if gaps[name] else ""))
    for mistake, count in sorted(wrong.items()):
        print(f"WRONG {count} x {mistake}")
    in_requests = sum(count for mistake, count in wrong.items() if mistake.startswith("request"))
    print(f"{sum(requests.values())} requests of {len(requests)} operations: {in_requests} violations; in answers {sum(wrong.values()) - in_requests}")
    return not wrong


def exchanges_of(paths):
    for path in paths:
        with open(path) as file:
            yield from map(json.loads, file)


if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] in ("-h", "--help"):
        print(__doc__)
        sys.exit(2)
    with open(sys.argv[1]) as description:
        rules = Contract(json.load(description))
    sys.exit(0 if check(rules, exchanges_of(sys.argv[2:])) else 1)
