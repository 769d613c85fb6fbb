"""Packages with uses of AI, installed into a folder as pip leaves them."""

from pathlib import Path

CODE = """
from importlib import resources
from vitrine.cards import Experience

EXPERIENCE = Experience(card=resources.files(__package__) / "card.toml")
"""


def install(folder: Path, identifier: str, card: str | None, code: str = CODE, package: str = "") -> str:
    """Put a package with one use into a folder that is on the path, and return the package's name."""
    package = package or identifier.replace("-", "_")
    module = folder / package
    module.mkdir(parents=True, exist_ok=True)
    (module / "__init__.py").write_text(code, "utf-8")
    if card is not None:
        (module / "card.toml").write_text(card, "utf-8")
    about = folder / f"{package}-1.0.dist-info"
    about.mkdir(exist_ok=True)
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n", "utf-8")
    (about / "entry_points.txt").write_text(f"[vitrine.experiences]\n{identifier} = {package}:EXPERIENCE\n", "utf-8")
    return package
