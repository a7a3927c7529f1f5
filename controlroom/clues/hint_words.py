"""The words by which hints are found: English, Hindi, and Hindi in Latin letters as people spell it.

`{a,b}` stands for either. A list is a slot; a rule needs one word of each of its slots near one another.
"""
# ruff: noqa: E501 - lists of words are read row by row

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

Slot = frozenset[str]
_BRACES = re.compile(r"\{([^{}]*)\}")


def spelled(pattern: str) -> Iterator[str]:
    """Every spelling of one word: z{e,a}har gives zehar and zahar."""
    braces = _BRACES.search(pattern)
    if braces is None:
        yield pattern
        return
    for choice in braces[1].split(","):
        yield from spelled(pattern[: braces.start()] + choice + pattern[braces.end() :])


def slot(text: str) -> Slot:
    """The words of one slot, as `flat` leaves them: no dot below, and the moon-dot is the dot."""
    plain = unicodedata.normalize("NFD", text).replace("\u093c", "").replace("ँ", "ं")
    return frozenset(word for one in plain.split() for word in spelled(one))


class Rule(NamedTuple):
    """One word of each slot, at most `gap` words from one to the next. The first slot is looked for first."""

    kind: str
    slots: tuple[Slot, ...]
    gap: int = 5
    is_ordered: bool = False  # in this order
    has_negation: bool = False  # "not" belongs to it and does not take it back
    unless: Slot = frozenset()  # a word in the sentence that makes it something else


_POISON = slot(
    "poison {z,j}{e,a}h{e,a,}r sul{f,ph}{a,aa,o}s salfas salphas cel{ph,f}os pesticide insecticide ratkill"
    " k{ee,i}tnashak phen{y,}l phinyl phenol harpic acid tezaab tezab bleach peroxide dettol lysol thinner naphthalene phosphide जहर सल्फास सेल्फोस कीटनाशक फिनाइल तेजाब एसिड"
)
_SWALLOW = slot(
    "took taken take taking drink drank drunk drinking swallow{,ed,ing} ate eat eating eaten consum{e,ed,ing}"
    " bought buy hand hands glass ready kha{,a,li,liya,ya,yi,unga,ungi,lunga,lungi,ne,kar} pi pee piya peeya pilunga"
    " pilungi peene pine pilia piyunga piyungi peelunga l{a,aa}ya le kharid{,a,i,e} rakh{,a,i} h{a,aa}th p{a,aa}s"
    " खा खाया खाई खाकर खाऊंगा खाऊंगी खाने पी पिया पीकर पीने पीऊंगा पीऊंगी हाथ पास ले लाया लाई खरीद खरीदा"
)
_PILLS = slot(
    "pills tablets capsules tablet pill capsule g{o,ol}l{i,iya,iyan,iyaan,iyon,iyo} गोली गोलियां गोलियों"
)
_MANY_PILLS = slot("pills tablets capsules g{o,ol}l{iya,iyan,iyaan,iyon,iyo} गोलियां गोलियों")
_DRUGS = slot("d{a,ava,awa}{i,ai}{,yan,ya} d{av,aw}{a,ai,aai}{,yan,ya} medicine{,s} दवा दवाई दवाइयां दवाएं")
_TOOK = slot(
    "took taken swallowed swallowing swallow ate eaten kha{,a,li,liya,ya,yi,unga,ungi,lunga,lungi}"
    " खा खाई खाया खाऊंगा खाऊंगी"
)
_HOW_MANY = slot(
    "ek{dam,saath} saath एकसाथ साथ all whole strip strips bottle dozens many sleeping overdose full n{ee,i}nd s{a,aa}ri bahut b{o,a}h{o,u}t"
    " poori puri patta patte सारी बहुत पूरी पत्ता नींद"
)
_ILL = slot("fever doctor bukhar headache dard bp sugar vitamin food khana prescribed बुखार दर्द डॉक्टर")
_ROPE = slot("rope noose r{a,as}si rassee {f,ph}{a,aa}nd{a,e} रस्सी फंदा फंदे")
_ROPED = slot(
    "tied tie tying bought neck hang hanging fan ceiling pankh{a,e} ban{dh,d}{,i,a,e} b{a,aa}ndh{,i,a,e,li} latka latak"
    " gale gala le laya aaya taiyaar taiyar dikha dikh बांध बांधी पंखे गले लटक तैयार ले लाया दिख"
)
_GALLOWS = slot("{f,ph}{a,aa}{n,}si फांसी")
_PUT_ON = slot("laga{,a,ne,unga,ungi,kar} lag{,aa} le{,ne} fande phande लगा लगाने लगाऊंगा लगाऊंगी लगाकर ले फंदे")
_COURT = slot("court adalat saza saja sentence{,d} murder mukadma सजा अदालत कोर्ट")
_SELF = slot("myself himself herself themselves itself")
_KHUD = slot("khud khudko apne aap apneaap खुद")
_JUMP = slot(
    "jump{,ing,ed} leap{,ing} k{oo,u}d{,h,ne,unga,ungi,kar,ke} kuud chh{a,aa}lang chalang कूद कूदने कूदूंगा कूदूंगी कूदकर छलांग"
)
_POSE = slot(
    "standing sitting lying laying kh{a,aa}d{a,i,e} khara khari b{ai,e}th{a,i,e} l{e,ai}t{,a,i,e} lete"
    " खडा खडी खडे बैठा बैठी लेटा लेटी लेट"
)
_TRACK = slot("track tracks rails p{a,at}tri p{a,at}ri patariyon patriyon patri{yan,ya} पटरी पटरियों ट्रैक")
_HIGH = slot("roof rooftop terrace balcony chh{a,aa}t chhatt छत इमारत बिल्डिंग")
_BRIDGE = slot("bridge pul overbridge flyover brij पुल सेतु")
_WATER = slot("river n{a,ad}di gomti gang{a,aa} yamuna jamuna saryu sarju ghaghra nahar nehar canal well ku{a,aa}n kuen"
              " नदी गोमती गंगा यमुना सरयू घाघरा नहर कुएं कुआं")  # fmt: skip
