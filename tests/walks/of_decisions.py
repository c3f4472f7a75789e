"""Walks through decisions: read, practise, vote, change, take back, talk, ask, and read what came of it."""

from zipfile import ZipFile

from .walk import Walk

VOTED = "SELECT count(*) FROM decisions_roll WHERE person = :person AND voted"
PARTY = "Where is our summer party?"


def vote(hands, place):
    before = place.asked(VOTED)
    to_the_ballot(hands)
    hands.follow("On the beach")
    hands.sees("You choose: On the beach")
    hands.follow("Send my vote")
    hands.sees("You have voted.")
    assert place.asked(VOTED) == before + 1


def to_the_ballot(hands):
    hands.sees(PARTY)
    hands.follow("Vote now")
    assert hands.heading == PARTY
    hands.follow("Vote now")


def change(hands, place):
    before = place.asked(VOTED)
    to_the_ballot(hands)
    hands.follow("On the beach")
    hands.follow("Change it")
    hands.follow("In the garden")
    hands.sees("You choose: In the garden")
    hands.follow("Send my vote")
    hands.follow("Change my vote")
    hands.follow("On the beach")
    hands.follow("Send my vote")
    hands.sees("You have voted.")
    assert place.asked(VOTED) == before + 1


def take_back(hands, place):
    before = place.asked(VOTED)
    vote(hands, place)
    hands.follow("Take my vote back")
    hands.sees("Your vote is out of the box.")
    assert place.asked(VOTED) == before


def tick(hands, _place):
    hands.menu("Decisions")
    hands.follow("Which evenings are good for you?")
    while "Vote now" not in hands.page.inner_text("main"):
        hands.follow("Next")
    hands.follow("Vote now")
    hands.tick("Monday evening")
    hands.tick("Saturday at lunch")
    hands.follow("Next")
    hands.sees("You tick: Saturday at lunch")
    hands.follow("Send my vote")
    hands.sees("You have voted.")


def helped(hands, place):
    hands.follow("Vote now")
    hands.follow("Somebody helps me")
    hands.follow("Somebody else")
    hands.choose("Reading it to me", name="how")
    hands.follow("I promise")
    hands.follow("On the beach")
    hands.follow("Send my vote")
    hands.sees("Somebody helped you with this vote.")
    hands.follow("That is not right")
    assert "Somebody helped you" not in hands.page.inner_text("main")


def not_yet(hands, place):
    to_the_ballot(hands)
    hands.follow("I am not sure yet")
    hands.sees("You can come back and vote later.")
    hands.follow("Vote now")
    hands.follow("I want to talk about it")
    hands.follow("I want to talk with somebody")
    assert place.asked("SELECT waits FROM decisions_roll WHERE person = :person AND waits IS NOT NULL") == "talk"


def practise(hands, place):
    before = place.asked("SELECT count(*) FROM store_audit")
    hands.menu("Decisions")
    hands.follow("Practise a vote")
    hands.follow("Soup")
    hands.follow("Send my practice vote")
    assert place.asked("SELECT count(*) FROM store_audit") == before


def order(hands, _place):
    hands.arrive("/decisions/practice/scottish-stv")
    hands.go("1st place for Soup")
    hands.press("Space")
    hands.go("place for A sandwich")
    hands.press("ArrowRight")
    hands.follow("Next")
    hands.follow("Send my practice vote")


def give_points(hands, _place):
    hands.arrive("/decisions/practice/score")
    hands.go("0 for Soup")
    hands.press("Space")
    hands.press("ArrowRight")
    hands.follow("Next")
    hands.sees("You give 1 to Soup.")
    hands.follow("Send my practice vote")


def spend(hands, _place):
    hands.arrive("/decisions/practice/equal-shares-budget")
    hands.sees("We have £20 to spend.")
    hands.tick("Soup")
    hands.follow("Next")
    hands.sees("You tick: Soup")
    hands.follow("Send my practice vote")


def object_to_it(hands, _place):
    hands.arrive("/decisions/practice/consent")
    hands.write("Why do you say no?", "It has no salt.")
    hands.follow("I say no")
    hands.sees("Your reason: It has no salt.")
    hands.follow("Send my practice vote")


def objections(hands, _place):
    hands.menu("Decisions")
    hands.follow("What we decided")
    hands.go("Read more")
    hands.go("Read more")
    hands.follow("Read more")
    assert hands.heading == "Shall we have a quiet room on Tuesdays?"
    hands.follow("Objections and answers")
    hands.sees("2 people say no.")
    hands.sees("It has no answer yet.")


def ask(hands, place):
    hands.menu("Decisions")
    hands.follow("What we talk about")
    hands.follow("Read and ask")
    hands.follow("question")
    hands.unfold("Ask a question")
    hands.write("question", "Who will be the buddy?")
    hands.follow("Send my question")
    hands.sees("Who will be the buddy?")


def propose(hands, place):
    hands.menu("Decisions")
    hands.follow("Ask the others something")
    hands.follow("Yes or no")
    hands.write("The question", "Shall we paint the door?")
    hands.write("Why do you ask?", "It is old.")
    hands.write("The question in easy words", "Shall we paint the door?")
    hands.write("Why do you ask, in easy words?", "It is old.")
    hands.follow("Ask the others")
    hands.sees("Everybody can read your question now.")
    hands.follow("Begin the talk")
    assert (
        place.asked("SELECT state FROM decisions_proposal WHERE title = 'Shall we paint the door?'")
        == "talked_about"
    )


