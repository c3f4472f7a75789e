"""How a command ends: what went wrong in one sentence, and the exit code that says which kind it was.

0 done · 1 checked and not right · 2 bad input or refused · 3 a fault in Alongside itself · 130 stopped.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable

import click

from alongside.cli.keeping import faults_log, keep_faults
from alongside.cli.mistyped import sentence, shown
from alongside.faults import noted, places_of
from alongside.refusal import Refusal

DONE, NOT_RIGHT, REFUSED, FAULT, STOPPED = 0, 1, 2, 3, 130


def run(root: click.Command, arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code. No traceback reaches the one who typed."""
    keep_faults()
    return _ended(lambda: root.main(arguments, prog_name="alongside", standalone_mode=False))


def _ended(work: Callable[[], object]) -> int:
    try:
        result = work()
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped. What was not finished was undone.", err=True)
        return STOPPED
    except click.exceptions.NoArgsIsHelpError as unsure:
        unsure.show()
        return REFUSED
    except click.UsageError as wrong:
        return _refused(sentence(wrong))
    except click.ClickException as wrong:
        return _refused(wrong.format_message())
    except Refusal as refusal:
        return _refused(refusal.sentence)
    except BrokenPipeError:
        return _quietly()
    except SystemExit:
        # The library ends so, and wraps the output, where nobody reads the answer any more.
        if type(sys.stdout).__name__.endswith("PacifyFlushWrapper"):
            return _quietly()
        raise
    except OSError as trouble:
        if trouble.errno == errno.ENOSPC:
            return _refused("There is no room left where this was to be written. Make room, then try again.")
        if trouble.filename is None:
            return _faulty(trouble)
        return _refused(
            f"{trouble.filename}: {trouble.strerror}. Nothing was half-written. See to it, then try again."
        )
    except Exception as fault:
        return _faulty(fault)
    return result if isinstance(result, int) else DONE


def _refused(words: str) -> int:
    click.echo(shown(words), err=True)
    return REFUSED


def _faulty(fault: Exception) -> int:
    click.echo(shown(_fault(fault)), err=True)
    return FAULT


def _quietly() -> int:
    # Whoever read our answer, such as `head`, has had enough.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _fault(fault: Exception) -> str:
    reference, places = noted(fault, "a command"), places_of(fault)
    return (
        f"Something is wrong in Alongside itself{f' ({places})' if places else ''}. Nothing was half-written. "
        f"Where it happened is kept in {faults_log()} under {reference}; please pass it on."
    )
