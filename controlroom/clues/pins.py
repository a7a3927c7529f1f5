"""PIN codes of Indian post: six digits that a label names, or that end an address."""

import re

from controlroom.clues.page import Page

_SIX = re.compile(
    r"(?<![\dA-Za-z./@#+_&])(?<!\d[ ,:-])[1-9]\d{2}[ -]?\d{3}(?![\dA-Za-z_@%*])(?![-./:]\d|,\d{2,3}(?!\d))"
)
_LABEL = re.compile(
    r"(?i)(?:(?<![a-z])(?:pin|postal|zip|post)[ _-]?(?:code|no\.?|number|index)?|पिन(?:[ -]?(?:कोड"
    r"|नंबर|नं\.?|संख्या))?|डाक[ ]?(?:कोड|सूचकांक))"
    r"(?:\s?\([^()\n]{0,20}\))?[\"'*]{0,3}[^\S\n]{0,3}(?:is|है|[:=|.#–-]|no\.?"
    r"|\n(?=[\"' |]{0,3}\d)){0,3}[ |\t\"'(*-]{0,4}\n?$"
)
_OTHER_PIN = re.compile(
    r"(?i)(?:atm|upi|m-?pin|login|security|otp|secret|card|your|four|sim|phone|bank"
    r"|one.time)[ -]?(?:is )?(?:pin|code|पिन)\W"
)
_CITY = (
    r"agra|aligarh|prayagraj|allahabad|ambedkar ?nagar|amethi|amroha|auraiya|ayodhya|faizabad"
    r"|azamgarh|baghpat|bahraich|ballia|"
    r"balrampur|banda|bara ?banki|bareilly|basti|bhadohi|bijnor|budaun|badaun|bulandshahr|chandauli"
    r"|chitrakoot|deoria|etah|"
    r"etawah|farrukhabad|fatehpur|firozabad|noida|ghaziabad|ghazipur|gonda|gorakhpur|hamirpur|hapur"
    r"|hardoi|hathras|jalaun|orai|"
    r"jaunpur|jhansi|kannauj|kanpur(?: dehat| nagar)?|kasganj|kaushambi|kushinagar|padrauna"
    r"|lakhimpur(?: kheri)?|kheri|lalitpur|lucknow|"
    r"mahara[jg]+ganj|mahoba|mainpuri|mathura|mau|meerut|mirzapur|moradabad|muzaffarnagar|pilibhit"
    r"|pratapgarh|rae ?bareli|"
    r"rampur|saharanpur|sambhal|sant kabir nagar|shahjahanpur|shamli|shravasti|siddharth ?nagar"
    r"|sitapur|sonbhadra|sultanpur|"
    r"unnao|varanasi|banaras|benares|delhi|mumbai|kolkata|chennai|bengaluru|bangalore|hyderabad"
    r"|patna|jaipur|bhopal|indore|"
    r"gurugram|gurgaon|faridabad|dehradun|haridwar|ranchi|pune|ahmedabad|surat|chandigarh|ludhiana|"
    r"u\.? ?p\.?|uttar pradesh|bihar|uttarakhand|madhya pradesh|m\.p\.?|rajasthan|haryana|jharkhand"
    r"|maharashtra|gujarat|punjab|india|"
    r"उ\.? ?प्र\.?|उप्र|यूपी|उत्तर प्रदेश|भारत|लखनऊ|कानपुर|वाराणसी|प्रयागराज|आगरा|मेरठ|गाजियाबाद"
    r"|नोएडा|दिल्ली|अयोध्या|बरेली|अलीगढ|झांसी|"
    r"मथुरा|सहारनपुर|मुरादाबाद|उन्नाव|सीतापुर|हरदोई|रायबरेली|बाराबंकी|गोंडा|बहराइच|बस्ती|देवरिया"
    r"|बलिया|मऊ|बांदा|इटावा|एटा|बिहार|पटना"
)
_PLACE_END = re.compile(
    rf"(?i)(?:(?<![a-z\u0900-\u097f])(?:{_CITY})|[a-z]{{2,20}}(?:pur|pura|ganj|garh|nagar|abad|gaon"
    rf"|wala|pore|khand|ghat|bagh|khera)"
    r"|[\u0900-\u097f]{1,20}(?:पुर|गंज|गढ|नगर|बाद|गांव|घाट|बाग))\)?[ ,.:\"'|(–-]{0,6}\n?[ \t]{0,4}$"
)
_ADDRESS = re.compile(
    r"(?i)(?<![a-z\u0900-\u097f])(?:road|rd|marg|nagar|gali|mohalla|street|village|vill|gram"
    r"|post office|p\.?o|thana|p\.?s|tehsil|tahsil|"
    r"distt?|district|sector|colony|near|house|h\.? ?no|makan|ward|address|residing|r/o|flat|block"
    r"|pata|chowk|chauraha|bazar|bazaar|"
    r"ग्राम|गांव|थाना|जिला|जनपद|पोस्ट|मोहल्ला|रोड|नगर|गली|मकान|तहसील|चौराहा|पता|निवासी|कॉलोनी|सेक्टर"
    r"|मार्ग|वार्ड)(?![a-z\u0900-\u097f])"
)
_NOT_POST = re.compile(
    r"(?i)(?:₹|\$|€|(?<![a-z])(?:rs|inr|otp|code|amount|id|case|ref|reference|no|number|ticket|fir"
    r"|total|sum|rupees|order|txn|employee|badge|"
    r"population|followers|views|account|a/c|folio|invoice|bill|password|passcode|token|epoch|कोड"
    r"|राशि|रुपये|रु|संख्या|केस|नंबर|ओटीपी)\.?)[ :=#\"'.-]{0,4}$"
)
_NOT_AFTER = re.compile(
    r"(?i) ?(?:/-|%|rupees|rs\b|रुपये|रुपए|रु\b|views|followers|likes|people|persons|lakh|crore|km"
    r"|users|times|लोग|members|voters|otp|is your)"
)
_NO_SUCH = frozenset(  # with these two digits no PIN code begins
    (10, 29, 35, 54, 55, 65, 66, 86, 87, 88, 89)
)


def _is_pin(text: str, seen: re.Match[str]) -> bool:
    before = text[max(0, seen.start() - 120) : seen.start()]
    if _OTHER_PIN.search(before[-40:]):
        return False
    if _LABEL.search(before[-60:]):
        return True
    if int(seen[0][:2]) in _NO_SUCH or _NOT_POST.search(before[-30:]) or _NOT_AFTER.match(text, seen.end()):
        return False
    if _PLACE_END.search(before[-50:]):
        return True
    line = before.rpartition("\n")[2]
    near = re.search(r"[A-Za-z\u0900-\u097f).][ ,.–-]{1,4}$", line)
    ends = re.match(
        r"\s*(?:[,.;)\]\"'|।\n]|$|india|भारत|u\.?p|phone|mob|tel|फोन)",
        text[seen.end() : seen.end() + 12],
        re.I,
    )
    return bool(near and ends and _ADDRESS.search(line))


def find_pins(page: Page) -> tuple[tuple[int, str], ...]:
    """Place and PIN code, written in one piece."""
    found: list[tuple[int, str]] = []
    for seen in page.with_digit(_SIX):
        spaced = not seen[0].isdigit()
        if _is_pin(page.open, seen) and not (
            spaced and re.match(r"[ -]?\d", page.open[seen.end() : seen.end() + 2])
        ):
            found.append((seen.start(), seen[0][:3] + seen[0][-3:]))
    return tuple(found)
