"""Hints: a table of invented examples, written before the recogniser; half of them must not hint."""
# ruff: noqa: E501 - tables of examples are read row by row

import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from controlroom.clues.hints import MOST_HINTS, find_hints
from controlroom.clues.page import Page
from controlroom.clues.read import read_clues
from controlroom.domain.case import Hint

HINTING = [
    # what stands in the alert, the kinds of hint in it
    ("I have taken 40 sleeping pills, it will be over soon", "means"),
    ("just swallowed the whole strip of tablets", "means"),
    ("I drank poison", "means"),
    ("poison is in my hand. nobody can stop me", "means"),
    ("The rope is tied to the fan", "means"),
    ("I bought a rope today", "means"),
    ("going to cut my wrists tonight", "means now"),
    ("blade in my hand and blood everywhere", "means"),
    ("I am going to hang myself", "means"),
    ("I will shoot myself with papa's pistol", "means"),
    ("planning to overdose tonight", "means now"),
    ("I poured petrol on myself", "means"),
    ("neend ki goliyan kha li hain maine", "means"),
    ("maine zeher kha liya hai", "means"),
    ("zahar pi liya, ab sab khatam", "means"),
    ("jeher pee lunga aaj", "means now"),
    ("sulfas kha raha hoon", "means"),
    ("celphos ki goli kha li", "means"),
    ("fasi laga lunga aaj raat", "means now"),
    ("phansi laga rha hu pankhe se", "means"),
    ("pankhe se latak jaunga", "means"),
    ("rassi le aaya hu", "means"),
    ("nas kaat li hai, khoon beh raha hai", "means"),
    ("hath ki nas kat lungi", "means"),
    ("chaku hath me hai", "means"),
    ("katta hai mere paas khud ko goli maar lunga", "means"),
    ("keetnashak pee liya usne", "means"),
    ("नींद की गोलियां खा ली हैं", "means"),
    ("मैंने ज़हर खा लिया है", "means"),
    ("जहर पी लिया", "means"),
    ("सल्फास की गोली खा ली", "means"),
    ("फाँसी लगा लूँगा", "means"),
    ("फंदे पर लटक जाऊंगी", "means"),
    ("हाथ की नस काट ली", "means"),
    ("रस्सी बांध दी है पंखे से", "means"),
    ("standing on the railway track now", "place now"),
    ("I am lying on the tracks waiting for the train", "place"),
    ("on the bridge, about to jump", "place now"),
    ("I will jump into the river", "place"),
    ("I am standing on the roof and I am not afraid", "place"),
    ("they will find me near the railway bridge tonight", "place now"),
    ("train ke aage kood jaunga", "place"),
    ("rail ki patri par leta hu", "place"),
    ("patri pe let gaya hun", "place"),
    ("pul se kudne ja raha hoon", "place"),
    ("gomti pul par khada hu", "place"),
    ("nadi me kud jaungi", "place"),
    ("chhat se kood ke jaan de dunga", "place wish"),
    ("रेल की पटरी पर लेटा हूँ", "place"),
    ("पुल से कूद जाऊंगा", "place"),
    ("गोमती नदी में कूदने जा रहा हूं", "place"),
    ("छत से कूद जाऊंगी", "place"),
    ("ट्रेन के सामने आ जाऊंगा", "place"),
    ("goodbye everyone, I have taken the tablets", "means goodbye"),
    ("Goodbye world", "goodbye"),
    ("good bye maa papa", "goodbye"),
    ("this is my last post, please look after my mother", "goodbye"),
    ("This is my last message to all of you", "goodbye"),
    ("forgive me mom and dad", "goodbye"),
    ("you will never see me again", "goodbye"),
    ("alvida dosto", "goodbye"),
    ("alwida, meri maa ka khayal rakhna", "goodbye"),
    ("ye meri aakhri post hai", "goodbye"),
    ("yeh mera akhiri video hai", "goodbye"),
    ("mujhe maaf kar dena mummy papa", "goodbye"),
    ("अलविदा दोस्तों", "goodbye"),
    ("यह मेरी आखिरी पोस्ट है", "goodbye"),
    ("मुझे माफ कर देना माँ", "goodbye"),
    ("माँ का ख्याल रखना", "goodbye"),
    ("The person is live on Facebook", "live"),
    ("She is streaming live video with a knife in her hand", "live means"),
    ("went live on instagram 3 minutes ago", "live"),
    ("fb live chal raha hai", "live"),
    ("insta par live aakar rassi dikha raha hai", "live means"),
    ("लाइव वीडियो में फंदा दिख रहा है", "live means"),
    ("इंस्टाग्राम पर लाइव है", "live"),
    ("I want to die", "wish"),
    ("I am going to end my life tonight", "wish now"),
    ("i dont want to live anymore", "wish"),
    ("kill myself today", "wish now"),
    ("ab jeena nahi hai mujhe", "wish"),
    ("mar jana chahta hu", "wish"),
    ("main apni jaan de dungi abhi", "wish now"),
    ("khudkushi karne ja raha hu", "wish"),
    ("मैं मरना चाहता हूँ", "wish"),
    ("अब और नहीं जी सकता, मुझे माफ कर देना", "wish goodbye"),
    ("आत्महत्या करने जा रही हूँ", "wish"),
    ("जान दे दूंगा आज रात", "wish now"),
    ("The user is 15 years old", "minor"),
    ("Age: 14", "minor"),
    ("a minor girl from Kanpur", "minor"),
    ("class 9 student of a school in Agra", "minor"),
    ("umar 16 saal hai", "minor"),
    ("15 saal ki ladki", "minor"),
    ("उम्र 13 वर्ष", "minor"),
    ("16 वर्षीय छात्र", "minor"),
    ("नाबालिग लड़की", "minor"),
    ('Post: "I took all the pills. Goodbye."', "means goodbye"),
    ("> > maine goliya kha li", "means"),
    ("I won't be alive tomorrow. The poison is already in my glass and I drink it now", "means now"),
    ("He did not answer and has taken poison", "means"),
    # from here: written after the recogniser, as a trial; see README for how it did before it was mended
    ("took a whole bottle of pills an hour ago", "means"),
    ("drinking acid right now", "means now"),
    ("phanda gale me daal liya", "means"),
    ("sone ki goliya bahut sari kha gaya hu", "means"),
    ("main zaher kha ke so jaunga", "means"),
    ("gale me fanda daalke live aa rahi hai", "means live"),
    ("Aaj main apni zindagi khatam kar lunga", "wish now"),
    ("jeene ki ichha nahi rahi", "wish"),
    ("bas ab aur nahi jiya jata", "wish"),
    ("मैं फांसी लगाने जा रहा हूं", "means"),
    ("चूहे मारने की दवा खा ली", "means"),
    ("छत पर खड़ी हूं, कूदने वाली हूं", "place"),
    ("रेलवे लाइन पर लेट गया हूं", "place"),
    ("Train ke niche aa jaunga main", "place"),
    ("jumping off Gomti bridge", "place"),
    ("goodbye my friends, love you all", "goodbye"),
    ("maa papa mujhe maaf karna", "goodbye"),
    ("मम्मी पापा मुझे माफ़ करना", "goodbye"),
    ("maine suicide karne ka faisla kar liya hai", "wish"),
    ("I cut my wrist", "means"),
    ("Reels par live hai aur blade dikha rahi", "live means"),
    ("11th class student", "minor"),
    ("उम्र लगभग 16 साल", "minor"),
    ("standing at the edge of the terrace", "place"),
    ("hydrogen peroxide drank it", "means"),
    ("मैंने सुसाइड नोट लिख दिया है", "goodbye"),
    ("I wrote a suicide note", "goodbye"),
    ("nobody will miss me when i am gone", "wish"),
    ("khud ko khatam kar lungi", "wish"),
    ("swallowed rat poison", "means"),
    ("sab dawaiyan ek saath kha li", "means"),
    ("mene jahar khaa liya", "means"),
    ("apni nas kaat rahi hu live", "means"),
    ("i have a rope around my neck", "means"),
    ("slashing my wrists", "means"),
    ("ganga me chhalang laga dunga", "place"),
    ("train aa rahi hai main patri par baitha hu", "place"),
    ("मैं नहर में कूदने वाला हूं", "place"),
    ("शायद ये मेरा आखिरी मैसेज है", "goodbye"),
    ("bye forever guys", "goodbye"),
    ("this is my final video", "goodbye"),
    ("ab main is duniya me nahi rahunga", "wish"),
    ("i have decided to end my life", "wish"),
    ("live on Insta with a gun to head", "means live"),
    ("14 year old boy", "minor"),
    ("कक्षा 10 का छात्र", "minor"),
    ("मैं अपनी जान देने जा रहा हूं", "wish"),
    ("jumped from the roof", "place"),
    ("खुदकुशी कर लूंगी", "wish"),
]
SILENT = [
    "A user of our service may be at risk of suicide or self injury.",
    "We share this information as we believe in good faith that it may help to prevent serious bodily harm or death.",
    "Category: imminent harm",
    "If you are thinking about suicide, call Tele-MANAS 14416. You are not alone.",
    "Warning signs: giving away things, saying goodbye, buying a rope, collecting pills.",
    "Helpline: if you have taken poison or pills, call 108 at once.",
    "आत्महत्या के विचार आएं तो हेल्पलाइन 14416 पर कॉल करें।",
    "Learn more about how we respond to live video at our help centre",
    "Live video: no",
    "Minor: No",
    "The user is not a minor",
    "Age: 34",
    "She is 21 years old",
    "10 years of service",
    "a minor issue with the login",
    "Minor injuries were reported",
    "under 18: no",
    "pichle 10 saal se yahan hun",
    "class 10 result declared, see the list",
    "10 saal pehle ki baat hai",
    "पिछले 15 साल से नौकरी",
    "I did not take any pills",
    "I have never taken pills or poison",
    "I won't hang myself, don't worry",
    "maine zeher nahi khaya",
    "goliyan mat khana",
    "मैंने जहर नहीं खाया",
    "फांसी नहीं लगाऊंगा",
    "main nahi marunga",
    "I don't want to die",
    "I do not want to kill myself",
    "marna nahi chahta",
    "मैं मरना नहीं चाहता",
    "khudkushi nahi karunga kabhi",
    "He is not live now",
    "Skipping rope classes at the stadium",
    "Poison Ivy concert tickets",
    "Rope and pulley, 20 % off",
    "Buy a kitchen knife set online",
    "knife skills workshop",
    "Take your tablets after food",
    "Doctor gave me pills for fever",
    "subah dawai kha li, bukhar utar gaya",
    "New railway track renewal work between Lucknow and Kanpur",
    "the railway bridge is closed for repair",
    "The bridge over the Gomti opens tomorrow",
    "building a bridge between police and people",
    "river front project inaugurated",
    "roof repair at low price",
    "chhat ka kiraya 5000",
    "pul ka nirman karya shuru",
    "पुल का निर्माण कार्य शुरू",
    "नदी का जलस्तर बढ़ा",
    "train time table changed",
    "Say goodbye to dandruff",
    "Goodbye 2025, welcome 2026! Big sale",
    "Goodbye for now, see you on Monday",
    "alvida juma ki namaz",
    "kabhi alvida na kehna is my favourite film",
    "last post date for the form is Monday",
    "the last message was seen at 10:42",
    "Watch the match live on Facebook",
    "live cricket score",
    "I live in Lucknow",
    "People live on the river bank",
    "Live location: 26.85, 80.95",
    "she lives in Agra with her mother",
    "long live the king",
    "I want to live",
    "jeena chahta hu",
    "mai jeena chahti hu",
    "dying to see the new film",
    "my phone died tonight",
    "kill the process and restart",
    "tonight at 9 pm on our channel",
    "abhi phone karo",
    "right now we have an offer for you",
    "aaj raat ka khana",
    "Case 15 was closed",
    "Section 15 of the act",
    'the song "goodbye cruel world" by Pink Floyd',
    "film Zeher, lyrics: zeher pi liya",
    "dosti me zeher mat gholo",
    "the pill of wisdom, a book",
    "the gun laws of the state",
    "goli se ghayal tiger mila",
    "news: man hangs in balance over vote",
    "hang on, I will call you back",
    "jump to the next section",
    "cut the cake with a knife",
    "sabji kaat rahi thi chaku se",
    "taking a train from the platform",
    "The child lock of the car",
    "child safety policy of our company",
    "petrol price hiked again",
    "drink water and take rest",
    "fan not working in room 4",
    "blade server installed",
    "Unsubscribe from this newsletter",
    # from here: written after the recogniser
    "The tablet you bought is ready for delivery",
    "Kindly take pills as advised by your doctor",
    "Railway bridge standing committee meeting",
    "He was sitting in the train near the window",
    "maa ka khana bahut acha hai",
    "bridge course classes start tomorrow",
    "My daughter is in class 5",
    "this is the last day to apply",
    "He took the rope off the parcel",
    "drank tea and ate sweets",
    "जहर उगलते बयान",
    "cut off date for admission",
    "गंगा नदी में स्नान करने जा रहा हूं",
    "chhat par kapde sukha rahi hu",
    "live in relationship",
    "I would never kill myself",
    "live TV of Lucknow",
    "pul par jam laga hai",
    "गोली चलने से दो घायल",
    "patri par kaam chal raha hai",
    "gale me kharash hai",
    "The knife was found in the kitchen by hand search team",
    "nas badal gayi",
    "phansi ghar museum",
    "hath me chot lag gayi",
    "dukaan band kar di",
    "goodbye party on Friday",
    "kat gaya chalaan",
    "He takes medicine for sugar",
    "No pills found at home",
    "फसल पर कीटनाशक का छिड़काव करें",
    "train ke aage ki seat",
    "pul ke paas dukaan hai",
    "chhat se pani tapak raha hai",
    "you will see me again tomorrow",
    "mere paas kuch nahi hai",
    "live video call with doctor at 5 pm",
    "class 10 board exam centre list",
    "this is my last day at office",
    "aaj raat 8 baje meeting",
    "maine kabhi nahi socha",
    "river bank erosion in Ballia",
    "cut the rope from the cow",
    "shoot the video by yourself",
    "aag laga di kisi ne dukaan me",
    "jeevan bima",
    "we never meet again at that office",
    "life is hard at the end of month",
]


