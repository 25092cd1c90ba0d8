"""microjob: which micro-job site can a beginner trust, and what reaches her hand."""

from microjob_cli.version import __version__ as __version__

TYPE_CHECKING = False  # as `typing` has it, whose import would take as long as the start of Python
if TYPE_CHECKING:
    from microjob_cli.programs.api import open_catalogue as open_catalogue

__all__ = ["__version__", "open_catalogue"]


def __getattr__(name: str) -> object:
    """Loads what answers when it is asked for: the command line loads less."""
    if name == "open_catalogue":
        from microjob_cli.programs import api

        return api.open_catalogue
    raise AttributeError(name)
