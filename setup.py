"""Puts theme, templates and topics, which lie beside the package here, into the installed package."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

SITE_SOURCE = Path(__file__).parent / "site_src"


class BuildWithSiteSource(build_py):
    """Builds the package; an editable installation needs no copy, for it finds the folder where it lies."""

    def run(self) -> None:
        """Copy the modules, then the folder."""
        super().run()
        if not self.editable_mode:
            shutil.copytree(SITE_SOURCE, Path(self.build_lib) / "papergarden/site_src", dirs_exist_ok=True)


setup(cmdclass={"build_py": BuildWithSiteSource})