def kinds(text: str) -> set[str]:
    return {hint.kind for hint in read_clues(text).hints}


@pytest.mark.parametrize(("text", "expected"), HINTING)
def test_that_danger_is_hinted_at(text: str, expected: str) -> None:
    assert kinds(text) == set(expected.split())


@pytest.mark.parametrize("text", SILENT)
def test_that_no_danger_is_made_up(text: str) -> None:
    assert kinds(text) == set()


NOON = datetime(2026, 11, 29, 6, 30, tzinfo=UTC)


def test_that_a_hint_shows_the_very_words() -> None:
    hints = read_clues("Post: Maa, I have TAKEN  forty sleeping\tpills. Alvida").hints
    assert hints == (Hint("means", "TAKEN forty sleeping pills"), Hint("goodbye", "Alvida"))


def test_that_a_helpline_in_the_same_line_speaks_for_itself() -> None:
    assert kinds("Tele-MANAS helpline: have you taken poison? call 14416") == set()
    assert kinds("I have taken poison\nTele-MANAS helpline 14416") == {"means"}


@pytest.mark.parametrize(("minutes", "expected"), [(20, {"posted"}), (59, {"posted"}), (90, set())])
def test_that_a_fresh_post_is_told(minutes: int, expected: set[str]) -> None:
    text = "Time of post: 2026-11-29 11:40 IST"
    posted = datetime(2026, 11, 29, 6, 10, tzinfo=UTC)
    hints = read_clues(text, received_at=posted + timedelta(minutes=minutes)).hints
    assert {hint.kind for hint in hints} == expected


