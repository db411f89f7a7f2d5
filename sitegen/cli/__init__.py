"""The commands; the only place that asks the clock.

Each command lives in a module of its own, which is imported when the command
is called: `sitegen --help` needs none of them.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version

import click

from sitegen.cli.messages import tally, tell
from sitegen.problems import SitegenError

INTERRUPTED = 130

COMMANDS = {
    "init": ("start", "Make a new site in FOLDER that builds at once."),
    "new": ("start", "Make a new article named TITLE in content/ and say where it is."),
    "import": ("take_in", "Turn each FILE, raw text or a saved web page, into an article in content/."),
    "build": ("build", "Build SITE, a folder with a content/ in it, into public/."),
    "serve": ("serve", "Show SITE at 127.0.0.1, build it anew on every change and reload the page."),
    "check": ("check", "Name every problem of SITE: settings, articles, dates and links."),
    "explain": ("explain", "Say what every date expression of an article means, and why."),
    "diff": ("diff", "Say what appeared, moved, was corroborated, contradicted or withdrawn from OLD to NEW."),
}
"""Module of each command below this package, and the first sentence of its help."""


class _Commands(click.Group):
    """Knows the commands by name and imports the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"{__name__}.{COMMANDS[cmd_name][0]}")
        found = getattr(module, f"{cmd_name}_command")
        return found if isinstance(found, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Names the nearest command where there is none of that name."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from sitegen.problems import did_you_mean  # noqa: PLC0415 -- difflib only where it is needed

            hint = did_you_mean(args[0], COMMANDS)
            message = f"{error.format_message()} {hint[0].upper()}{hint[1:]}"
            raise click.UsageError(message, ctx) from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("sitegen"), "-V", "--version")
def sitegen() -> None:
    """Turn dated articles into a briefing site: every date worked out, explained and compared across sources."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code: 0 done, 1 content, 2 usage, 3 strict, 130 interrupted."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command; gives the exit code."""
    try:
        sitegen.main(arguments, prog_name="sitegen", standalone_mode=False)
    except SitegenError as error:
        tell(error.problems, error.summary or tally(error.problems))
        return error.exit_code
    except click.exceptions.Exit as error:
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        tell((), "interrupted")
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return 2
    return 0