STANDS = "SELECT count(*) FROM decisions_candidacy WHERE person = :person AND state = 'stands'"
GARDEN = "Who do you want on the garden team?"


def to_who_stands(hands):
    hands.menu("Decisions")
    hands.follow("What we talk about")
    hands.follow(GARDEN)
    while "Stand, or read what they say" not in hands.page.inner_text("main"):
        hands.follow("Next")
    hands.follow("Stand, or read what they say")


def stand(hands, place):
    to_who_stands(hands)
    hands.unfold("I want to stand")
    hands.write("What do you want to do?", "I want a pond. I like frogs.")
    hands.choose("Somebody else", name="helper")
    hands.choose("Writing what I said", name="help")
    hands.follow("Put my name on the paper")
    hands.sees("Somebody helped you.")
    assert place.asked(STANDS) == 1
    hands.follow("I do not want to stand")
    assert place.asked(STANDS) == 0


def say_yes(hands, place):
    to_who_stands(hands)
    hands.sees("Leah Osei asks: do you want to stand?")
    hands.unfold("I want to stand")
    hands.follow("Put my name on the paper")
    assert place.asked(STANDS) == 1


def ask_all_who_stand(hands, place):
    to_who_stands(hands)
    hands.follow("Questions and answers")
    hands.unfold("Ask a question")
    hands.write("question", "Do you like worms?")
    hands.follow("Send my question")
    hands.sees("Do you like worms?")
    assert place.asked("SELECT count(*) FROM decisions_candidate_question WHERE person = :person") == 1


def take_the_seat(hands, place):
    hands.menu("Decisions")
    hands.follow("What we talk about")
    hands.follow("Read and ask")
    hands.follow("Who holds the key cards")
    hands.follow("I take the seat")
    hands.sees("You have the seat now.")
    assert place.asked("SELECT count(*) FROM decisions_key_card WHERE holder = :person AND seat") == 1


def result(hands, _place):
    hands.menu("Decisions")
    hands.follow("What we decided")
    hands.follow("Read more")
    hands.sees("What we decided")
    hands.follow("See the votes")


def count_again(hands, place):
    result(hands, place)
    hands.follow("Count it again")
    hands.sees("The number of this count")
    hands.go("Take the file")
    with hands.page.expect_download() as given:
        hands.press("Enter")
    with ZipFile(given.value.path()) as bundle:
        assert {"recount.py", "digests.txt", "closing.json"} <= set(bundle.namelist())


HERE = "/decisions/{proposal}"
WALKS = (
    Walk(
        name="vote", steps=vote, who="Sam Whitlock", most=22, sends=(f"{HERE}/vote", f"{HERE}/check"), quick=True
    ),
    Walk(name="change my vote", steps=change, who="Ada Nwosu", most=48, sends=(f"{HERE}/vote", f"{HERE}/check")),
    Walk(name="take my vote back", steps=take_back, who="Archie Nolan", most=28, sends=(f"{HERE}/voted",)),
    Walk(name="tick what I could live with", steps=tick, who="Carys Bowen", most=42, sends=(f"{HERE}/vote",)),
    Walk(
        name="vote while somebody helps me",
        steps=helped,
        who="Callum Reid",
        most=46,
        sends=(f"{HERE}/helper", f"{HERE}/voted"),
    ),
    Walk(
        name="wait with my vote and talk",
        steps=not_yet,
        who="Chloe Vickers",
        most=42,
        sends=(f"{HERE}/vote", f"{HERE}/talk"),
    ),
    Walk(name="stand and stand down", steps=stand, who="Carys Bowen", most=60, sends=(f"{HERE}/standing",)),
    Walk(name="say yes to standing", steps=say_yes, who="Ada Nwosu", most=60, sends=(f"{HERE}/standing",)),
    Walk(
        name="ask all who stand", steps=ask_all_who_stand, who="Ada Nwosu", most=60, sends=(f"{HERE}/questions",)
    ),
    Walk(name="take a seat", steps=take_the_seat, who="Leah Osei", most=46, sends=(f"{HERE}/box",)),
    Walk(
        name="practise a vote",
        steps=practise,
        who="Sam Whitlock",
        most=35,
        sends=("/decisions/practice/{rule}", "/decisions/practice/{rule}/check"),
        quick=True,
    ),
    Walk(
        name="practise to put in order",
        steps=order,
        who="Sam Whitlock",
        most=18,
        sends=("/decisions/practice/{rule}",),
    ),
    Walk(
        name="practise to give points",
        steps=give_points,
        who="Sam Whitlock",
        most=40,
        sends=("/decisions/practice/{rule}",),
    ),
    Walk(
        name="practise to spend money",
        steps=spend,
        who="Sam Whitlock",
        most=24,
        sends=("/decisions/practice/{rule}",),
    ),
    Walk(
        name="practise to object",
        steps=object_to_it,
        who="Sam Whitlock",
        most=24,
        sends=("/decisions/practice/{rule}",),
    ),
    Walk(name="read the objections", steps=objections, who="Sam Whitlock", most=48),
    Walk(name="ask about a question", steps=ask, who="Dan Pascoe", most=44, sends=(f"{HERE}/talk",)),
    Walk(
        name="ask the others something",
        steps=propose,
        who="Elijah Bright",
        most=46,
        sends=("/decisions/new/{kind}", HERE),
    ),
    Walk(name="read what we decided", steps=result, who="Sam Whitlock", most=32),
    Walk(
        name="take a vote to count it again",
        steps=count_again,
        who="Sam Whitlock",
        most=50,
        sends=(f"{HERE}/again",),
    ),
)
