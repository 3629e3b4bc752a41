"""Words that printed names begin with, and words that titles end with.

Made by ``benchmarks/byline_tables.py`` from the author lists and titles of half a corpus of papers; a last
word is here when several titles have it. Names are folded: no accents, small letters. Regenerate, not edit.
"""

_GIVEN_NAMES = """
aadirupa aadit aaditya aakanksha aapo aaron aarti aarushi aasa aayam aayush aayushi abbas abdelaziz
abdelrahman abdeslam abdul abdulaziz abdullah abe abed abel abhay abhijat abhijeet abhijin abhijit abhijith
abhik abhilasha abhimanu abhimanyu abhimitra abhinand abhinav abhiram abhirup abhirut abhisek abhishek
abhradeep abhyuday abi abigail abiola abir abishek abitha abner abolfazl abraham abram abrar abteen abulikemu
acc achal achref adabhav adam adams adarsh addison adeel adel adi adiel adir adish adith aditya adji adler
adly adnan adnane adria adrian adriana adrien adrienne adyasha afra afshin agastya aggelos agnes agrim ah
aharon ahcene ahhwee ahmad ahmadreza ahmed ahmet ahsan ai aida aili aimilios aina ainesh aiqi aishwarya aiti
aitor aj ajad ajay ajjen ajmal ajrun akanksha akash akaysha akhil akhilan aki akihiko akihiro akihisa akihito
akil akim akinori akos akram akshala akshara akshat akshay akul alaa alan alasdair alastair alban albert
alberta alberto albin alborz aldo alec aleix alejandro alekh aleksandar aleksander aleksandr aleksandra
aleksei aleksis ales alessandro alessio alex alexander alexandr alexandra alexandre alexandros alexandru
alexey alexios alexis alfio alfons alfonso alfred alfredo alge alham alhussein ali aliakbar aliaksandr
aliaksei alicja alim alinionut alireza alison alissa alistair aliva aliyah aljosa alkhazur allahsera allan
allen allison almeida alnur alon alonzo alp alper alvaro aly alykhan alyosha alyson alyssa amael amal aman
amanpreet amar amaury ambedkar amber ambrish ambuj ameesh ameet amey amin amir amirali amiremad amirreza amit
amjad amlan ammon amnon amogha amol amor amos amr amran amresh amrisha amrit amrita amul amy an ana anan anand
anant ananth anastasia anastasios anat anath anatoli anay anca anchit and anders anderson andiswa andras andre
andrea andreas andrei andrej andres andreu andrew andrey andrii andriy andrzej andy anej ang angad angel
angelica angelika angeliki angelos angrosh angus anh ani anibal anikait aniket anil animesh anindya anirban
aniruddha anirudh anirudha anirvan anish anitha ankit ankith ankur ankush anmol ann anna anne annemarie
annette anni annkatrin anonymous anoop anqi ansar ansel anselm ansgar anshul anshumali anson anthony anthreas
antoine anton antonella antonij antonino antonio antonios antonis antony antske antti anubhav anubrata anuj
anupam anurag anuroop anushri anuvabh anya aobo aparna apoorv apoorva apostolos apratim april aram aran arash
aravind aravindan aravindh araz arbaaz archit arda ardavan arezoo arghya argyris ari aria ariadna ariel arif
arij arijit arild arindam aris aristide aristides aristidis aristotle arjun arka arkadas arkadev arkadi
arkadiusz arkaitz arkil arlindo arman armand armando armen armin arnab arnak arnau arnaud arnav arnd arno
arnold arnon arnu aron arpit arsalan arshdeep arshed arshit art artem artemij artemy arthur artiom arto
artsiom artur arturo arturs aru arun arunava arunkumar arvind arya aryaman aryan aryeh arzoo arzucan asa asad
aseem ashay ashesh ashfaqur ashi ashim ashish ashkan ashlesha ashley ashok ashraf ashutosh ashvin ashwin asif
asim asish asit asja aslan asli asma asrar assaf assane aswin aswini ata atalay atam atanas athanasia atil
atin atnafu atri atsuhiko atsunori atsushi attapol atticus attila atul aude audrey audrunas augustus aurel
aurelie aurelien aurko austin ava avanti averi avi aviad avihai avijit avik avinash avinatan avinava aviral
avirup avishai avishek aviv avleen avneesh avrim awni axel ayah ayan ayellet ayis aykut aynat ayodele ayoung
aysegul ayush ayyoob ayzaan azadeh azar azin azlaan azmat baba babak babis badal badih badrinath bai bailey
baishakhi bala balakumar balaraman balazs bambang bamdev ban bang bao barak baraniuk barbara bardienus baris
barkavi barlas barnabas barret barry bart bartek bartlett bartosz bartuer basem bashar bastian battista beat
beatrice becka been behnam behrooz behtash behzad bei bela benedict benedikt benigno benny benoit benson
beomjoon beongwoo beresford bernard bernardo bernd bernhard bernt bert bertram bertrand besnik bethany bhanu
bharat bharath bhargav bhargavi bhaskar bhaskara bhavana bhavani bhavdeep bhavya bhiksha bhushan bhuvan bhuwan
biao bibaswan bibit bikash bikram bikramjit bilal bilge biljana bill billy bing binh binhson binnal binod binz
bio birgi biru bismarck biswa biswadip bita bjoern bjorn blaise blake blazej blessing bo boaz bob bobby bobo
boce boda bodo bogdan boghos bohyung bolton bonnie boonserm borchun boris borislav borivoje borja bosco boseop
boulbaba boussad boxi boya boyi boyla boyu brad bradford bradley bradly brahim branda branden brandon brandyn
branislav breandan brenda brendan brenden brendon brent brett brian brianna brighten brijen brijkumar briland
brittany brochu brooks bruce bruna bruno bryan bryant bryce bryon bs budhaditya bugra bulent bumsub burak
burcu bushra butler buyu bvk byeongdo byeonghwi byeongju byoungjae byoungtak byron byungdoh byungwoo cagatay
caglar caglayan cagri cai caitlin calden caleb callie calvin cameron camille camillo can cane cao carey carl
carla carles carljohann carlo carlos carlotta carlton carme carmel carmen carmit carolina caroline carolyn
carrie carson carsten carver casey casper cass cassidy cassio catherine cc ce cedric cees celestine cem cenek
cengiz cenk cesar cesc cewu ceyda cezary ch cha chad chanchal chandler chandra chang changil chantal chao
chaotsung chaoyeh chapel charith charlene charles charless charlie chau chavdar che chedy chelsea chelsey chen
cheng chenhsuan cheol cheolhong cheonbok chester cheston chethan chi chiahsuan chiehyang chiguhn chih chihchan
chiheb chihhai chihhui chihjen chihkuan chihyao chikeung chingyung chinmay chinyew chirag chiranjib chitrank
chitta chiu chloe chong chongwah choon chris christian christin christina christine christof christoforos
christoph christophe christopher christos christy chu chuck chulhee chulwoo chun chung chungchi chungching
chungwei chunnam ciamac cijo ciprian claire clara clarissa clark claude claudia claudine claudio claudiu claus
clay clayton cleber clemens clement clint cody concetto cong connelly connor conor conrad constantin
constantine constantinos constanza cor cordelia corey cornelia cosma cosmin costas cotton courtney craig
creighton cristian cristiano cristina crystal crystina csaba cui cun curt cusuh cv cy cynthia cyriel cyril
cyrus daan dae daehoon daesik daesub daeyoun daeyoung dafna dagmar dai daisy dale dallas dalu damek dami dan
dana dandelion dani danial daniel daniell daniil danijar daniyar danny danushka daphna daphne dara darko
darpan darrell darren darryl darshan darya daryna dasaem daulet dav dave davi david davide davis davood dawn
daya dayeon dean deb debarghya debbie debidatta debopriyo deborah debrup declan deeksha deep deepak deepali
deepanway deeparnab deepayan deepti defu deirdre delaney delesley deli delu demba demetri demi demis deng
denilson denis deniz dennis denny derek derik derry deshraj desmond despoina deva devamanyu devansh devarajan
devavrat devdatt devendra devesh devi devin devon devraj deyi deyu dhara dhaval dheevatsa dhiman dhivya dhruv
dhruvesh dian dibya didac didrik diederik dietmar dietrich dieuwke digory dikpal dileep dilek dilip dillon
dima dimche dimitar dimitri dimitrios dimitris dina dinesh ding dinh dino dipam dipendra dirk dityan divya
divyank divyansh divyanshu diyi djallel djemel djordje djorkarne dmitri dmitrii dmitriy dmitry dmytro dogyoon
dohyeon dohyung dokyum domenic dominic dominik dominique don donald dong donghoon donghwan donghyeon donghyuk
donghyun dongkyu dongryeol dongryung dongsub dongwon dongyeop dongyoon dongyub dor dora dori doron dorothy
dorottya dorsa dorthe doru doug dougal douglas dov dr dragomir drausin dravyansh drew dror drsaman duan duc
duccio dumitru dun dung dushyant dustin duy duygu duyu dwait dylan dyut dzmitry dzung earlence easop eberhard
ed eddie edgar edith edmond edmondo edmund edoardo edouard eduard eduardo edward edwin eehern eemil eero efi
efrat efstratios eftychios ege eghbal egon egor ehsan ehud eiichiro eiji eilon eilyan einar eirikur eizaburo
ej ejaz ekaterina ekin elad elan eldad eldan eldar eldon eleanor eleonora elham eli elia elias elie elinor
elior elisabeth elizabeth elke ella ellango ellen ellie elliot elman elnaz elnur eloi elon eloy elron elsbeth
elvin elyor emanuel emanuela emanuele emery emiel emil emiliano emilio emils emily emin emir emirhan emma
emmanouil emmanuel emrah emre enamul enbo endri enea enes engjon enlu enno eno enver enxu enyu enze eran erdem
erenay erez eric erich erick erik erin erkki erkut erland ernest ernesto ernst ertem ertunc ervin esa esau
eshcar eshed eshwar esin esmaeil esteban estevam esteve esther eszter etai ethan ethem eti etienne eugene
eugenio eui eun eunah eunggyun eunhwan eunhyeok eunjeong eunjoon eunseong eunsol eunwoo ev eva evan evangelos
eve evelina evgenii evgeniia evgeny evimaria evren ewa ewout eyal eyke eytan eyup ezra fa fabrizio fahad fahim
fahmida faiaz faidon faisal fajri fajwel fan fang fanny fardina farhad farhan fariborz farid farideh farinaz
farnaz farnood fartash faruk farzan farzin fatih fatma fatoumata faustino federica federico fedor fei felix
fen feng feras ferdinando ferdous ferenc fereshteh feynman fiery filip filippo filippos fillipe finn firas
firdaus firoj flavio flood florence florencia florent florentin florian florin floris forest forrest forrester
fotios fouad fran franccois francesc francesca francesco francis francisco franck francois francoisxavier
frank franklin frans franz franziska fred freda freddie frederic frederick frederik fredo fredrik freek
freeman freshia frida friedrich fritz fu fuen fuli fumihiko furu ga gabor gabriel gabriele gabriella gad gadi
gael gagandeep gal gale gan ganesh gang gao gareth garrett garrick garrison garth garud garvesh gary gasper
gaurav gautam gauthier gavin gayoung gc ge gedas gediminas gellert gemma genady gene genevera genevieve geng
gennady geoff geoffrey georg george georges georgia georgiana georgios georgiy gerald geraldine gerard
gerardina gerasimos geremy gereon gergely gerhard gerik gernot gerold gerry gershom gert gertraud geva geza
ghassan gheorghe giancarlo giannis gideon gil gilad gilbert gilhyun giljin giljoo gilles gillette gillian gim
gio giorgio giorgos giovanni girish giscard giuseppe givi giwon gleb glen glenn gloria go godson gokhan gokul
golnaz goncalo gong gonzalo gopal gopendra gopinath gordon gorka gottfried gou gourav goutam govardana govinda
grace graham grani grant grave grecia greg gregoire gregor gregory grusha grzegorz gu guan guenther guha
guilhem guilherme guillaume guillem guillermo gul gunay gundeep guneet gunnar gunther gunu guo gurneet gustavo
guy guyeon guyo gwendal gy gyeongmin gyeongsik gyubok gyuwan ha habib hachem hadar hadi hado hadrien hady hae
haefner haegon haewon hafiz hafsteinn hahnbeom hai haidar haim haison haitham haithem hakki hal halbert halid
halley hamed hamid hamidreza hamza han hanbyul hane hang hangyeol hangyol hani hannah hannaneh hannes hans
hansgeorg hanson hanspeter hanul hao happy haraldur hareesh haresh hariharan haris harish harit harksoo harlan
harm harold haroon harpreet harri harris harrison harry harsh harsha harshal harshil harshit hartwig harvey
haryo hassan hassen hatef hava hayden hayit hayk hayko hayoon haytham hazel he heather heba hector hedi hedvig
hee heemanshu heerad heewoo heeyoul heinrich heinz heleandra helge helmut heloisa hema hendra hendrick
hendricus hendrik heng heni henny henrik henry henryk heramb herbert hermann herve hesham heuiseok heungil
hexu heyi hideaki hidekata hidemitsu hidetaka hieu hila hilary hilbert hilde hillary hillel hima himabindu
himalaya hind hinrich hippolyt hirak hirakendu hiroaki hirofumi hiroharu hirokazu hironobu hironori hirotaka
hirotoshi hiroyuki hirsch hirunima hisham hj ho hoangquoc hod hoda hofung hoi hoifung holden holger hong
honglak hongseok hoon hoonsang horst hosnieh hossam hossein howard hoyeop hrayr hrishit hsiangfu hsiaoyu hsin
hsinmin hsintai hsinying hsinyuan hsiuchin hsiuyuan hsuan hsuankung hsuantien hsuehying hu hua huan hubert
huda huei hugh hugo hui huih huma hung hungjen hungkuo hungli hungting hungyi hungyu hussam huu huub huy
hwanhee hwanjo hwanjun hwaran hwee hwijeen hye hyeji hyejin hyeogjin hyeokhyen hyeongdon hyeongwoo hyeonseob
hyeonseok hyeonwoo hyeri hyeyoung hynek hyochang hyoeun hyojin hyokun hyoungsoo hyowon hyukhun hyun hyundong
hyung hyunghun hyungil hyungjin hyunjae hyunjik hyunjong hyunju hyunjung hyunseung hyunsin hyunsoo hyunsouk
hyunwoo iad iago iain ian iason iasonas ibrahim idan ido idris ievgen ife ifrah iftah ignacio ignasi ignat
igor ihung iiis iiris ijaz ikhsanul ikko iknoor iksoo ilan ildiko ilia ilias ilja ilker ill illia ilnam ilya
imad iman imanol imdad imon imran imtiaz inbal inbar inchul inci inderjit indranil ines ingmar ingo ingrid
inho inmar inna institute insup ioan ioana ioannis ion ionut ira irad iretiayo irfan iris iro irtiza irwan
irwin iryna isaac isabel isabela isabella isabelle isao isar isay isidora isik ismail israel issam issei
istvan itai itamar itay itziar iuri ivan ivana ivet ivo ivor iz izhak jaakko jaakkola jaan jaap jacek jack
jackie jackson jacky jaco jacob jacquelyn jacques jad jade jae jaechul jaedeug jaegil jaegul jaehak jaeheung
jaehyeok jaehyeon jaehyung jaekyun jaepil jaeseok jaeseong jaesik jaety jaewoo jaewook jaeyoung jagjeet jahyun
jai jaideep jaivarsan jake jakob jakub jalaj jalal jaldert jaley jamaal jamal james jan jana janardhan jane
janet janghoon jangwon janis janmartin jannik jannis janos janwillem jaonary jared jari jarno jaron jarvis
jascha jasmijn jasmine jason jasper jaspiar jaspreet jathin jathushan javaan javad javen javid javier jawadul
jay jayadev jayakorn jayant jayanth jayaraman jaydeep jayesh jayjun jaysa jaywon jayyoon jaz jb jd je jean
jeanbaptiste jeanfranc jeanfrancois jeanluc jeanmarc jeannette jeanphilippe jeanpierre jeany jeanyves jedediah
jedrzej jee jeesoo jeff jeffery jeffrey jelke jena jenqneng jens jeonghee jeonghwan jeongkyun jeongtae
jeremias jeremy jerilyn jernej jeronimo jerret jerry jes jesper jessa jesse jessica jessie jessy jesujoba
jesus jewgeni jey jhony ji jia jian jiao jie jiejyun jiho jihoon jihwan jihyung jile jill jilles jillian jim
jimit jimmy jin jina jindrich jing jinheon jinhwa jinhyeon jinhyuk jinmyung jinseok jinsung jinyeon jinyoung
jiri jiro jisu jitendra jithendar jiung jivat jiwhan jiwon jiwoon jiyoung jk jm joachim joan joao joaquin
jodilyn joe joel joelle joerg joern joey jogendra johann johannes john johnathan johnny jon jonah jonas
jonathan jonathon jong jonghoon jonghwan jonghyun jongok jongwon jongwook jongwuk jongyoon joni jonne jont joo
joohee joohwee joon joonil joonseok joonsuk joonyoung joos joost jordan jordi jordy jorg jorge jorgen joris
jorn joschka jose josef josep joseph josephine josh josiah josip jost jovana joy joyce joydeep joyu jozsef jr
ju juan jude judith judy jue jugal juho juhwan juihsin jukka julius jun juneyoung jung jungbeom jungchan
junghyun jungsoo jungsu jungtaek jungwoo jungwook jungyun junhyuk junichiro junkwang junseok junsik junsuk
junwhan junwon junyoung juraj jure jurgen juri juseog justin juston justus juvaria jyhjing jyhming jyotsna
jyrki ka kaan kabir kacper kah kai kailash kaiyeung kalanit kaleem kalle kallol kalpesh kalyan kam kamalika
kameron kamesh kamiar kamil kamran kamyar kan kana kang kangwook kanishk kanishka kapil kar karaali kareem
karel kari karim karish karl karlheinz karlson karmesh karol karsten karteek karthic karthik karthika
karthikeyan kartik kartikeya kashif kashyap kasidis kasim kaspar kasper kasturi kate katerina katharina
katherine kathleen kathryn kathy katja katrin katrina katsuhiko katsuhito katsunori katsushi katy katya
kaushal kaushik kaustav kaustubh kavita kavosh kavya kayhan kaylee kayo kayvon kazi kazuhiro kazuhito kazunari
kazunori kazutaka kazuyoshi ke kean keeeung keerthana kehyih kei keith kellin kelly kelsey kelvin ken kendall
kendrick keng kenichiro kenneth kenny kent kenton keshav kevin kevyn keyhan keyi keyu keyvan keze kfir kha
khadidja khaled khalid khalil khanh khashayar khe khoa khurram khush khushboo khushi kian kiarash kibok kiet
kihwan kihyuk kijung kilho kim kimberly kimchuan kimon kin kinh kinjal kira kiriakos kiril kirill kisuk kiwon
kiyoharu kiyohito klaas klas klaus klim knut ko kobbi kobus koby koen koichiro koji koki kokil kolby koller
kong konrad konstantin konstantinos koray kostadin kostas kourosh koushil kratarth krikamol kris krishan
krishna krishnan kristan kristen kristiaan kristian kristin kristina kristjan kristof kritika kry krysta
krystian krzysztof ksenia kshitij kshitiz kuan kuanchieh kuangchih kui kukjin kun kunal kunihiko kuo kurt kush
kushal kustaa kwabena kwang kwanghoon kwangjun kwangsung kwanyee kwok kyehyeon kyeongpil kyle kyohoon kyomin
kyoung kyoungsoo kyriacos kyu kyuhong kyungah kyunghyun kyungjae kyungmin kyungnam kyungrae kyungsu kyungtae
kyusong kyuyeon lachlan lachy ladislav laetitia lai lajanugen lalit lam lambert lan lancelot lane lang lapfai
laporsha lappi larry lars lasse laszlo latifur laurel laurence laurens laurent laurenz lav lavi lavinia
lawrence lawson layla layne lea leah leandro lee leemon legrand lehel lei leif leigh lekheng lele lena lennox
leon leonard leonardo leonel leonid leonidas lerrel les leshem leslie lester lev levent levente levi levon li
liam libby libo lida lidror lie lifu lihe lihi lihu lilach lili lilja lillian lily limor lin lina ling linh
linsey linus lionel lior lisa lise liu liubov liudmila liva liwu liyu lizi ljiljana llew llion lloyd lluis
loic lok long loongfah lopamudra lora lorenz lorik loris lorna loucas louis lourdes love lovekesh lu luan
lubomir lubor luc luca lucas lucy ludovic ludwig luis luiz lukas lukasz luke luminita lun luo lutfi luyu lya
lydia lyle lyndon lyndsey lyne lynne lysa ma maarten maartje mac macario machel maciej madalina madanlal made
madeleine madhav madhava madhu magda maggie magnus mahdi mahdieh mahesh mahmood mahmoud mahnaz mahnoosh mahsa
mahyar mai maik mainak maithili maithra maitrey maja majid makarand makesh makram maks maksim maksims maksym
malavika malcolm mali malik malte malvina man manaal manas manav mandar mandy maneesh manel manex manfred mani
manik manish manoel manohar manoj manolis mans mansoor mantas manuel manvel manzil mao maoz marat marc
marcandre marcaurelio marcel marcella marcello marcelo marcin marcio marco marcolivier marcos marcus marek
margaret margareta margarita margaux margret margrit mari mariaflorina marinela marion marios marissa marius
marjan marjorie mark marko markus marleen marlene marlos marshall marta marten martha marthinus marti martial
martijn martin martina martine marton marvin marwa marwan marwin mary maryam marylou marzia marzieh masaaki
masafumi masahiko masahiro masakazu masanori masataka masatoshi masayoshi masayuki masazumi mason masoud
masrour massi massih massil massimiliano massimo massoud mate matej mateusz matey matheus mathew mathias
mathieu mathurin matiss matko mats matt matteo matthaeus matthai matthaus matthew matthias matthieu matthijs
matti mattia mattias mattis matus matvey matyas mauajama maunendra maureen maurice mauricio maurizio mausam
max maxim maximilian maximus maxwell maya mayank mayur maziar md medhat meelis meet megh megha meghan meghdut
mehdi mehmet mehran mehrdad mehrsan mehrtash mehryar mehrzad mei meirav meisam mejbah melcior melih melinos
melissa melody melvin meng meritxell mert meryem mesrob mete meysam mi miao michael michaela michail michal
michalis micheal michel michelle michiel michihiko mickael miguel mihaela mihail mihalis mihir miikka mijung
mikael mikaela mikayel mike mikel mikhail miki mikkel mikko miklos mikolaj mikulas milad miles milind miljan
millicent miltiadis min mina minbeom mincheol ming minghsuan minh minhkhoi minhthang minhtien minhtri minhwan
minhyeok minhyuk minhyung minjoon minjung minkyo minoh minsam minseok minsik minsung minuk minyoung miquel mir
mircea mirco mirella miriam mirko miroslav miroslava mirta miru miryam mislav misuk mitch mitchell mitesh
mitsuhiko mitsuo mitsuru miykhaylo miyu mk mladen mo mobashir modar moez mohak mohamad mohamed mohammad
mohammadhossein mohammadi mohammadreza mohammed mohi mohit mohith mohsen moin mojmir mojtaba mona moni monir
monojit monroe montserrat moo moonki moonsu moontae mor moray mordechai morgan morgane moritz morten morteza
mosfeq mostafa mostofa motoaki moussa moustapha moy mr mridul mriganka mrinal mrinmaya ms mu mubarak mudassir
mudit muhammad muhammed muhittin mujdat mukesh mukul mukund mukundhan munawar mung munther munyoung murad
murat murray murtadha murtaza mushfiqur mustafa mutethia muthu my myeongjun mykel mykhaylo mykola myle myrl
myron myrsini myungchul myunghwan na nachshon nachum nada nadathur nadav nadir nadya naftali nagarajan nagesh
nahum nai najmeh najoung nako nakul nal nam namdar namgyu namhoon namrata nan nancy nantas naoufel napat
narayanan narciso nare narendra naruhiro narunas nasim nasir nasser nassir nat nataly nate nathalie nathan
nathanael nathaniel nati naureen navdeep naveed naveen navid navin navita navonil nawanol nayat nayeon nazarii
nazneen ndapa neal nebojsa necva nedelina nedjma neehar neel neeraj negar neha neil neill nello nelson ness
nestor netanel neus nevan nevena neville nevin ng ngai ngaiman ngan nghia ngo ngoc nguyen nhat nhi ni nian
niao niccolo nicholas nicholay nick nicki nickil nico nicol nicolae nicolas nicoletta nicu nidhi niels nieves
nigel nihar nihir nijil niket nikhil niki niklas niko nikolaj nikolaos nikolas nikolaus nikolay nikos nikunj
nikzad niladri nilesh niloofar niloy nils niluthpol nima nimar nimrod nina ninad ninareh ning nir niraj nirat
nirmesh niru nisarg nishal nishant nishanth nisheeth nishith nitay nithin nitish nizar noa noah noam noble
nobuyuki noel noga nong nora noranart norbert norberto norimichi norm norman nour novi nuan nuno nuo nuttapong
nyoungwoo oana octavia odalric odalricambrym oded ofer ofir ognjen oh ohad oier ojvind okihide okke oksana
oktay ola olaf olalekan olao ole oleg oleksandr oleksii oleksiy olga olgica oliver olivia olivier olof
olufunke oluwasanmi olvi omar omer omid omkar omri omry oncel ondrej onenamiyi onur or orazio oren orhan ori
oriel oriol orion orith orlando oron osbert oscar oshri osman osmar osvald otkrist otmar ousmane oussama owen
ozan ozge ozgur ozlem ozsel paavo pablo padhraic padmini paidamoyo pakhi palash palghat pallavi pan panagiotis
panayotis pang pankaj pannag panos parag paramita paramveer parantapa paraschos parikshit parinaz paris
paritosh parker parminder parsa parth partha parthe parv parvez pascal pascale pasi pat patrice patricio
patrick patrik patsorn pau paul paulina paulius pavan pavel pavlo pawel payal payam payel pearl pedram pedro
peerapon peerat peggy pei pekka peng pentti per percy pererik perez periklis perouz perry peru petar pete petr
petra petri petros peva peyman peyton pha phani phengann phil philemon philip philipp philippe philippos
phillip phong phu phuc phuong pia pierluigi pierreantoine pierreluc pierreyves pietro piji pilsung ping
pinhsuan piotr pirros piyawat piyush pohsuan pong pontus poornima poorya possu potsawee pourya poyi prabhat
pradeep pradipto pradyumna prafulla pragaash prajit prajjwal prajvi prajwal prakash prakhar prameesha pramit
pramod pranav pranava pranay praneeth pranjal prannay prasad prasanna prasant prasetya prashant prashanth
prasoon prateek pratik pratul pratyay pratyush pratyusha prav praveen pravendra pravesh predag preethi prem
premkumar preslav preston pride prince prithvijit pritish priya priyam priyank priyanka priyanshu prof promod
proteek przemyslaw pu pujith pulak pulkit punarjay puneet purva pushkar pushmeet pushpak puze qi qian qiao qin
qing qiqi qu quaid quais quan qun quoc quochuy quynh rachel rachid rachit rad rada radford radha radityo
radmila radomir radu raef rafael rafal raffaello raffay ragesh raghav raghu raghudeep raghuveer rahaf rahat
rahel rahul raia raif raimondas raj raja rajarshi rajarsi rajasekar rajat rajbir rajeev rajesh rajhans rajitha
rajiv rajkumar rakesh raksha rakshit rakshith ralf ralph ram rama ramakanth ramesh rameswar rami ramit ramon
ramy ramya ran ranbir randall rang ranjay rao raoul raphael raquel rares rashish rashmi rasmus rasool rastko
rasul ratnesh raul raunaq ravi ravindran ravishankar raviteja raviv ray raymond razieh razvan rebecca reed
refael regis rei reid reihaneh reimar rein reinald reinhard relja rembrandt remi remo remy ren renat renaud
rene reshad reto reut revanth rex rey reyhaneh reza rezsa rhicheek rhiju ria riad riashat ricardo riccardo
rich richard rickard ricky rico rie rif rigas riitta rik rika rikke riley rimvydas rina rinat rinichiro rio
rion rishabh rishanth risheek rishit risi risto rita ritam ritchie ritesh rithesh riza rizal rj rjskerry rob
robby robert robik robinson rocco rochelle roderic roderick rodney rodolphe rodrigo roee roei roel rogerio
rohit rohith roi rokas roland rolf rom ron ronald rong roni ronitt ronny rooholla roopak roozbeh rory rosalind
rose roshni ross rossano roy roya ru rudolf rudolph rudrasis rudy rueisung rui rupesh rushil ruslan russ
russell rustem ruta rutav ruth rwik ryad ryan ryanrhys rynson ryo ryoga ryohei ryoji ryokan ryosuke ryota ryu
ryuhei ryuki ryusuke ryutaro saab sabit sabri sabrina sabur sabyasachi sachindra sadeep sadhana sadra saeed
saehoon sagar sagi sagnik sahand sahar saharon sahil sahisnu sai saibal said saikat saikit sainbayar sajad
sajid sajjad sajjadur saketha saksham saku salah salar saleema saleh salih salil salim sally salman salvador
salvatore sam samaneh samantha samarth sameh samet sami samir samitha sammie sammy samopriya samory samson
samuel samy samyak sana sanchit sandeep sandilya sandra sandrine sandro saneem sang sangdon sanggil sanghack
sanghwan sanghyeon sanghyuk sanghyun sangkuk sangryul sanjay sanjeeb sanjeev sanjiv sanjoy sankalp sanketh
sanmay santosh sao sara sarah sarath saravanan sargur sariel sarik sarit sarkar sarthak sarvagya sarvan sascha
sashank sasidhar sasu saswati sateesh sathiya sathya satish satrajit sattar satvik satwik satyen saul saumya
saurabh saurav saverio sayak sayandev sayed sayeh sayna schrasing scott se sean seb sebastian sebastien
sedrick sehoon sehyun seid sek sekhar semih sen sendhil sennay senthil seo seok seon seonghwan seonghyeon
seongjae seonguk seonhoon seonmin seonwook seoung sepehr sepp serafim seraphin sergey serim sertac seth sethu
sethuraman seung seungeun seunghak seunghoon seunghwan seunghyun seungil seungjean seungjin seungjun seungryul
seungtaek seunguk seungwhan seungwon seungwoo seungwook seungyeon seungyeop seungyong sewon seyed seyeon
seyhmus seyoung sha shachar shafiq shahab shahram shai shailesh shakarim shakir shalabh sham shan shangtse
shanhung shankar shanmukha shannon shao sharath sharid sharon shashank shauharda shaul shaunak shawn shay
shayak shayna shayne shelly shelvia shen sheng sheperd sherif sherjil sherry shervin shi shideh shie shigeyuki
shihab shihcheng shihchii shihfu shihhung shihting shihyu shikhar shimon shin shingtung shinhyeok shipra shir
shirley shiry shishir shiv shiva shivam shivani shivanshu shivin shlomo shmuel sho shoaib shobeir shoichiro
shomir shourya shouvanik shoval shraman shravan shreeya shrey shreya shreyas shreyash shrikanth shrimai
shrinidhi shrinu shrruei shruti shu shubham shubhangi shubhendu shubho shuly shumeet shumpei shun shuo shurjo
shy shyam shyamal si siamac siamak sian siavash sid sida siddarth siddartha siddha siddhant siddharth
siddhartha sidhika sidi sidsel siegfried sif sifa siffi sikandar silvano silvia silvio silviu sima simon
simyung sina sindhu sinead sinem sing siqi sirish site siti siu siuon siva sivabalan sivakant sivan sivaraman
siyu sj sjoerd sk skand skander sky skye slav slava slawomir slobodan smaranda smita smitha smriti sn sneha
snigdha sobhan sofus sohaib sohail soham soheil sohil sohrab sohrob soichiro solomon soma somak somayeh somdeb
somesh somnath son sonal song songhwai sony soofiyan sooyoung sophia sophie sorathan soroosh soroush sotetsu
sotiris soubhik souhaib soumava soumik soumith soummya soumya soumyadeep soumyadip soumyajit sounak sourabh
souradeep souradip sourav sourya souvic souyoung sowmya soyoung spencer spyros sree sreekanth sreenivas
sreeram sreerupa sreyan sreyasee sreyashi sridhar sriganesh srikanta srikantan srikanth srikrishna srikumar
srinadh srinagesh srinath srini srinivas srinivasa srinivasan srinjoy sriparna sriram srivatsan sruthi ssu st
stamatios stamatis stan stanislas stanislav stanislaw stanley stathis stavros stefan stefanie stefano stefanos
steffen stelios stella stepan stephan stephane stephanie stephen stergios sterling steve steven stojan stratis
stuart su subarna subeesh subhadeep subhajit subham subhaneil subhankar subhashini subhransu subhro subrata
subrato suchendra sudanthi sudarshan sudeep sudha sudipta sudipto sue sugandha sugyeong suha suhas sui suin
sujay sujith sujoy sukannya sukmin sukumar suma sumedh sumeet sumegh sumit sun sunayana sundar sundaram
sundeep suneel sung sungdong sunggoo sungho sunghoon sunghun sunghyon sunghyun sungjea sungjin sungjoo sungjun
sungkil sungphil sungrack sungroh sungryull sungsoo sungwon sungwoong sungyeon sungzoon sunil sunny sunok
suparna supratik supriyo surabhi suraj surangika surbhi suresh surjyendu surojit surya sushant sushil sushrut
suvir suvrit suwon suyash suyog suyu svebor sven sverker svetha svetlana svitlana svn swabha swami swarat
swarna swaroop sweta swetha syama syamantak syed sylvain sylvaine sylvian sylvie syrielle szabolcs szuwei
szuyu szymon tabish tabitha tachung tackgeun taco tad tadahiro tadanobu tadas tadayoshi taddy tae taegyun
taehee taehwan taehyun taeksoo taekyun taesik taesuk taesung taesup taeuk taewoong tagyoung taha tahsin tai
tajuddeen takaaki takafumi takahiro takanori takayoshi takayuki takehisa takuhiro takwai takyoung tal tali tam
tamar tamas tameem tamir tan tanachat tandat tanel tang tanish tanmay tanmoy tanveer tanzeem tao tara taras
tarek tarik tariq taro taru tasnim tassilo tatjen tatjun tatseng tatsuki tatsunori tatsuto tatsuya tatyana
taufik tavi taylan taylor te teck ted teddy tejas tekla tele teli telmo temma teng tenny teodor teppo tero
terry teruhisa tesca tess tete tetsuro tetsuya teven tewon th thabo thai thalia thamar thanard thang thanh
thanhtoan thanhtung tharindu tharun thea theo theodore theodoros theophane theophile theresa thiago thibaud
thibault thibaut thiemo thien thierry thijs thilo thin thinh thodoris thoma thomas thong thorben thore
thorsten thuy thuytrang ti tian tiantsong tiark tiberio tien tienphat till tilman tim timo timoliver timon
timothee timothy timur tin tina ting tingfung tinghsuan titus tivadar tiwalayo tj toan tobi tobias toby todd
todor tofigh toke tolga tom tomas tomasz tomav tomi tommaso tommer tommi tomoharu tomohiro tomonori tomoyuki
tong toni toniann tony tor torbjorn torsten toru toshihiko toshiteru toshiyuki tou touqir tracey tran trapit
trausti travis trevor tri trieu trishul tristan trong troy truc trung truong truyen tsangwei tsubasa tsuhan
tsuiwei tsujui tsunghan tsunghui tsungnan tsungwei tsungyen tsunhsuan tsunyi tsuyoshi tu tuan tucker tudor tue
tunc tungyou tuo tuomas tushar tyagi tyler tzahi tze tzuchien tzuhsiang tzukuo tzumao tzupu tzyyping udi udit
uiwon uksang ulas ulf ulfar ulie ulisses ullrich ulrich ulrik ulrike umar umberto umur umut unnat uri urs urun
ury usman uta uthaipon utkarsh utku uwe vaarij vacit vaclav vaden vadim vagia vahab vahid vaibhav vaibhava
vaishakh vaishnavh vaishnavi valencia valentin valentina valerii valerio valero valliappa valts vamsi vandana
vandi vania varad vardan varun vasil vasileios vasili vasilis vasiliy vasken vassilis vasudev vasudha vatsal
vayer vedant vegard veikko veit venelin venkat venkatesh vennela venu vera vered verena verna veronica
veronika veselin vgvinod vianney vibhav vibhor vibhu vicente vicki vickie vicky victoire victor victoria vidhi
vien viet vietan vighnesh vignesh vihari vijay vijetha viji vikas vikash vikram viktor viktoriia vilhelm
viliam ville vin vinay vinayak vince vincent vineet vineeth vinh vinicius vinitha vinod vinoj viorica vipul
virag viren viresh virginia visesh vishakh vishal vishnu vishrav vishwa vishwajeet vishy vitalii vitalis
vitaliy vitaly vithya vito vitobha vitor vittal vittorio viveck vivek vivienne vlad vladimir vladislav vladlen
vlastimil vojta vojtech volkan volker volkmar volnei volodya volodymyr vsr vu vuong vwani wadim wael wai waldo
waleed walid walker walter walterio wang warren wasi wayne wayner wee weerayut wei weichih weihung weitsih
wemerson wen weng wenhsiao wenhsien wesley wietse wilbert wilfred wilfried wilhelm wilka will willem william
willie wilson wilsun wim wing winston wissam wittawat wojciech wojtek wolf wolfgang wolfram won wondong wonhee
wonjong wonjoon wonpyo wonsik wonsuhk wontae wonyong woo woojae woojeong woomyoung wooseok wray wu wulfram
wyeth xaq xavier xi xia xian xiao xida xin xing xiu xiyu xu xuan xuanphi xubo xue xun ya yaacov yaakov yada
yadollah yael yafu yagiz yahav yahya yair yaji yajvan yakov yale yali yan yang yani yaniv yann yannic yannick
yannig yannis yao yaohung yappeng yariv yaron yaroslav yaru yash yashal yashar yashas yashaswi yashraj yassine
yassir yasuharu yasuhiro yasuhisa yasumasa yasunori yasutaka yasuyuki yat yazeed ydo ye yedid yee yeewhye yen
yenson yeonjoon yeonjun yeonwoo yeshwant yevgen yevgeniy yevgeny yew yewsoon yftah ygor yi yian yiannis yibo
yida yide yietarng yifu yige yihsuan yik yikcheung yile yili yilu yin ying yingwung yinhsi yinlam yiru yishay
yisi yisyuan yite yixi yixu yiyu yizhak yizi ylan yoann yoav yoel yogarshi yogesh yohann yoji yonathan yong
yongdeok yonghyeon yoni yookoon yoon yoonho yoonhyung yoonjung yoonna yoonseok yoonsuck yoonsung yoram yori
yosef yoshihide yoshihiko yoshihiro yoshimasa yoshinari yoshinobu yoshitaka yoshiyuki yosi yossi yossiri
yosung yotam you younes young youngbae youngbin youngbum younggyo youngja youngjae youngjin youngjoo youngjoon
youngjune youngmin youngmoo youngseo youngsuk youngsun youngwook youngwoon yousef youssef yova yu yuai yuan
yubo yue yugo yuhsin yui yuji yujung yuka yuke yuki yukihiro yukitoshi yukyung yumo yun yuna yungkyun yungsung
yungyu yunheung yuni yunjey yunnung yunseon yunus yunwon yuqi yura yuri yury yusu yusuf yusyuan yuta yuto yuu
yuval yuvan yuxi yuya yuyu yvan yves yvette yvonne zac zacchary zach zachary zachery zackory zae zafarali
zahra zai zaid zain zak zakria zan zane zawlin zbigniew zdenek ze zeb zeerak zelda zeng zeqi zeye zeynep zeyu
zhan zhang zhao zhe zhen zheng zhi zhivar zhong zhou zhu zhun zhuo zi ziad zibo zico zid zili zilu zimo ziqi
zita ziv zixi zixu ziye ziyi ziyu zoe zohar zoltan zorah zornitsa zsolt zubair zui zuyi zvi zvika zygmunt
"""
GIVEN_NAMES = frozenset(_GIVEN_NAMES.split())
_LAST_WORDS = """
acceleration accuracy acquisition actions activities activity adaptation adversaries advice agents aggregation
algorithm algorithms alignment allocation analysis annotation annotations answering applications approach
approaches approximation approximations architecture architectures assessment assistants attacks attention
attributes auctions augmentation autoencoder autoencoders automata averaging backpropagation bandit bandits
behavior benchmark boosting bounds budget calibration camera cameras capacity captioning carlo categories
categorization cca checking chinese chip circuits classes classification classifier classifiers clouds
clustering clusters cnns code codes coding coherence collaboration collections communication comparison
comparisons completion complexity components comprehension compression computation computing concepts
conditioning connections connectivity consistency constancy constraints construction context control
convergence conversation conversations convolution convolutions corpora corpus correction correspondence
correspondences cortex cost crowdsourcing curves data dataset datasets deblurring decisions decoder decoding
decomposition decompositions deconvolution demonstration demonstrations denoising dependencies descent
description descriptions descriptors design detection detector detectors development devices dialog dialogue
dialogues diffusion dimension dimensions discovery distance distances distillation distribution distributions
divergences diversity documents domain domains driving dropout dynamics effects embedding embeddings encoder
encoders encoding energy enhancement ensemble ensembles entropy environment environments equations error
estimation estimator estimators evaluation examples execution experiments experts explanations exploration
expressions extraction faces factorization families features feedback fields filter filtering filters flow
flows forecasting forests forgetting framework function functions fusion games gan gans gaussians
generalization generation generator geometry gradient gradients graph graphs grasping grounding guarantees
guidance hands hashing humans ica identification illumination image imagery images imaging imitation
improvement induction inference information input inputs instances integration interaction interactions
interfaces interpolation interpretation iteration kernel kernels knowledge labeling labels language languages
lasso law layer layers learners learning localization locomotion loss losses lstms machine machines making
manifold manifolds manipulation map mapping mappings maps matching matrices matrix matting maximization mcmc
mdps means measurements measures mechanism mechanisms media memory method methods metrics minima minimization
mining mixtures model modeling models motion movements multipliers navigation neighbors net nets network
networks neurons nlp nlu noise norm normalization objectives objects observability observation observations
operators optimization output outputs pairs parsing partitioning passing patterns pca perception perceptrons
performance perspective perturbations pixels planning plasticity points policies policy pomdps pooling
populations pose potentials prediction predictors pretraining primitives prior priors privacy problem problems
process processes processing products programming programs projections propagation properties proposals
pruning pursuit quadrature quantization queries questions rank ranking rates reasoning recall recognition
recommendation reconstruction recovery reduction reflex regions registration regression regret regularization
relations relaxation removal rendering replay representation representations resolution resources restoration
retrieval reviews revisited rewards rewriting robotics robots robustness rules saliency samples sampling scale
scales scaling scenarios scenes schemes scoring scratch search segmentation selection selectivity semantics
sensing sensors separation sequences series sets setting settings sgd shapes signals similarities similarity
simulation sketches skills slam smoothing smoothness solutions sounds sources space spaces sparsity speech
splitting squares states statistics stereo stitching strategies streams structure structures study styles
subspaces summarization supervision surfaces svm svms synapses synthesis system systems task tasks teaching
techniques tensors testing text texts theory thresholding time tracker tracking training trajectories transfer
transform transformations transformer transformers transitions translation transport tree trees trick tuning
uncertainty understanding units values variables variation vectors vehicles verification video videos view
views vision vlsi walks weights wild world
"""
LAST_WORDS = frozenset(_LAST_WORDS.split())
_ACRONYMS = """
ADMM AI AMR ANN ASR AUC BCI BERT BRDF CCA CMOS CNN CT DNA DNN EEG EM GAN GP GPU HMM ICA LDA LLM LP LSTM MAP
MCMC MLP MRF MRI MT NER NLG NLP NLU NMT ODE PAC PCA POMDP QA RBF RGB RGBD RL RNN SGD SLAM SVM TD VAE VLSI VQA
XOR
"""
ACRONYMS = frozenset(_ACRONYMS.split())
