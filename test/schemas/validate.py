"""Holds the published JSON Schema against the fixtures: every model passes, and every forged one is refused."""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator


def main(schema_file: str, fixtures_file: str) -> int:
    schema = json.loads(Path(schema_file).read_text(encoding="utf-8"))
    fixtures = json.loads(Path(fixtures_file).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validators = {
        name: Draft202012Validator({"$defs": schema["$defs"], "$ref": f"#/$defs/{name}"}) for name in schema["$defs"]
    }
    wrong = 0
    for fixture in fixtures:
        error = next(validators[fixture["model"]].iter_errors(fixture["value"]), None)
        if (error is None) == (fixture["refused"] is None):
            continue
        wrong += 1
        said = "passes, although it " + fixture["refused"] if error is None else f"{error.json_path}: {error.message[:200]}"
        print(f"{fixture['model']} in {', '.join(fixture['scenarios'])}: {said}")
    print(f"{len(fixtures) - wrong} of {len(fixtures)} fixtures are as they should be.")
    return 1 if wrong or not fixtures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
