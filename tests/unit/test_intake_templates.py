"""Templates are data: they fit by labels, are read again when changed; a broken one is told."""

from pathlib import Path

import pytest

from controlroom.intake import templates as module
from controlroom.intake.origin.senders import load_senders
from controlroom.intake.templates import Templates

ALERT = "Profile name: Rakesh\nPhone number: 98390 12345\nUsername: rakesh.v\n"
OWN = 'name = "Ours"\n[fits]\nlabels_needed = 2\n[labels]\nnames = ["Person"]\nusernames = ["Account"]\n'


@pytest.fixture(autouse=True)
def _look_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LOOK_AGAIN", -1.0)


def fit_name(templates: Templates, text: str, subject: str = "", sender: str = "") -> str:
    return templates.fit(subject=subject, sender=sender, text=text).name


def test_that_the_shipped_templates_are_several_and_sound() -> None:
    templates = Templates()
    assert len(templates.all()) >= 4
    assert {"en", "hi"} <= {language for one in templates.all() for language in one.languages}
    assert templates.errors == ()


def test_that_every_shipped_template_says_that_it_is_invented() -> None:
    folder = Path(module.__file__).parents[2] / "resources" / "templates"
    silent = [
        p.name for p in folder.glob("*.toml") if p.name != "senders.toml" and "INVENTED" not in p.read_text()
    ]
    assert silent == []


def test_that_a_mail_fits_by_its_labels() -> None:
    fit = Templates().fit(subject="", sender="", text=ALERT)
    assert (fit.name, fit.names, fit.usernames) == ("Meta alert, English", ("Rakesh",), ("rakesh.v",))


def test_that_a_newsletter_fits_none() -> None:
    assert fit_name(Templates(), "Hello\nName: of the rose\nRead more: here\n") == ""


@pytest.mark.parametrize(
    "text",
    [
        "* Person - X\n* Account = y\n",
        "PERSON:\nX\nAccount:\ny\n",
        "> Person : X\n> Account: y",
        "Person | X\nAccount | y",
    ],
)
def test_that_labels_are_known_in_any_dress(tmp_path: Path, text: str) -> None:
    (tmp_path / "ours.toml").write_text(OWN, encoding="utf-8")
    fit = Templates(tmp_path).fit(subject="", sender="", text=text)
    assert (fit.name, fit.names, fit.usernames) == ("Ours", ("X",), ())  # a name of one letter is none


def test_that_a_changed_file_is_read_again(tmp_path: Path) -> None:
    templates = Templates(tmp_path)
    assert fit_name(templates, "Person: X\nAccount: yy\n") == ""
    (tmp_path / "ours.toml").write_text(OWN, encoding="utf-8")
    assert fit_name(templates, "Person: X\nAccount: yy\n") == "Ours"
    (tmp_path / "ours.toml").unlink()
    assert fit_name(templates, "Person: X\nAccount: yy\n") == ""


def test_that_sender_and_subject_must_agree_where_a_template_asks(tmp_path: Path) -> None:
    asked = OWN.replace("needed = 2", 'needed = 2\nsenders = ["*@Example.org"]\nsubjects = ["Risk"]')
    (tmp_path / "ours.toml").write_text(asked, encoding="utf-8")
    templates, text = Templates(tmp_path), "Person: X\nAccount: yy\n"
    assert fit_name(templates, text, "at risk", "a@example.org") == "Ours"
    assert fit_name(templates, text, "at risk", "a@example.net") == ""
    assert fit_name(templates, text, "hello", "a@example.org") == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name = \n", "line 1"),
        ('name = "x"\n', "[labels]"),
        ('name = "x"\n[labels]\nnames = ["a"]\ncolour = ["b"]\n', "line 4"),
        ('name = "x"\n[labels]\nnames = "a"\n', "line 3"),
        ('name = "x"\n[fits]\nlabels_needed = 9\n[labels]\nnames = ["a"]\n', "line 3"),
        ("\udce9", "can't be used"),
    ],
)
def test_that_a_broken_template_is_told_with_its_line_and_stops_nothing(
    tmp_path: Path, text: str, said: str
) -> None:
    (tmp_path / "bad.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    templates = Templates(tmp_path)
    assert fit_name(templates, ALERT) == "Meta alert, English"
    assert len(templates.errors) == 1
    assert "bad.toml" in templates.errors[0]
    assert said in templates.errors[0]


def test_that_the_list_of_senders_is_replaced_key_by_key(tmp_path: Path) -> None:
    (tmp_path / "senders.toml").write_text('authserv_id = "MX.example.org"\n', encoding="utf-8")
    senders, trouble = load_senders(tmp_path)
    assert (senders.authserv_id, trouble) == ("mx.example.org", "")
    assert senders.has_domain("facebookmail.com")
    assert not senders.has_domain("facebookmail.com.example.org")


@pytest.mark.parametrize("text", ["domains = 3\n", "colour = []\n", "domains = [\n"])
def test_that_a_broken_list_of_senders_is_told_and_the_shipped_one_stands(tmp_path: Path, text: str) -> None:
    (tmp_path / "senders.toml").write_text(text, encoding="utf-8")
    senders, trouble = load_senders(tmp_path)
    assert "senders.toml" in trouble
    assert senders.has_domain("facebookmail.com")
