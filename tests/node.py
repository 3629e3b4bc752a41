"""Asks the modules that a browser runs questions, in Node."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ask = Callable[[str, Any], Any]


def asker(script: Path) -> Ask:
    """Puts questions to a script that reads ``{question, about}`` and prints its answer, all in JSON."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node runs the browser's modules in these tests, and it is not installed")

    def ask(question: str, about: Any) -> Any:
        request = json.dumps({"question": question, "about": about})
        command = [node, str(script)]
        answer = subprocess.run(command, input=request.encode(), capture_output=True, check=False)
        assert answer.returncode == 0, answer.stderr.decode()
        return json.loads(answer.stdout)

    return ask
