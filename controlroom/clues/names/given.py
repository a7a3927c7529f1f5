"""Given names that stand by themselves: of two that are both here and sound different, neither is a slip.

One spelling of each, by the languages they come from; whoever looks a name up does so by its `sound`.
"""

from typing import Final

MEN: Final = """
    abdul abhay abhijeet abhilash abhimanyu abhinav abhishek aditya ajay ajit akash akhil akhilesh akshay
    alok aman amar amarjeet ambuj amit amrendra amrit anand aniket anil aniruddh anjani ankit ankur anmol
    anshul anshuman anubhav anuj anup anurag arjun arpit arun arvind aryan ashish ashok ashutosh atul
    avinash avnish ayush balram balwant banwari basant bhagwan bharat bhola bhupendra bhuvan birju brijesh
    budhram chandan chandrabhan chandraprakash chandrashekhar charan chetan chirag daya dayanand deepak
    deependra devendra devesh dhananjay dharampal dharmendra dharmesh dheeraj dhirendra dhruv digvijay dilip
    dinesh dipanshu durgesh dushyant gajendra ganesh gaurav gaurishankar gautam ghanshyam girish gopal
    govind gulab gulshan gyan gyanendra harendra hari harish harsh harshit hemant himanshu hitesh hridesh
    indra indrajeet ishwar jagat jagdish jai jaiprakash jatin jawahar jeevan jitendra kailash kamal kamlesh
    kamta kanhaiya kapil karan kartik kashi kaushal kaushik keshav khem kishan kishor krishna kuldeep
    kulwant kunal kundan kush lakhan lakhvindar lakshman lalit lalta lokendra lokesh madan madhav madhukar
    mahadev mahavir mahendra mahesh mahipal manav mangal manish manjeet manoj mansingh manvendra markandey
    mayank mithilesh mohan mohit mrityunjay mukesh mukul muneesh munendra munna murari nagendra nakul naman
    narayan narendra naresh narottam naveen navneet neeraj nihal nikhil nilesh niranjan nirbhay nirmal
    nishant nitesh nitin nripendra om omkar omprakash omveer pankaj pappu paras parmanand parmeshwar
    parshuram parvesh pawan piyush prabhakar prabhat prabhu pradeep pradyumn prakash pramod pranav pranjal
    prashant pratap prateek pratyush praveen prem prithvi puneet puran purushottam pushpendra radheshyam
    raghav raghunath raghvendra rahul raj raja rajan rajat rajendra rajesh rajiv rajkumar rajnish rajpal
    rakesh ram ramakant raman ramashankar ramesh rameshwar ramji ranjan ranjeet ranveer ratan ravi ravindra
    rishabh rishi ritesh ritik rohan rohit rudra rupesh sachin sagar sahil sameer sandeep sanjay sanjeev
    santosh santram sarvesh satendra satish satyam satyaprakash satyendra saurabh savan shailendra shailesh
    shankar sharad shashank shashi shatrughan shekhar shishir shiv shivam shivendra shreyas shubham shyam
    siddharth siyaram sohan somnath sonpal subhash subodh sudhakar sudhanshu sudhir sugriv sujeet sukhdev
    suman sumer sumit sundar sunil suraj surendra suresh surya suryakant sushil swapnil tarun tej trilok
    triloki tripurari tushar uday udayveer ujjwal umashankar umesh upendra utkarsh vaibhav varun ved veer
    vidyasagar vijay vijendra vikas vikram vimal vimlesh vinay vineet vinod vipin vipul virendra vishal
    vishnu vishwanath vivek yash yashpal yashwant yogendra yogesh yuvraj
"""
WOMEN: Final = """
    aditi akanksha alka amba amrita anamika anchal anita anjali anjana anju ankita annapurna anshika anshu
    antima anupama anuradha aparna archana arpita arti arunima asha avantika babita barkha beena bhagwati
    bharti bhavna bhawani bimla bindu chanda chandni chandrakala chandravati chhaya chitra chunni damini
    darshana deepika deepti divya durga ekta gayatri geeta geetanjali gomti guddi gudiya gunja hema hemlata
    indrawati indu isha ishita janaki jaya jayanti jyoti jyotsna kajal kalawati kalpana kamini kamla kanchan
    kanti karishma karuna kavita khushboo khushi kiran kirti komal kripa kumkum kunti kusum lakshmi lalita
    lata leela madhu madhuri mahima maina malti mamta manisha manju manjula mansi maya meena meenakshi meenu
    meera megha menka mithila mohini mona monika mridula munni muskan nandini nanhi neelam neelu neerja
    neetu neha nidhi nikita nirmala nirupama nisha nishi nitika nupur padma pallavi parul parvati payal
    phoolmati pinki pooja poonam prabha prabhavati pragati pragya pramila pratibha pratiksha pratima preeti
    prema prerna priya priyanka priyanshi pushpa rachna radha radhika ragini rajeshwari rajkumari rajni
    rakhi rama rampyari rani ranjana ranjani rashmi reena rekha renu renuka richa riddhi rinki rita ritika
    ritu riya roli roopa roshni ruby ruchi rukmini sadhna sakshi sandhya sangita sanjana santoshi sapna
    sarala saraswati sarika sarita saroj satyawati saumya savita savitri seema shakuntala shalini shanti
    sharda sharmila shashikala sheela shikha shilpa shital shivani shobha shraddha shreya shruti shubhi
    shweta shyama siddhi simran sita sneha sonali sonam soni sonia srishti subhadra suchitra sudha sujata
    sukanya sulekha suman sumitra sunaina sundari sunita surabhi surekha sushila sushma swapna swati tanu
    tanuja tanvi tara tulsi uma urmila urvashi usha vaishali vaishnavi vandana varsha vasundhara veena vibha
    vidya vidyawati vimla vinita yamini yashoda
"""
ARABIC_PERSIAN: Final = """
    aadil aamir aarif aasif abid abrar adeeba adnan afreen afroz afsana afzal ahmad aijaz aisha akbar akhtar
    akram alam ali alia altaf amina amjad anas anjum anwar aqib arbaz arman arsalan arshad arzoo asad asgar
    ashfaq ashraf asiya aslam ateeq athar ayaz ayub azad azam azhar aziz babar bilal bushra danish dilshad
    ehsan faisal faiyaz faizan farah fardeen farhan farhana farheen farid farooq farzana fatima fazal feroz
    fiza furqan gulfam gulnaz gulzar habib haleema hameed hamza hareem haroon hasan haseena hashim hina
    hussain ibrahim iftikhar ikram ilyas imran imtiyaz inam iqbal iqra irfan irshad ishaq ishrat islam
    ismail israr jabbar jahan jahangir jalal jamal jameel jannat javed junaid kaif kaleem kamran kareem
    kashif khalid khurshid kulsum liyaqat luqman mahfooz mahmood majid mansoor maqsood mariam masood mehak
    mehboob mehjabeen mehnaz meraj misba mohsin moin mubarak mujeeb mukhtar mumtaz munawwar muneer musarrat
    mushtaq mustafa mustaqeem nadeem nadir naeem nafees nagma naheed najma naseem naseer nasreen naushad
    nawab nawaz nazia nazim nazma nazneen nazreen nilofar nizam noor nusrat obaid omar parveen parvez qadir
    qasim raees rafiq rahim rahman rahmat rashid rashida raza razia rehan rehana reshma riyaz rizwan rizwana
    rubina rukhsana rukhsar saba sabiha sabir sabrina saddam sadiq saeed safiya sahiba saif sajid sakina
    salim salma salman sameena sana sania sarfaraz sarwar sattar sayra shaban shabana shabbir shabnam shadab
    shafiq shahbaz shaheen shahid shahnawaz shahnaz shahrukh shahzad shaista shakeel shakir shama shameem
    shamshad sharif shazia sheeba shireen shoaib siraj sofia suhail sultan tabassum tahir tahira talib
    tanveer tariq tasleem tauheed tausif usman uzma wahid wajid wakeel waqar waris waseem yakub yasin
    yasmeen yusuf zaheer zahid zaid zaida zainab zakir zareena zeba zeenat zeeshan zoya zubair zuhra
"""