def test_that_other_times_are_not_the_post() -> None:
    assert read_clues("Account made: 2026-11-29 11:40 IST", received_at=NOON).hints == ()


PIECES = st.sampled_from([
    "pills", "took", "all", "not", "nahi", "zeher", "kha", "li", ".", ",", "\n", "live", "video", ":", "no", "class 10", "student", "age", "15",
    "ॐ", "फांसी", "लगा", "goodbye", "to", "2025", "'", "’", "İ", "\u093c", "\0", "helpline", "\"", "patri", "par", "leta", "now", " ", "आज", "रात",
])  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_that_any_mixture_is_read_and_its_words_stand_in_it(text: str) -> None:
    hints = read_clues(text).hints
    assert len(hints) <= MOST_HINTS
    plain = " ".join(Page(text).text.split())
    assert all(hint.words and hint.words in plain for hint in hints)


@pytest.mark.parametrize(
    "unit", ["pills took all ", "live ", "a,", "took all pills. ", "class 10 student ", "kha li zeher\n"]
)
def test_that_a_megabyte_costs_no_more_than_a_moment(unit: str) -> None:
    page = Page((unit * (1_000_000 // len(unit) + 1))[:1_000_000])
    started = time.thread_time()
    find_hints(page, (), None)
    assert time.thread_time() - started < 1


def test_that_a_mail_costs_little() -> None:
    """0.08 ms on an idle core for the mail of 8 kB of the bench; here with room for a busy one."""
    page = Page("\n".join(text for text, _ in HINTING[:12]) + "\n" + "This is shared in good faith. " * 20)
    spent = []
    for _ in range(20):
        started = time.thread_time()
        find_hints(page, (), None)
        spent.append(time.thread_time() - started)
    assert min(spent) < 0.002
