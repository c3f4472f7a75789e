"""Training, a kind of business: courses and their runs, places and waiting lists, registers and certificates."""

from alongside.api import Chapter, Command, DaySheet, Lazy, Page, Paper, Plugin, Reminder, Tile, hook

_LEARNING = (
    Page("/courses", "Courses", "graduation", needs="see", show=Lazy("pages.learning:courses")),
    Page(
        "/courses/{run}",
        "A course",
        "graduation",
        needs="see",
        show=Lazy("pages.learning:course"),
        send=Lazy("pages.learning:send_course"),
    ),
    Page(
        "/learning",
        "My learning",
        "certificate",
        needs="see",
        show=Lazy("pages.learning:learning"),
        send=Lazy("pages.learning:send_learning"),
        under="/courses",
    ),
)
_PLANNING = (
    Page("/plan", "Plan courses", "calendar", needs="plan", show=Lazy("pages.planning:plan"), under="/courses"),
    Page("/wishes", "Learning wishes", "star", needs="plan", show=Lazy("pages.planning:wishes"), under="/courses"),
    Page(
        "/course",
        "A new course",
        "graduation",
        needs="plan",
        show=Lazy("pages.writing:new_course"),
        send=Lazy("pages.writing:send_new_course"),
        menu=False,
    ),
    Page(
        "/course/{course}",
        "Change a course",
        "graduation",
        needs="plan",
        show=Lazy("pages.writing:change_course"),
        send=Lazy("pages.writing:send_course"),
    ),
    Page(
        "/run",
        "Plan a run",
        "calendar",
        needs="plan",
        show=Lazy("pages.planning:new_run"),
        send=Lazy("pages.planning:send_run"),
        menu=False,
    ),
)
# Who teaches need not plan: these pages look for themselves who may.
_RUNNING = (
    Page(
        "/runs/{run}",
        "A run",
        "people",
        needs="see",
        show=Lazy("pages.running:run"),
        send=Lazy("pages.running:send_run"),
    ),
    Page(
        "/register/{session}",
        "Register",
        "clipboard",
        needs="see",
        show=Lazy("pages.running:register"),
        send=Lazy("pages.running:send_register"),
    ),
)


def _command(name: str, words: str, where: str) -> Command:
    return Command(name, words, run=Lazy(f"commands.{where}"))


@hook
def alongside_plugin() -> Plugin:
    """Describe training."""
    return Plugin(
        name="training",
        title="Training",
        picture="book",
        api=(1, 2),
        package=__name__,
        permissions=("see", "plan"),
        pages=(*_LEARNING, *_PLANNING, *_RUNNING),
        papers=(
            Paper("/certificate/{certificate}", "Certificate", needs="see", make=Lazy("pages.papers:certificate")),
            Paper("/sheet/{run}", "Register sheet", needs="see", make=Lazy("pages.papers:sheet")),
        ),
        commands=(
            _command("courses", "List the courses and when they are given.", "planning:list_courses"),
            _command("course", "Add a course.", "planning:course"),
            _command("plan", "Plan a run of a course: its times, room and trainers.", "planning:plan"),
            _command("run", "Show a run: who is in it, and how far they are.", "planning:show_run"),
            _command("confirm", "Say that a run takes place.", "planning:confirm"),
            _command("cancel", "Cancel a run; everybody in it is told.", "planning:cancel"),
            _command("enrol", "Give somebody a place in a run, or in its line.", "learning:enrol"),
            _command("leave", "Give a place back; the next in the line gets it.", "learning:leave"),
            _command("register", "Mark who was at a session.", "learning:register"),
            _command("award", "Give a run's certificates to who was there.", "learning:award"),
            _command("certificate", "Write a certificate (PDF).", "learning:certificate"),
            _command("sheet", "Write a register to tick with a pen (PDF).", "learning:sheet"),
            _command("wish", "Note what somebody would like to learn.", "learning:wish"),
            _command("wishes", "List what people wish to learn.", "learning:wishes"),
        ),
        chapters=(Chapter("What we learnt", Lazy("chapter:write"), figures=Lazy("chapter:figures")),),
        tiles=(Tile("Courses", needs="plan", show=Lazy("tiles:courses")),),
        day_sheets=(DaySheet("Registers", Lazy("day_sheets:registers"), needs="plan"),),
        reminders=(Reminder("session", "The day before a course of mine", "graduation"),),
        tables=Lazy("tables"),
        reactions=Lazy("reactions"),
        demo=Lazy("demo:fill"),
    )
