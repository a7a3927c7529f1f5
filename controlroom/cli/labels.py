"""What the names and values of `--json` are called before people, in the language of the moment."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from controlroom import speech
from controlroom.texts import district_name

Table = Mapping[str, Any]  # a value to its word
Tables = tuple[tuple[str, Table], ...]  # each behind the context of its words

# Every name that is printed with its value, for the translators.
NAMES: Final = """
number id state priority category source platform received_at district district_is_guess place owner
account_urls usernames phones emails ips pin_codes quarantined quarantine_reason subject authenticity
template joined arrivals checks numbers ring next_step saved review_due closing exercise proposed known
related lat lon accuracy_m is_guess person why sure confirmed understood doubt outside outside_state
not_understood name kind jurisdiction force thana reason call zone words connection login room roles
pushed pulled refused behind pending fault clock server_clock skew_ms desk mark events cases mails waiting
outbox open closed unclaimed standbys seq projector_lag landed claim first_fix hand_over sent acknowledged
with_person with_person_alarm gone directory_days running open_cases began by people every_s others
thana_sure name_en name_hi score from to alerts located handed_over reached in_follow_up not_reached
not_known minutes_to_person median p90 n is_whole note hash at key ok files names accounts kin guardian
minor language languages channel safe_hours helps avoid never_call last_contact consents what given plans
unknown_kinds relation phone plan path started started_at ended end end_reason overdue due_today next_due
first contacts due planned attempts result minutes next next_on mood risk is_stale email hours checked_on
state_name removed entries changed file districts stations notes folder stubs mails_missing head
custodians change receiver server sender ca_file plain_loopback options has_secret failed last_success
last_error backlog text duplicates imported seed lost doubled diverged trace_sha256 desks size sha256 done
added missing tried week erased_at not_readable kept_until erasure ground cases_left carried_out remains
made keys destroy_keys_by store mailbox boundaries disk python display places remarks projector ticker
janitor canary on ill mail asking pictures taken written daily reminders contact stage step since due_at
waits_for since_what asked_by wish revealed break deaths last_sent last_back referral service test_mail
test_mail erased sealed words_not_opened
"""


def label(name: str) -> str:
    """What stands before a value; a name that only a newer part knows is shown as it is."""
    return speech.translate("cli", name.replace("_", " "))


def value(name: str, told: str) -> str:
    """A value that is a word of ours, as people say it. In English the words that are typed are shown."""
    if speech.spoken() == "en" or not told:
        return told
    if name in ("district", "districts", "others"):
        return district_name(told, speech.spoken())
    found = _words().get((name, told))
    return speech.translate(*found) if found else told


@cache
def _words() -> Mapping[tuple[str, str], tuple[str, str]]:
    """(name, value) to the context and the English of its word; the first table that has it."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for names, tables in {**_of_cases(), **_of_care(), **_of_room()}.items():
        for context, table in reversed(tables):
            for key, word in table.items():
                source = str(getattr(word, "word", word))
                found |= {(name, key): (context, source) for name in names.split()}
    return found


def _in(context: str, *tables: Table) -> Tables:
    return tuple((context, table) for table in tables)


def _of_cases() -> Mapping[str, Tables]:
    """A case, where it came from, its place, and what left the room for it."""
    from controlroom.wording import words

    return {
        "category": _in("words", words.CATEGORIES),
        "source": _in("words", words.SOURCES, words.PLACE_SOURCES),
        "place_source": _in("words", words.PLACE_SOURCES),
        "platform": _in("words", words.PLATFORMS),
        "authenticity": _in("words", words.AUTHENTICITY),
        "next_step": _in("words", words.NEXT_STEPS),
        "not_reached": _in("words", words.NOT_REACHED),
        "force": _in("words", words.FORCES),
        "connector to receiver": _in("words", words.CONNECTORS),
        "via": _in("words", words.VIAS),
    }


def _of_care() -> Mapping[str, Tables]:
    """A person, their plan, and each contact."""
    from controlroom.wording import care_words

    return {
        "plan end": _in("person", care_words.RUNNING, care_words.ENDS),
        "result": _in("person", care_words.RESULTS),
        "channel": _in("person", care_words.CHANNELS),
        "path": _in("person", care_words.PATHS),
        "first": _in("person", care_words.FIRST),
        "why": _in("person", care_words.WHYS),
        "since_what": _in("person", care_words.LAST_WORDS),
        "mood": _in("person", care_words.MOODS),
        "risk": _in("person", care_words.RISKS),
        "next": _in("person", care_words.NEXT_STEPS),
        "language languages": _in("person", care_words.LANGUAGES),
    }


def _of_room() -> Mapping[str, Tables]:
    """The room and its machines; and the names that mean something else in each of the three."""
    from controlroom.wording import care_words, room_words, words

    return {
        "ring": _in("room", room_words.RINGS),
        "role roles": _in("room", room_words.ROLES),
        "sound": _in("room", room_words.SOUNDS),
        "connection": _in("link", room_words.LINKS),
        "change": _in("room", room_words.CHANGES),
        "finding": _in("room", room_words.FINDINGS),
        "audience": _in("room", room_words.AUDIENCES),
        "words": _in("room", room_words.EXPORTED),
        "where": _in("room", room_words.WHERE),
        "place": _in("room", room_words.PLACES),
        "state": _in("words", words.STATES)
        + _in("person", care_words.RUNNING, care_words.ENDS, care_words.CONTACT_STATES)
        + _in("words", words.HEALTH),
        "kind": _in("directory", room_words.DIRECTORY_KINDS)
        + _in("person", care_words.OWNERS)
        + _in("words", words.VIAS)
        + _in("room", room_words.PLACES),
    }
