"""What the pieces of a name of North India are: titles, pieces that say little, family names, short forms.

Kept as plain spellings; whoever looks a piece up does so by its `sound`.
"""

from typing import Final

# Before or behind the name, and no part of it.
TITLES: Final = """
    shri shree sri sree shrimati smt shrimathi sushri km ku mr mrs ms miss master dr doctor prof er adv late
    swargiya svargiya sv ji jee sahab saheb sahib janab mohtarma kunwar pt pandit haji hafiz maulana sh
"""
JOINERS: Final = "ul ur un uz ud us al el bin binte e o"

# A name of every second woman: it tells nobody from anybody.
EMPTY: Final = "devi kumari bano banu begum begam khatoon khatun bibi kaur bai ben bhai"
# Behind many a man's name; left out as often as not.
LIGHT: Final = "kumar singh mohammad abdul"
# The second half of a given name: Ram Lal and Ram Prasad are two men.
HALVES: Final = """
    lal prasad charan sewak das dutt nath pal chandra chand babu bahadur pratap narayan sharan kishore swaroop
    mohan nandan bhushan shankar kant raj dayal bali avtar adhar milan
"""
# Family, caste or place: shared by thousands, and dropped or changed more often than a given name.
FAMILY: Final = """
    yadav verma sharma gupta mishra tiwari pandey shukla khan ansari maurya patel chauhan rajput
    jaiswal srivastava dubey dwivedi trivedi tripathi chaturvedi saxena agarwal kushwaha nishad kashyap gautam
    rawat bharti prajapati vishwakarma sahu soni rai chaudhary tyagi malik siddiki qureshi pathak upadhyay
    ojha jha thakur rathore tomar bisht joshi negi saini chaurasia kesarwani katiyar sonkar valmiki jatav
    paswan bind rajbhar lodhi shakya kori gond awasthi bajpai vajpayee dixit mathur nigam singhal goyal bansal
    mittal jain arora kapoor khanna malhotra chopra mehra bhatt nautiyal rana solanki sisodia bhadauria
    parihar baghel kurmi koeri teli mallah kewat nai dhobi pasi rizvi zaidi naqvi abbasi alvi faruqi usmani
    hashmi mirza beg shaikh sayyed pathan mansuri salmani idrisi gaur sengar kannaujia chaubey baranwal
    rastogi bhatnagar asthana sinha rajak diwakar ahirwar kumhar lohar barua
"""

# Other writings of a piece that no rule of sound leads to it.
WRITINGS: Final = """
    mohammad: mohd md mo muhd muhammad
    singh: sinh
    kumar: kr
    prasad: pd prsd
    chaudhary: ch
    abdul: abdur abdus abdu
    verma: varma
    tiwari: tewari
    goyal: goel
    siddiki: siddiqui siddique
    sayyed: saiyad saiyed syed
    dutt: datt
    avtar: autar
    aisha: ayesha
    gulam: ghulam
    krishna: kishan krishan
"""

# What somebody may be called at home. Each also stands for many others, so that it counts for little.
SHORT: Final = """
    raju: rajesh rajendra raj rajkumar rajeev
    vicky: vikas vikram vivek
    sonu: sunil sonia sonal sonam
    monu: manoj mohan mohit manish
    sanju: sanjay sanjeev sanjana
    anju: anjali anjana
    ashu: ashish ashutosh ashok
    abhi: abhishek abhinav abhay abhijeet
    adi: aditya
    anu: anuradha anupama anurag anuj
    deepu: deepak deepika deepti
    viru: virendra
    jitu: jitendra
    gopi: gopal
    sandy: sandeep
    nikki: nikita nikhil
    yogi: yogendra yogesh
    chandu: chandan chandra chandrashekhar
    harry: hari harish
    manu: manoj manish manisha
    ramu: ramesh ram
    dinu: dinesh
    sid: siddharth
    chand: chandra
"""


def lines_of(table: str) -> dict[str, list[str]]:
    """Of `word: one two` on each line, the words by the first."""
    lines = (line.split(":") for line in table.strip().splitlines())
    return {word.strip(): told.split() for word, told in lines}
