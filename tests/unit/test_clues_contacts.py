"""Phones, e-mail addresses and PIN codes: what is one, and what only looks like one."""
# ruff: noqa: E501 - tables of examples are read row by row

import pytest

from controlroom.clues.read import read_clues

A, B = "+919839012345", "+919839012346"

PHONES = [
    ("mobile of brother 98 390 12345", ("+919839012345",)), ("Mob: 983 90 12345", ("+919839012345",)),
    ("+91 98390 12345", (A,)), ("+919839012345", (A,)), ("+91-9839012345", (A,)), ("+91 (0) 98390 12345", (A,)),
    ("(+91) 98390-12345", (A,)), ("098390-12345", (A,)), ("09839012345", (A,)), ("9839012345", (A,)),
    ("98390 12345", (A,)), ("98390-12345", (A,)), ("983-901-2345", (A,)), ("(983) 901-2345", (A,)), ("9839 012 345", (A,)),
    ("98.39.01.23.45", (A,)), ("9 8 3 9 0 1 2 3 4 5", (A,)), ("91-9839012345", (A,)), ("919839012345", (A,)),
    ("91 98390 12345", (A,)), ("00919839012345", (A,)), ("0091-98390-12345", (A,)), ("९८३९०१२३४५", (A,)),
    ("+९१ ९८३९० १२३४५", (A,)), ("９８３９０１２３４５", (A,)), ("98390\u00a012345", (A,)), ("98390\u200b12345", (A,)),
    ("98390\u201112345", (A,)), ("98390–12345", (A,)), ("+91\u202f98390\u202f12345", (A,)), ("𝟗𝟖𝟑𝟗𝟎𝟏𝟐𝟑𝟒𝟓", (A,)),
    ("9839012345/9839012346", (A, B)), ("98390 12345 / 46", (A,)), ("9839012345, 9839012346", (A, B)),
    ("9839012345,9839012346", (A, B)), ("7,9839012345,157.48.3.9,x", (A,)),
    ("9839012345 9839012346", (A, B)), ("9839012345;9839012346", (A, B)), ("+91 98390\n12345", (A,)),
    ("Mob.9839012345", (A,)), ("Mob-9839012345", (A,)), ("Phone:9839012345.", (A,)), ("पिता-9839012345", (A,)),
    ("SHO-9839012345", (A,)), ("मो०नं० 9839012345", (A,)), ("मोबाइल: ९८३९०-१२३४५ पर", (A,)), ("(9839012345)", (A,)),
    ('"phone": "+919839012345",', (A,)), ("Ph9839012345", (A,)), ("tel:+919839012345", (A,)),
    ("https://wa.me/919839012345", (A,)), ("https://wa.me/919839012345?text=hi", (A,)),
    ("https://api.whatsapp.com/send?phone=919839012345&text=9839012399", (A,)), ("whatsapp://send?phone=+919839012345", (A,)),
    ("(0522) 223 3445", ("+915222233445",)), ("0522-2233445", ("+915222233445",)), ("+91 522 2233445", ("+915222233445",)),
    ("05222233445", ("+915222233445",)), ("011-23438207", ("+911123438207",)), ("0091 522 2233445", ("+915222233445",)),
    ("0522-2233445, 2233446", ("+915222233445",)), ("Phone: 522-2233445", ("+915222233445",)),
    ("+1 650 543 4800", ("+16505434800",)), ("+1 (650) 543-4800", ("+16505434800",)), ("+44 20 7946 0958", ("+442079460958",)),
    ("+977 980-1234567", ("+9779801234567",)), ("+971501234567", ("+971501234567",)), ("1800-891-4416", ("+9118008914416",)),
    ("ID 9, call 9839012345", (A,)), ("Contact no. of account holder: 9839012345", (A,)), ("WhatsApp number is 9839012345", (A,)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "phones"), PHONES)
def test_that_a_phone_is_found_however_it_is_written(text: str, phones: tuple[str, ...]) -> None:
    for shown in (text, f"number {text} given\nbye", f"| {text} |"):
        assert read_clues(shown).phones == phones, shown


NO_PHONES = [
    "Mobile traffic: 98 390 12345 hits", "98 390 12345 in all", "Calls per week 98 390 12345",
    "100012345678901", "profile 61551234567890", "id: 9839012345", "Case ID: 9839012345", "post id 9839012345678901",
    "case 2026-9839012345", "LKO-2026-9839012345", "1795486269", "Report ID 9876543210", "9839 0123 4567", "2345 6789 0123",
    "Aadhaar 9839 0123 4567", "49.36.112.207", "226001", "26.8467, 80.9462", "9839012345.50", "₹ 9839012345", "Rs. 9839012345",
    "2026-11-24 02:11:09", "24/11/2026 02:11", "112", "1090", "14416", "call 181 or 1098", "https://example.com/9839012345",
    "https://www.facebook.com/9839012345", "ravi9839012345@gmail.com", "9839012345@ybl", "@9839012345", "#9839012345",
    "98390xxxxx", "98390*****", "a9839012345b", "1,983,901,234", "0.9839012345", "9839012345678", "4111 1111 1111 1111",
    "6521 9839 0123 4567", "UTR 983901234567", "account no. 9839012345", "5839012345", "https://wa.me/message/ABC123",
    "20261124021109", "ticket #9839012345", "IMEI: 356938035643809", "+91 98390", "example.com/a/98390-12345", "tel:112",
    "2401:4900:9839:0123:4567:8901:2345:6789", "epoch 1795486269", "timestamp=1795486269", "Order 9839012345",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_PHONES)
