"""Fixtures for every test: the running application."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from hypothesis import settings

# No deadline: a slow machine is no fault. In CI the same examples come every time, so that a red
# run speaks of the change and not of chance; elsewhere new ones are drawn.
settings.register_profile("explorer", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("explorer")

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 60


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _healthy(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/_stcore/health", timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        return False


@contextmanager
def _running_app(log: Path, path: str = "") -> Iterator[str]:
    """Address of a server of its own, under a path if one is given, stopped at the end; what it
    prints goes to `log`."""
    port = _free_port()
    url = f"http://127.0.0.1:{port}{path}"
    command = [sys.executable, "-m", "streamlit", "run", "app.py"]
    command += ["--server.headless", "true", "--server.address", "127.0.0.1"]
    command += ["--server.port", str(port), "--server.baseUrlPath", path]
    with log.open("w") as output:
        server = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT)
        try:
            deadline = time.monotonic() + START_SECONDS
            while not _healthy(url):
                if server.poll() is not None or time.monotonic() > deadline:
                    pytest.fail(f"the application did not start:\n{log.read_text()}")
                time.sleep(0.1)
            yield url
        finally:
            server.terminate()
            try:
                server.wait(timeout=10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


@pytest.fixture(scope="session")
def app_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of one server shared by all tests of the session."""
    with _running_app(tmp_path_factory.mktemp("server") / "log.txt") as url:
        yield url


@pytest.fixture
def fresh_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., str]]:
    """Starts a server that nobody has visited yet, at each call, under the given path if any;
    gives its address.

    Only here can a deep link be a server's first request.
    """
    with ExitStack() as servers:
        yield lambda path="": servers.enter_context(
            _running_app(tmp_path_factory.mktemp("server") / "log.txt", path)
        )
