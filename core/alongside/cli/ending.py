"""How a command ends: what went wrong in one sentence, and the exit code that says which kind it was.

0 done · 1 checked and not right · 2 bad input or refused · 3 a fault in Alongside itself · 130 stopped.
"""

from __future__ import annotations

import errno
import logging
import os
import sys
import traceback
import uuid
from collections.abc import Callable
from pathlib import Path

import click

from alongside.cli.mistyped import sentence, shown
from alongside.refusal import Refusal

DONE, NOT_RIGHT, REFUSED, FAULT, STOPPED = 0, 1, 2, 3, 130


def run(root: click.Command, arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code. No traceback reaches the one who typed."""
    logging.basicConfig(handlers=[_LateFile()], level=logging.WARNING, force=True)
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


class _LateFile(logging.Handler):
    """Keeps what is logged in the file for faults, which is made when there is something to keep."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record at the end of the file."""
        with faults_log().open("a", encoding="utf-8") as file:
            file.write(f"{_PLAIN.format(record)}\n")


_PLAIN = logging.Formatter("%(asctime)s %(name)s: %(message)s")


def faults_log() -> Path:
    """Return the file that keeps the details of faults, outside every enterprise; its folder is made."""
    folder = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local/state") / "alongside"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder / "faults.log"


def _quietly() -> int:
    # Whoever read our answer, such as `head`, has had enough.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _fault(fault: Exception) -> str:
    reference = uuid.uuid4().hex[:8]
    log = faults_log()
    with log.open("a", encoding="utf-8") as file:
        file.write(f"--- {reference}\n{''.join(traceback.format_exception(fault))}")
    notes = " ".join(getattr(fault, "__notes__", ()))
    return (
        f"Something is wrong in Alongside itself{f' ({notes})' if notes else ''}. Nothing was half-written. "
        f"The details are in {log} under {reference}; please pass them on."
    )