_WORKS = slot(
    "repair renewal project construction nirman nirmaan rally protest traffic closed opens party level committee meeting jam निर्माण"
)
_WANT = slot("chaht{a,i,e} ch{a,aa}ht{a,i} चाहता चाहती")
_WILL_DO = slot(
    "kar{,ne,unga,ungi,lunga,lungi,oonga} karne karunga करने करूंगा करूंगी कर जा ja jaa raha rahi rha rhi"
)
_FAMILY = slot(
    "mother mom mum maa ma mummy father dad papa parents family kids children son daughter wife brother sister"
    " bachch{e,on} baccho bacche bhai behen behan parivar मां मम्मी पापा परिवार बच्चों बच्चे भाई बहन"
)
_ALL = slot(
    "everyone everybody all world friends guys maa papa mom dad mummy forever family dosto{,n} sab sabko"
)
_SHOW = slot(
    "match score cricket concert channel offer class classes webinar location locations support chat show sale"
    " music event songs tv telecast news doctor pm"
)
_SITES = slot("facebook fb insta instagram ig reel reels reel फेसबुक इंस्टाग्राम इंस्टा")
_LIVE = slot("live laiv लाइव")
_MY = slot("my mer{a,i,e} मेरा मेरी मेरे")

RULES: Final = (
    Rule("means", (_POISON, _SWALLOW), 5, unless=slot("film lyrics ivy food")),
    Rule("means", (_MANY_PILLS, _TOOK), 4, unless=_ILL),
    Rule("means", (_PILLS, _SWALLOW, _HOW_MANY), 5, unless=_ILL),
    Rule("means", (_DRUGS, _TOOK, _HOW_MANY), 5, unless=_ILL),
    Rule("means", (slot("ch{u,oo}h{e,o,on,a} k{ee,i}de rat rats चूहे चूहा चूहों कीडे"), _DRUGS | _POISON, _SWALLOW), 5),
    Rule("means", (slot("overdos{ed,ing}"),)),
    Rule("means", (slot("overdose ओवरडोज"), slot("plan{,ning} going will took taking to li le kar ली ले")), 3),
    Rule("means", (_ROPE, _ROPED), 5, unless=slot("skipping off pulley classes")),
    Rule("means", (_GALLOWS, _PUT_ON), 3, unless=_COURT),
    Rule("means", (slot("hang hanging hanged"), _SELF), 1, is_ordered=True),
    Rule("means", (slot("lat{a,}k{,a,i,ne} jh{u,oo}l{,a,i} लटक लटकने झूल"), slot("pankh{a,e} {f,ph}and{a,e} rassi पंखे फंदे फंदा रस्सी")), 4),
    Rule("means", (slot("wrist wrists wrist's vein veins throat"), slot("cut cutting slit slitting slash slashed slashing")), 4),
    Rule("means", (slot("n{a,aa}s nass nasein nasen kal{a,aa}i nabz gala नस नसें कलाई गला"), slot("k{a,aa}t{,i,li,lia,unga,ungi,lunga,lungi,ne} काट काटी काटने")), 4),
    Rule("means", (slot("knife blade razor ch{a,aa,ak}ku chaku chaaku khanjar चाकू ब्लेड उस्तरा"), slot("hand hands h{a,aa}th h{a,aa}tho blood khoon wrist neck throat gale dikha dikhaa दिखा दिख नस हाथ हाथों खून गले")), 5, unless=slot("cake sabji sabzi server kitchen")),
    Rule("means", (slot("gun pistol revolver rifle tamancha katta kat{t,}a pistal बंदूक पिस्तौल तमंचा कट्टा"), slot("hand head myself shoot mere khud h{a,aa}th kanpati हाथ सिर पास मेरे खुद")), 5, unless=slot("laws police")),
    Rule("means", (slot("shoot shooting"), slot("myself")), 1, is_ordered=True),
    Rule("means", (slot("g{o,ol}li गोली"), _KHUD, slot("m{a,aa}r{,unga,ungi,lunga,lungi,ne} मार मारने")), 4),
    Rule("means", (slot("petrol kerosene kerosin diesel पेट्रोल केरोसिन डीजल"), slot("myself khud chhid{a,}k chid{a,}k daal dal upar aag खुद छिडक डाल ऊपर आग")), 5, unless=slot("price pump hiked")),
    Rule("means", (slot("aag आग fire"), slot("myself khud खुद"), slot("laga{,unga,ungi,ne} लगा लगाने set setting")), 4),
    Rule("place", (_TRACK, _POSE | _JUMP), 4, unless=_WORKS),
    Rule("place", (slot("train rail ट्रेन रेल"), slot("front under saamne samne aage niche neeche सामने आगे नीचे"), _JUMP | slot("come throw lie gir kat aa जाऊंगा jaunga jaungi कट लेट आ")), 4),
    Rule("place", (_BRIDGE | _WATER | _HIGH | slot("building tower chat kuye"), _JUMP), 6, unless=_WORKS),
    Rule("place", (_BRIDGE | _HIGH, _POSE), 6, unless=_WORKS),
    Rule("place", (slot("railway rail रेलवे रेल"), slot("line lines लाइन"), _POSE | _JUMP), 4, unless=_WORKS),
    Rule("place", (_BRIDGE | _TRACK | _WATER, slot("find"), slot("me body")), 6),
    Rule("goodbye", (slot("goodbye goodbyes alvida alwida alvidaa अलविदा"),), unless=slot("juma jumma jume kehna namaz party office sale welcome monday")),
    Rule("goodbye", (slot("bye by tata"), slot("forever maa papa mummy everyone world hamesha")), 2),
    Rule("goodbye", (slot("last final"), slot("post message video story status letter day night"), slot("my")), 1, unless=slot("seen read sale office")),
    Rule("goodbye", (slot("aa{kh,k}{ri,iri,hiri} ak{h,}{ri,iri} aakhiri akhiri aakhri अंतिम आखिरी आखरी"), slot("post video message msg baar raat din sal{a,aa}m khat status story पोस्ट वीडियो संदेश बार रात दिन सलाम खत मैसेज"), _MY), 3),
    Rule("goodbye", (slot("m{a,aa}{f,ph} माफ"), slot("karna karo karen karein करना करो करें"), _FAMILY - slot("bhai भाई")), 4, unless=slot("reply late der")),
    Rule("goodbye", (slot("suicide susaid सुसाइड"), slot("note letter नोट"), slot("wrote written write writing likh likha likhi likhkar लिख लिखा लिखी लिखकर left my mera")), 4),
    Rule("goodbye", (slot("forgive"), slot("me"), _FAMILY | _ALL), 4),
    Rule("goodbye", (slot("m{a,aa}{f,ph} माफ"), slot("kar kr कर"), slot("dena देना do देना")), 1, is_ordered=True, unless=slot("reply late der")),
    Rule("goodbye", (slot("kh{a,y,aya,ya,aa}{l,al} khayal khyal dhyan ध्यान ख्याल खयाल"), _FAMILY, slot("rakhna rakhiyega rkhna रखना")), 4),
    Rule("goodbye", (slot("care after"), slot("take look"), slot("my"), _FAMILY), 3),
    Rule("goodbye", (slot("see find meet"), slot("never wont won't"), slot("me"), slot("again")), 4, has_negation=True),
    Rule("goodbye", (slot("kabhi कभी"), slot("nahi nahin nhi नहीं"), slot("dikhunga dikhungi milunga milungi lautunga lautungi दिखूंगा दिखूंगी मिलूंगा मिलूंगी लौटूंगा")), 2, has_negation=True),
    Rule("wish", (slot("die"), slot("want wanna"), ), 2, unless=slot("see hard")),
    Rule("wish", (slot("life"), slot("end ending"), slot("my his her their own")), 3),
    Rule("wish", (slot("kill killing"), slot("myself herself himself")), 1, is_ordered=True),
    Rule("wish", (slot("live"), slot("don't dont not no"), slot("want reason wanna")), 3, has_negation=True),
    Rule("wish", (slot("end ending"), slot("it"), slot("all today tonight now")), 1, is_ordered=True),
    Rule("wish", (slot("marna mrna मरना"), _WANT), 3),
    Rule("wish", (slot("mar mr मर"), slot("jana jaana jaunga jaungi jaaunga jaaungi जाना जाऊंगा जाऊंगी")), 1, is_ordered=True),
    Rule("wish", (slot("j{ee,i}na j{ee,i} jiyunga jiyungi जीना जी"), slot("nahi nahin nhi nai नहीं")), 2, has_negation=True, unless=slot("haan haanji")),
    Rule("wish", (slot("j{a,aa}n जान"), slot("de dene dedunga dedungi दे देने"), slot("d{u,oo}ng{a,i} raha rahi rha rhi ja jaa दूंगा दूंगी रहा रही जा")), 2, is_ordered=True),
    Rule("wish", (slot("khudkush{i,ee} khudkashi aa{t,}tm{a,}h{a,}tya aatmahatya atmahatya suicide आत्महत्या खुदकुशी"), _WILL_DO - {"ja", "जा"}, slot("ja jaa raha rahi rha rhi karunga karungi kar{lunga,lungi} जा रहा रही करूंगा करूंगी लूंगा लूंगी lunga lungi hu hoon hun")), 4),
    Rule("wish", (slot("j{ee,i}ne जीने"), slot("ichha iccha ichchha man mann wajah vajah matlab इच्छा मन वजह मतलब"), slot("nahi nahin nhi na koi नहीं")), 3, has_negation=True),
    Rule("wish", (slot("jiya jeeya जिया"), slot("nahi nahin nhi नहीं"), slot("jata jaata ja जाता जा")), 2, has_negation=True),
    Rule("wish", (slot("duniya दुनिया"), slot("nahi nahin nhi नहीं chhod chod छोड"), slot("rahunga rahungi raha rahi ja jaunga jaungi रहूंगा रहूंगी जा")), 3, has_negation=True),
    Rule("wish", (slot("suicide khudkushi aatmahatya atmahatya आत्महत्या सुसाइड"), slot("decided decide faisla faisala soch socha plan planning chahta chahti commit going फैसला सोच सोचा चाहता चाहती")), 4, unless=slot("alert prevention")),
    Rule("wish", (slot("miss"), slot("nobody noone no-one one"), slot("me")), 3, has_negation=True),
    Rule("wish", (slot("gone dead"), slot("when soon tomorrow after"), slot("i i'm i'll")), 3),
    Rule("wish", (slot("khatam khatm खत्म"), slot("khud apne खुद"), slot("kar kr कर")), 2),
    Rule("wish", (slot("khatam khatm खत्म"), slot("sab sabkuch zindagi jindagi सब जिंदगी"), slot("d{u,oo}nga d{u,oo}ngi jayega jaega दूंगा दूंगी जाएगा lunga lungi")), 4),
    Rule("live", (_LIVE, slot("video videos stream streaming streamed वीडियो")), 2, unless=_SHOW),
    Rule("live", (_LIVE, _SITES), 3, unless=_SHOW | slot("watch")),
    Rule("live", (_LIVE, slot("went going gone aa aakar aaya aayi jaa chal आ आकर आया आई चल")), 2, unless=_SHOW),
    Rule("live", (slot("livestream livestreaming livestreamed"),), unless=_SHOW),
)  # fmt: skip

