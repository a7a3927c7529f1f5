"""What the page tells of a person, line by line: first what counts at a bad moment. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from controlroom.casework.care.masking import first_of, show_phone
from controlroom.casework.care.personpage import PersonPage, as_masked, counselled
from controlroom.domain.care.person import CareNote, Kin, Person
from controlroom.domain.care.plans import Attempt, Plan
from controlroom.domain.care.referrals import Reason, referral_standing
from controlroom.ui.case import ist
from controlroom.ui.case.line import Line
from controlroom.ui.case.sight import safe_text
from controlroom.ui.kit.district_names import DistrictNames
from controlroom.ui.person import words
from controlroom.wording import care_words, referral_words

translate = QCoreApplication.translate
TRIES = 6  # of a plan, the newest


@dataclass(frozen=True, slots=True)
class PageSight:
    """The page at one moment. `notes`: those whose reading is written down; `now` is aware UTC."""

    page: PersonPage
    now: datetime
    language: str
    names: DistrictNames
    is_revealed: bool = False
    notes: tuple[CareNote, ...] = ()
    reasons: tuple[Reason, ...] = ()  # of referrals, likewise
    notes_key: str = ""

    @property
    def person(self) -> Person:
        """As it may be shown now."""
        return self.page.person if self.is_revealed else as_masked(self.page.person)


def page_lines(sight: PageSight) -> list[Line]:
    """All of them, in the order of what is needed first."""
    person = sight.person
    if person.erased_at is not None:
        return list(_cases(sight, person))
    return [
        *_speaking(sight, person),
        *_family(sight, person),
        *_alike(sight),
        *_notes(sight),
        *_plans(sight, person),
        *_consent(person),
        *_referrals(sight, person),
        *_identity(sight, person),
        *_cases(sight, person),
    ]


def _said(key: str, lead: str, values: Sequence[str], **more: Any) -> Iterator[Line]:
    for at, value in enumerate(values):
        shown = safe_text(show_phone(value))
        yield Line(f"{key}/{value}", lead if at == 0 else "", shown, payload=(key, value), **more)


def _speaking(sight: PageSight, person: Person) -> Iterator[Line]:
    yield from _said("never_call", translate("person", "Never call"), person.never_call, tone="act")
    if not sight.page.may_care:
        text = translate("person", "Only those who keep in touch read what helps, the family and the hours.")
        yield Line("not-yours", translate("person", "Care"), text, is_dim=True)
        return
    yield from _said("avoid", translate("person", "Avoid"), person.avoid, tone="soon")
    yield from _said("helps", translate("person", "Helps"), person.helps, tone="safe")
    lead = translate("person", "Reach them")
    phones = [show_phone(one) if sight.is_revealed else one for one in person.phones]
    for at, (raw, shown) in enumerate(zip(sight.page.person.phones, phones, strict=True)):
        how = _how(person) if at == 0 else ""
        yield Line(f"phones/{raw}", lead if at == 0 else "", shown, detail=how, payload=("phones", raw))
    if not phones:
        yield Line("no-phone", lead, _how(person) or translate("person", "No number is known."), is_dim=True)


def _how(person: Person) -> str:
    told = [
        care_words.word(care_words.CHANNELS, person.channel) if person.channel else "",
        translate("person", "safe %1").replace("%1", words.hours(person)) if words.hours(person) else "",
        care_words.word(care_words.LANGUAGES, person.language) if person.language else "",
    ]
    return "  ·  ".join(filter(None, told))


def _family(sight: PageSight, person: Person) -> Iterator[Line]:
    lead = translate("person", "Family")
    known = sight.page.person.kin
    if not sight.page.may_care:
        return
    if person.is_minor and person.guardian is None:
        text = translate("person", "Under 18, and no guardian is named yet.")
        yield Line("no-guardian", lead, text, tone="act")
    for at, (one, raw) in enumerate(zip(person.kin, known, strict=True)):
        yield Line(
            f"kin/{raw.name}",
            lead if at == 0 else "",
            safe_text(_kin(one, is_revealed=sight.is_revealed)),
            tag=translate("person", "guardian") if one.is_guardian else "",
            tag_tone="follow",
            payload=("kin", raw.name),
        )


def _kin(one: Kin, *, is_revealed: bool) -> str:
    phone = show_phone(one.phone) if is_revealed else one.phone
    return "  ".join(filter(None, (one.name, one.relation, phone)))


def _identity(sight: PageSight, person: Person) -> Iterator[Line]:
    known = sight.page.person
    for field, lead in (
        ("names", translate("person", "Names")),
        ("accounts", translate("person", "Accounts")),
        ("usernames", translate("person", "User names")),
        ("emails", translate("person", "E-mail")),
    ):
        pairs = zip(getattr(person, field), getattr(known, field), strict=True)
        for at, (shown, raw) in enumerate(pairs):
            yield Line(f"{field}/{raw}", lead if at == 0 else "", safe_text(shown), payload=(field, raw))
    if person.district:
        name = sight.names.name(person.district, sight.language)
        yield Line("district", translate("person", "District"), safe_text(name))


def _consent(person: Person) -> Iterator[Line]:
    lead = translate("person", "Agreed")
    asked = words.consents(person)
    if not asked:
        yield Line("consent", lead, translate("person", "Nobody has asked yet."), is_dim=True)
    for at, (what, is_given) in enumerate(asked):
        tag = "" if is_given else translate("person", "withdrawn: no longer")
        yield Line(
            f"consent/{what}",
            lead if at == 0 else "",
            safe_text(what),
            tag=tag,
            tag_tone="act",
            is_struck=not is_given,
        )


def _referrals(sight: PageSight, person: Person) -> Iterator[Line]:
    """To whom, and whether they answered; why stands with the notes."""
    lead = translate("person", "Referred")
    for at, one in enumerate(reversed(person.referrals)):
        is_agreed = person.agrees_to_referral(one.service)
        state = referral_standing(one, is_agreed=is_agreed, now=sight.now).state
        told = referral_words.word(referral_words.STATES, state)
        if one.end:
            told = referral_words.word(referral_words.ENDS, one.end)
        is_late = state in ("withdrawn", "failed", "declined", "overdue", "unclear")
        yield Line(
            f"referral/{one.id}",
            lead if at == 0 else "",
            safe_text(one.name) or referral_words.word(referral_words.SERVICES, one.service),
            tag=told,
            tag_tone="act" if is_late else "dim",
            is_dim=bool(one.end),
        )


def _plans(sight: PageSight, person: Person) -> Iterator[Line]:
    for plan in reversed(person.plans):
        tries = sorted(
            (one for contact in plan.contacts for one in contact.attempts), key=lambda one: one.happened_at
        )
        if plan.is_running:
            lead = translate("person", "Contacts")
            for at, one in enumerate(reversed(tries[-TRIES:])):
                yield _try(sight, one, lead if at == 0 else "")
        else:
            yield _past(plan, len(tries))


def _try(sight: PageSight, one: Attempt, lead: str) -> Line:
    parts = [
        care_words.word(care_words.CHANNELS, one.channel) if one.channel else "",
        translate("person", "%1 min").replace("%1", str(one.minutes)) if one.minutes else "",
    ]
    step = care_words.word(care_words.NEXT_STEPS, one.next_step) if one.next_step else ""
    if step and one.next_on:
        step += f", {words.day(one.next_on)}"
    detail = translate("person", "Next: %1").replace("%1", step) if step else ""
    title = "  ".join(filter(None, (care_words.result(one.result), *parts)))
    aside = f"{safe_text(one.actor)}  {ist.clock_text(one.happened_at, sight.now)}"
    tone = "safe" if one.result == "reached" else ""
    return Line(f"try/{one.id}", lead, title, detail=detail, aside=aside, tone=tone)


def _past(plan: Plan, tries: int) -> Line:
    end = care_words.word(care_words.ENDS, plan.end) if plan.end else translate("person", "begun anew")
    reason = care_words.word(care_words.WHYS, plan.end_reason) if plan.end_reason else ""
    span = words.day(plan.start)
    if plan.ended_at is not None:
        span += f" - {plan.ended_at.astimezone(ist.IST):%d.%m.%Y}"
    count = translate("person", "Tries: %1").replace("%1", str(tries))
    return Line(
        f"plan/{plan.id}",
        translate("person", "Earlier plan"),
        end,
        detail="  ·  ".join(filter(None, (safe_text(reason), count))),
        aside=span,
        is_dim=True,
    )


def _cases(sight: PageSight, person: Person) -> Iterator[Line]:
    lead = translate("person", "Cases")
    for at, case in enumerate(reversed(person.cases)):
        yield Line(
            f"case/{case.id}",
            lead if at == 0 else "",
            case.number or "-",
            aside=ist.clock_text(case.at, sight.now),
            tone="focus",
            tip=translate("person", "Click or Enter opens it."),
            payload=("case", case.id),
        )
    if len(person.files) > 1:
        text = translate("person", "%1 files are one person.").replace("%1", str(len(person.files)))
        yield Line("files", translate("person", "Joined"), text, is_dim=True)


def _alike(sight: PageSight) -> Iterator[Line]:
    """Who else it may be; Enter lays the two side by side."""
    lead = translate("person", "Perhaps them")
    for at, (row, _) in enumerate(sight.page.alike):
        name = " / ".join(row.names if sight.is_revealed else map(first_of, row.names)) or "-"
        yield Line(
            f"alike/{row.id}",
            lead if at == 0 else "",
            safe_text(name),
            detail=", ".join(row.numbers),
            icon="user-focus",
            tone="soon",
            tip=translate("person", "Click or Enter lays the two side by side."),
            payload=("alike", row.id),
        )


def _notes(sight: PageSight) -> Iterator[Line]:
    lead = translate("person", "Notes")
    if not sight.page.may_counsel:
        text = translate("person", "Only counsellors and supervisors read them.")
        yield Line("notes", lead, text, is_dim=True)
        return
    waiting = len(sight.page.note_ids.difference(counselled(sight.notes, sight.reasons)))
    if waiting or not (sight.notes or sight.reasons):
        text = translate("person", "Notes: %1; %2 reads them, and the log says so.")
        none = translate("person", "None yet.")
        told = text.replace("%1", str(waiting)).replace("%2", sight.notes_key) if waiting else none
        yield Line("notes", lead, told, tone="follow" if waiting else "", payload=("notes", ""))
        lead = ""
    for note in reversed(sight.notes):
        marks = [
            care_words.word(care_words.MOODS, note.mood) if note.mood else "",
            translate("person", "danger: %1").replace("%1", care_words.word(care_words.RISKS, note.risk))
            if note.risk
            else "",
        ]
        yield Line(
            f"note/{note.id}",
            lead,
            safe_text(note.text) or "-",
            tag="  ·  ".join(filter(None, marks)),
            tag_tone="act" if note.risk == "high" or note.mood == "worse" else "dim",
            aside=f"{safe_text(note.actor)}  {ist.clock_text(note.happened_at, sight.now)}",
        )
        lead = ""
    for said in reversed(sight.reasons):
        yield _reason(sight, said, lead)
        lead = ""


def _reason(sight: PageSight, said: Reason, lead: str) -> Line:
    """Why somebody was referred, or what the service wrote."""
    why = referral_words.word(referral_words.REASONS, said.reason) if said.reason else ""
    return Line(
        f"reason/{said.id}",
        lead,
        safe_text("  ".join(filter(None, (why, said.danger, said.text)))) or "-",
        tag=translate("person", "referral") if said.reason else translate("person", "about it"),
        tag_tone="act" if said.danger else "dim",
        aside=f"{safe_text(said.actor)}  {ist.clock_text(said.at, sight.now)}",
    )