def test_that_no_phone_is_made_of_other_numbers(text: str) -> None:
    assert read_clues(f"see {text} there").phones == ()


def test_that_the_number_under_a_word_counts() -> None:
    links = [
        "tel:+91-98390-12345",
        "sms:9839012346",
        "https://wa.me/919839012347",
        "tel:112",
        "mailto:a%40b.in,c@d.in?subject=x",
    ]
    clues = read_clues("call me", links)
    assert clues.phones == (A, B, "+919839012347")
    assert clues.emails == ("a@b.in", "c@d.in")


EMAILS = [
    ("ravi.k94@gmail.com", ("ravi.k94@gmail.com",)), ("<ravi.k94@GMAIL.COM>.", ("ravi.k94@gmail.com",)),
    ("mailto:ravi@up.gov.in,", ("ravi@up.gov.in",)), ("ravi [at] gmail [dot] com", ("ravi@gmail.com",)),
    ("ravi(at)gmail(dot)co(dot)in", ("ravi@gmail.co.in",)), ("ravi@gmail[.]com", ("ravi@gmail.com",)),
    ("E-mail:ravi+x@gmail.com;b_c@yahoo.co.in", ("ravi+x@gmail.com", "b_c@yahoo.co.in")), ("ईमेल-ravi@gmail.com पर", ("ravi@gmail.com",)),
    ("ravi@gmail.com।", ("ravi@gmail.com",)), ("ravi@gmail.com.Please call", ("ravi@gmail.com",)), ("Ravi@Gmail.com", ("Ravi@gmail.com",)),
    ('"email":"ravi@gmail.com"', ("ravi@gmail.com",)), ("9839012345@gmail.com", ("9839012345@gmail.com",)),
    ("@ravi_k", ()), ("ravi@ybl", ()), ("image@2x.png", ()), ("ravi@", ()), ("@gmail.com", ()), ("a@b@c", ()), ("ravi@-x.com", ()),
    ("ravi@.com", ()), ("https://x.in/?m=ravi@gmail.com", ()), ("meet at Lucknow dot", ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "emails"), EMAILS)
def test_that_mail_addresses_are_found(text: str, emails: tuple[str, ...]) -> None:
    assert read_clues(f"to {text} then").emails == emails


def test_that_addresses_of_a_forwarded_header_are_not_of_the_case() -> None:
    text = (
        "Fwd\n---------- Forwarded message ---------\nFrom: Meta <noreply@support.example>\n"
        "Date: Tue, 24 Nov 2026 at 02:11\nSubject: Alert\nTo: <smc@up.example>\n\nEmail: ravi@gmail.com\nFrom: sunita@x.in"
    )
    assert read_clues(text).emails == ("ravi@gmail.com", "sunita@x.in")


PINS = [
    ("PIN 226001", ("226001",)), ("Pincode: 226 001", ("226001",)), ("PIN Code - 226001.", ("226001",)), ("पिन: २२६००१", ("226001",)),
    ("पिन कोड २२६ ००१", ("226001",)), ("Lucknow 226001", ("226001",)), ("Lucknow-226001, India", ("226001",)), ("लखनऊ-२२६००१", ("226001",)),
    ("U.P. - 226010", ("226010",)), ("Gorakhpur, UP 273 001", ("273001",)), ('"pincode": "226001"', ("226001",)), ("Pin\t226001", ("226001",)),
    ("H.No. 12, Gandhi Road, Sarojini 208001", ("208001",)), ("ग्राम रामगढ़, थाना कोतवाली, जिला उन्नाव 209801", ("209801",)),
    ("Postal code: 226001 Phone", ("226001",)), ("Kanpur Nagar (208001)", ("208001",)), ("हज़रतगंज, लखनऊ (226001)", ("226001",)),
    ("PIN: 226001, 273001", ("226001",)), ("Lucknow 226001 98390 12345", ("226001",)), ("| PIN code | 226001 |", ("226001",)),
    ("Uttar Pradesh 226001", ("226001",)), ("Pincode\n226001", ("226001",)), ("Varanasi, Uttar Pradesh, 221005", ("221005",)),
    ("Your OTP is 482913", ()), ("OTP: 226001", ()), ("Rs 226001", ()), ("226001", ()), ("₹2,26,001", ()), ("226001 views", ()),
    ("case 226001", ()), ("ATM PIN: 226001", ()), ("UPI PIN 226001", ()), ("https://x.in/226001", ()), ("Lucknow 026001", ()),
    ("1226001", ()), ("Lucknow 2260011", ()), ("226001/2026", ()), ("FIR no. 226001 Lucknow", ()), ("226.001", ()), ("Lucknow Rs. 226001", ()),
    ("population of Lucknow 226001 people", ()), ("100012226001", ()), ("password 226001", ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pins"), PINS)
def test_that_pin_codes_are_found_and_other_six_digits_are_not(text: str, pins: tuple[str, ...]) -> None:
    assert read_clues(text).pin_codes == pins
