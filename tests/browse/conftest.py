"""Asks the modules of browsing and exporting questions, in Node."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
Ask = Callable[[str, Any], Any]


@pytest.fixture(scope="session")
def ask() -> Ask:
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node runs the browser's modules in these tests, and it is not installed")

    def run(question: str, about: Any) -> Any:
        request = json.dumps({"question": question, "about": about})
        command = [node, str(HERE / "browser.mjs")]
        answer = subprocess.run(command, input=request.encode(), capture_output=True, check=False)
        assert answer.returncode == 0, answer.stderr.decode()
        return json.loads(answer.stdout)

    return run