PEOPLE: Final = _FAMILY | _ALL | slot("you life")
NOW: Final = slot("now tonight abhi अभी")
NOW_PAIRS: Final = {
    "about": slot("to"),
    "aaj": slot("raat rat"),
    "aj": slot("raat rat"),
    "आज": slot("रात"),
    "few": slot("minutes mins"),
}
TODAY: Final = slot("today aaj aj आज")
TO_COME: Final = re.compile(
    r"(?:will|going|gonna|planning|\w+(?:[uo]ng[ai]|oonga|oongi)|\S+ूंग[ाी]|\S+ऊंग[ाी])\Z"
)
NOT: Final = slot(
    "not never no don't dont didn't didnt won't wont wouldn't isn't isnt without aren't wasn't haven't hasn't doesn't"
)
NAHI: Final = slot("nahi nahin nhi nai na mat mt naa नहीं मत ना न")
NO_AFTER: Final = slot("no false none n/a na not nahi nahin nhi नहीं")
CLAUSES: Final = slot(", and but aur lekin magar और लेकिन मगर because kyunki")
SONGS: Final = slot("song lyrics film movie g{a,aa}na album episode novel गाना फिल्म गीत")

AGES: Final = slot(
    "age aged umar umr years year yrs yr old y/o saal sal वर्ष साल उम्र आयु वर्षीय varshiya class grade kaksha कक्षा std"
    " minor minors underage nabalig nabaalig naabalig नाबालिग"
)
BOILER_PLATE: Final = re.compile(
    r"help ?line|hot ?line|हेल्पलाइन|warning signs|learn more|help cent|law enforcement|good faith|unsubscribe"
    r"|community standards|polic(?:y|ies)\b|14416|1800-|confidential"
    r"|if (?:you|someone) (?:or |are (?:thinking|having|feeling|in crisis)|is (?:thinking|feeling)|have taken|feel"
    r"|need|think|know someone|suspect|see )|(?:yadi|agar) (?:aap|koi) |(?:यदि|अगर) (?:आप|कोई) |विचार आ"
)
AGE_THEN: Final = re.compile(
    r"\b(?:aged?|umar|umr)\b[\s:=|-]{0,4}(?:is |hai |about |only )?(\d{1,2})(?![\d:/.%])(?! ?(?:days|months|min))"
    r"|\b(?:he|she)(?: is|'s) (?:only |just )?(\d{1,2})(?=\s*(?:$|[.,;!\n]|and |years))"
    r"|(?:उम्र|आयु)[\s:=|-]{0,4}(?:लगभग |केवल )?(\d{1,2})(?![\d:/.%])"
)
THEN_AGE: Final = re.compile(
    r"(?<![\d.:/-])(\d{1,2})[ -]?(?:(?:years?|yrs?|yr)[ -]?old\b|y/o\b|वर्षीय|varshiya"
    r"|(?:saal|sal|साल|वर्ष) (?:ki|ka|ke|की|का|के) (?:ladk|larki|larka|bac|bet|chatr|chhatr|लडक|बच्च|बेट|छात्र|किशोर|नाबालिग))"
)
CLASS: Final = re.compile(
    r"\b(?:class|grade|std|kaksha) ?(?:[5-9]|1[0-2]|x|xi|xii|ix|viii|vii)(?:th)?\b|\b(?:[5-9]|1[0-2])(?:th)? class\b|कक्षा ?(?:[5-9]|1[0-2])"
)
PUPIL: Final = re.compile(r"student|pupil|studies|study|padht|chhatr|chatr|छात्र|पढत|school (?:girl|boy)")
MINOR: Final = re.compile(
    r"\b(?:a|is|girl is|is a) minor\b(?! (?:issue|injur|accident|problem|bug|change|error|crash|delay|fire))"
    r"|\bminor (?:girl|boy|child|victim|user|student)|under-?age\b|naa?baa?lig|नाबालिग"
)
