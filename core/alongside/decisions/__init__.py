"""Decisions: proposals, the roll, ballots, and counting them exactly."""

from alongside.plugin import LARGEST_FORM, Chapter, Command, Lazy, Page, Paper, Part, Reminder, Tile

LARGEST_WITH_SOUND = 2_200_000
"""The most bytes that may be sent to the page on which people stand: a recording and what is sent with it."""


ON_THE_ROLL = Lazy("actions.by_the_roll:opens_one")
TO_PRACTISE = Lazy("actions.by_the_roll:opens_practice")


def _page(
    path: str,
    title: str,
    needs: str = "see",
    *,
    show: str,
    send: str = "",
    takes_file: bool = False,
    also: Lazy | None = None,
) -> Page:
    """Describe a page that other pages lead to."""
    sending = Lazy(f"pages.{send}") if send else None
    return Page(
        path,
        title,
        "ballot",
        needs=needs,
        show=Lazy(f"pages.{show}"),
        send=sending,
        menu=False,
        takes_file=takes_file,
        largest=LARGEST_WITH_SOUND if takes_file else LARGEST_FORM,
        also=also,
    )


PART = Part(
    name="decisions",
    title="Decisions",
    picture="ballot",
    package=__name__,
    permissions=("see", "propose", "vote", "count"),
    pages=(
        Page("/decisions", "Decisions", "ballot", needs="see", show=Lazy("pages.board:board")),
        _page("/decisions/new", "Propose something", "propose", show="asking:kinds"),
        _page("/decisions/new/{kind}", "Propose something", "propose", show="asking:form", send="asking:send"),
        _page("/decisions/talk", "What we talk about", show="board:talked_about"),
        _page("/decisions/decided", "What we decided", show="board:decided"),
        _page(
            "/decisions/practice/{rule}",
            "Practise a vote",
            show="practice:practice",
            send="practice:send_practice",
            also=TO_PRACTISE,
        ),
        _page(
            "/decisions/practice/{rule}/check",
            "Practise a vote",
            show="practice:check",
            send="practice:finish",
            also=TO_PRACTISE,
        ),
        _page("/decisions/practice/{rule}/done", "Practise a vote", show="practice:done", also=TO_PRACTISE),
        _page(
            "/decisions/{proposal}", "A decision", show="proposal:proposal", send="sending:send", also=ON_THE_ROLL
        ),
        _page(
            "/decisions/{proposal}/talk",
            "Questions and answers",
            show="talking:talk",
            send="talking:send",
            also=ON_THE_ROLL,
        ),
        _page(
            "/decisions/{proposal}/standing",
            "Who stands",
            show="standing:page",
            send="standing:send",
            takes_file=True,
            also=ON_THE_ROLL,
        ),
        _page(
            "/decisions/{proposal}/questions",
            "Questions to those who stand",
            show="asking_candidates:page",
            send="asking_candidates:send",
            also=ON_THE_ROLL,
        ),
        _page("/decisions/{proposal}/box", "The locked box", show="box:box", send="box:send", also=ON_THE_ROLL),
        _page("/decisions/{proposal}/papers", "Paper ballots", "count", show="papers:page", send="papers:send"),
        _page("/decisions/{proposal}/phone", "A vote by telephone", "count", show="phone:page", send="phone:send"),
        _page("/decisions/{proposal}/roll", "Who may vote", show="roll:page", also=ON_THE_ROLL),
        _page("/decisions/{proposal}/votes", "The votes", show="proposal:votes", also=ON_THE_ROLL),
        _page("/decisions/{proposal}/objections", "Objections", show="objecting:page", also=ON_THE_ROLL),
        _page(
            "/decisions/{proposal}/look-at",
            "Look at the objections",
            "count",
            show="objecting:looking_at",
            send="objecting:send",
        ),
        _page(
            "/decisions/{proposal}/again",
            "Count it again",
            show="recounting:again",
            send="recounting:take",
            also=ON_THE_ROLL,
        ),
        _page(
            "/decisions/{proposal}/helper",
            "Who helps",
            "vote",
            show="helping:who_helps",
            send="helping:send_helper",
            also=ON_THE_ROLL,
        ),
        _page(
            "/decisions/{proposal}/vote",
            "Vote",
            "vote",
            show="voting:ballot",
            send="voting:send_ballot",
            also=ON_THE_ROLL,
        ),
        _page(
            "/decisions/{proposal}/check",
            "Vote",
            "vote",
            show="voting:check",
            send="voting:send_vote",
            also=ON_THE_ROLL,
        ),
        _page(
            "/decisions/{proposal}/voted",
            "Vote",
            "vote",
            show="voting:receipt",
            send="voting:change_mind",
            also=ON_THE_ROLL,
        ),
    ),
    papers=(
        Paper(
            "/decisions/{proposal}/closing/{edition}",
            "Closing record",
            needs="count",
            make=Lazy("pages.recounting:closing"),
        ),
        Paper(
            "/decisions/{proposal}/ballot/{edition}",
            "Paper ballots",
            needs="count",
            make=Lazy("pages.ballot_paper:ballot"),
        ),
        Paper(
            "/decisions/{proposal}/candidates/{edition}",
            "Who stands",
            needs="see",
            make=Lazy("pages.candidates_paper:candidates"),
            also=ON_THE_ROLL,
        ),
        Paper(
            "/decisions/{proposal}/spoken/{option}",
            "What somebody says who stands",
            needs="see",
            make=Lazy("pages.speaking:spoken"),
            also=ON_THE_ROLL,
        ),
        Paper(
            "/decisions/{proposal}/poster/{edition}",
            "Poster",
            needs="see",
            make=Lazy("pages.poster:poster"),
            also=ON_THE_ROLL,
        ),
        Paper(
            "/decisions/{proposal}/by-hand/{edition}",
            "Count it by hand",
            needs="see",
            make=Lazy("pages.by_hand:paper"),
            also=ON_THE_ROLL,
        ),
        Paper(
            "/decisions/{proposal}/counted/{edition}",
            "How we counted",
            needs="see",
            make=Lazy("pages.counted:counted"),
            also=ON_THE_ROLL,
        ),
    ),
    commands=(
        Command("list", "List proposals and what was decided.", run=Lazy("commands.showing:list_proposals")),
        Command("show", "Show a proposal, or what was decided.", run=Lazy("commands.showing:show")),
        Command("propose", "Put a proposal to the members.", run=Lazy("commands.proposing:propose")),
        Command("talk", "Begin the talk about a proposal.", run=Lazy("commands.proposing:talk")),
        Command("ask", "Ask a question about a proposal.", run=Lazy("commands.proposing:ask")),
        Command("unclear", "Say that a proposal is not clear enough yet.", run=Lazy("commands.proposing:unclear")),
        Command("answer", "Answer a question.", run=Lazy("commands.proposing:answer")),
        Command("stand", "Put somebody on the ballot of an election.", run=Lazy("commands.standing:stand")),
        Command("put-forward", "Ask a member to stand for election.", run=Lazy("commands.standing:put_forward")),
        Command("statement", "Note what somebody says who stands.", run=Lazy("commands.standing:statement")),
        Command("stand-down", "Take somebody off the ballot again.", run=Lazy("commands.standing:stand_down")),
        Command("ask-candidates", "Ask one who stands, or all.", run=Lazy("commands.standing:ask_candidates")),
        Command(
            "withdraw-candidate", "Note that somebody withdraws from a vote.", run=Lazy("commands.standing:gone")
        ),
        Command("candidates", "Show who stands, or print it (PDF).", run=Lazy("commands.standing:candidates")),
        Command("roll", "Show who may vote, and how many have.", run=Lazy("commands.voting:show_roll")),
        Command("open", "Open the vote; the roll is frozen.", run=Lazy("commands.voting:open_vote")),
        Command("end-early", "End a vote before its last day.", run=Lazy("commands.voting:end_early")),
        Command("cast", "Vote, or note a vote by telephone.", run=Lazy("commands.casting:cast")),
        Command("close", "Close the vote and count it.", run=Lazy("commands.voting:close")),
        Command("cards", "Make and print the key cards of a locked box.", run=Lazy("commands.locked:cards")),
        Command("try-cards", "Try two key cards.", run=Lazy("commands.locked:try_cards")),
        Command("hand-on", "Note that a key card goes to somebody else.", run=Lazy("commands.locked:hand_on")),
        Command("lost", "Say that the key of a locked box is lost.", run=Lazy("commands.locked:lost")),
        Command(
            "begin-again", "Begin a vote again whose cards are lost.", run=Lazy("commands.locked:begin_again")
        ),
        Command("ballots", "Write the paper ballots of a vote (PDF).", run=Lazy("commands.papers:ballots")),
        Command("paper", "Note a paper ballot: given, back, or in the box.", run=Lazy("commands.papers:paper")),
        Command("batch", "Enter a batch of paper ballots.", run=Lazy("commands.papers:batch")),
        Command("papers", "Show the paper ballots of a vote.", run=Lazy("commands.papers:show_papers")),
        Command("phone", "Note a vote by telephone.", run=Lazy("commands.phone:phone")),
        Command("put-on-roll", "Put somebody on the roll of a vote.", run=Lazy("commands.phone:put_on_roll")),
        Command("look-at", "Say whether an objection holds.", run=Lazy("commands.objecting:look_at")),
        Command("reopen", "Open a vote again whose key is lost.", run=Lazy("commands.voting:reopen")),
        Command("withdraw", "Withdraw a proposal.", run=Lazy("commands.voting:withdraw")),
        Command("outcome", "Write down what was decided and comes next.", run=Lazy("commands.following:outcome")),
        Command("review", "Note whether what was decided has happened.", run=Lazy("commands.following:review")),
        Command("poster", "Write the poster of an outcome (PDF).", run=Lazy("commands.following:poster")),
        Command("count", "Count the ballots of files.", run=Lazy("commands.counting:count")),
        Command("explain", "Tell the count of a file in sentences.", run=Lazy("commands.explaining:explain")),
        Command("by-hand", "Make the paper to count a file by hand (PDF).", run=Lazy("commands.by_hand:by_hand")),
        Command("convert", "Write ballots for another program.", run=Lazy("commands.counting:convert")),
        Command("bundle", "Write what it takes to count again.", run=Lazy("commands.bundling:bundle")),
        Command("verify", "Look at a bundle, and count it again.", run=Lazy("commands.bundling:verify")),
    ),
    reminders=(Reminder("vote", "Before a vote ends", "ballot"),),
    chapters=(Chapter("What we decided", Lazy("chapter:write"), figures=Lazy("chapter:figures")),),
    tiles=(
        Tile("Decisions", needs="see", show=Lazy("tiles:to_do"), on_week=True),
        Tile("What we decided", needs="see", show=Lazy("tiles:decided")),
    ),
    tables=Lazy("tables"),
    reactions=Lazy("reactions"),
    demo=Lazy("demo:fill"),
)
