"""Words that printed names of authors commonly begin with, folded (no accents, small letters).

Made by ``benchmarks/given_names.py`` from the author lists of half a corpus of papers; a fact about each word
(several authors' printed names begin with it), nothing about anybody. Regenerate rather than edit.
"""

_TABLE = """
aaditya aapo aaron abbas abdelrahman abdul abdullah abe abhilasha abhinav abhishek abhradeep abir abner
abolfazl abrar adam adarsh adel adi aditya adji adnan adria adrian adriana adrien afshin agata aharon ahmad
ahmadreza ahmed ahmet ai aidan aiping aishwarya aitor aj ajay akash akihiro akiko akira akshara akshat akshay
alain alan albert alberto aldo alec alejandro aleksandar aleksander aleksandr aleksandra aleksei ales
alessandro alessio alex alexander alexandra alexandre alexandros alexandru alexei alexey alexis ali aliaksandr
alice alina aline alireza alisa alison alistair allan allen alon alp alvaro aly alyosha alyssa amal aman
amaury amber ambuj ameet amelie amin amir amirreza amit amos amr amrit amy an ana anand anant anastasia
anastasios anat anders anderson andras andre andrea andreas andrei andrej andres andreu andrew andrey andrii
andriy andrzej andy angel angela angelo anh aniket anil animesh anirban aniruddha anirudh anish ankan ankit
ankur ann anna annan anne anoop anqi ansgar anshul anthony antoine anton antoni antonin antonino antonio
antonios antony antti anuj anupam anurag anusha apoorva aran arash aravind arda ari arian arianna ariel arjun
arman armando armen arnab arnau arnaud arnd arno arnold artem arthur artur arun arushi arvind arya aryeh
ashish ashkan ashley ashok ashraf ashutosh ashvin ashwin assaf aswin ata atsushi atul aude audrey aurelie
aurelien austin avi avinash avinatan avirup avishek aviv axel ayan ayush babak bailey balaji balazs bang bao
baocai baochang baogang baoli baoxin baoyuan barak barbara baris barnabas barry bart bastian beatrice behnam
behrooz bei bela belinda benjamin benno bernard bernardo bernd bernhard bert bertram bertrand bharat bharath
bhargav bhaskar biao bilal bill binbin bing bingbing binghao binghui bingqing bjoern bjorn blake bo boaz bob
bogdan bohan bojian bonnie boris borja bowei bowen boxin boyang boyu boyuan brad bradley bradly brandon
branislav brendan brenden brent brian bruce bruno bryan bryon budhaditya bugra bvk byoungtak byron caglar
caixia calvin cameron can cane carl carla carles carljohann carlo carlos carolin carolina caroline carolyn
carrie carsten cassio catherine ce cecile cedric cees celine cem cengiz cesar cesare chaitanya chandra chang
changho changqing changsheng changshui changsu changwei changzhi chao chaofan chaoqun chaoyang chaoyuan
charith charlene charles charless charlie chau che chen chenchen cheng chenghao chenghua chengjie chenglei
chenglin chenglong chenguang chengwei chengxiang chengyu chengyuan chenhan chenhao chenhui chenlei chenliang
chenwei chenxi chenxin chenxu chenyang chenyu chetan chi chinwei chirag chloe chojui chong chonghua chongjie
chongxuan chongyang choon chris christian christina christof christoforos christoph christophe christopher
christos chuan chuang chuanqi chuck chujie chun chundi chunfeng chungching chunhao chunjing chunyan chunyuan
ciprian claire clara clark claude claudia claudio claus clay clayton clemens clement clint cody colin cong
connor conrad constantin constantine constantinos cornelia craig cristian cristina crystal csaba cynthia cyril
daan dae dagmar dahua daichi daiki dale damian damien dan dana danfeng dani danica daniel daniela daniele
daniil danilo danny dapeng daphne dario dave david davide davis dawei dawen dean debarun debora deborah
deeksha deepak defu dejan dejing deliang demetri deming denis deniz dennis deqing derek derry devendra devin
deyu dhaval dhruv dian diana diane didac didier diederik diego dieter difan dilip dima dimitri dimitrios
dimitris dinesh ding dino dipan dirk divyanshu djordje dmitri dmitrii dmitriy dmitry dmytro dohyung domenic
dominik dominique don donald dong dongdong dongha dongho donghui donghun donghyun donglai dongliang dongming
dongping dongqi dongsheng dongwei dongwon dongyu dor doron dotan doug douglas dragomir dror duane duc dumitru
dun dustin duy dylan dzmitry edgar edmond edoardo edouard eduard eduardo edward edwin eero efstratios egor
ehsan ehud eiichi ekaterina ekin elad elena eleni elham eli elias elie elisa elizabeth ella ellen elliot
emanuel emanuele emiel emil emilia emilie emilio emily emma emmanouil emmanuel emre enrique enze eran eric
erich erick erik ernest ernesto esther ethan etienne eugene eugenio eui eunsol eva evan evangelos eve evgeniia
evgeny eyal eyke eytan ezra fabian fabio fabrizio fahad faisal fan fandong fang fangwei fangyu fangyuan farhad
fariborz fatma federico fei feifei felipe felix fen feng ferdinando ferenc fernanda fernando ferran filip
filippo fillipe finale flavio florence florent florentin florian floris forrest francesca francesco francis
francisco franck francois francoisxavier frank frans franz franziska fred frederic frederick frederik fredo
fredrik friedrich fuli ga gabor gabriel gabriele gabriella gadi gal gale ganesh gang gareth garrett garrick
garrison gary gaurav gautam gavin ge gellert gene genevera genevieve geoff geoffrey georg george georges
georgia georgios gerald gerard gerasimos gergo gerhard german gerold gert geza giacomo gil gilad gilbert
gilles giorgio giorgos giovanni girish giulia giuseppe gleb glen glenn gloria go gokhan golnaz gonzalo gopal
gopinath gordon grace graham grant greg gregoire gregor gregory grzegorz guan guang guanghui guanglin
guangming guangtao guangwei guangxiang guangyi guangyu guangzhi guido guilin guillaume guillem guillermo
guiming guisong gunnar guo guodong guojun guoliang guoping guoqing guosheng guoxin guoying gustavo guy ha hadi
hado hadrien hagai hagen hai haibin haibo haichuan haifeng hailin haim hainan haipeng haitao haizhou hajime
hakan hal halid hamed hamid han hanan hang hangyeol hanjia hanjiang hanlin hanna hannah hannes hanqing hans
hanspeter hanwen hanxiao hao haobo haochen haode haojie haojun haolan haonan haoran haotian haowen haoyang
haoyi haoyu haoyuan haozhe happy haris harish harm harri harrison harry harsh harsha hasan hassan he heather
hector heiko heinrich helen helmut hema heming hendrik heng henghui hengyi henning henrik henry henryk herbert
herke herman hermann herve hideaki hieu hila hillel himanshu hinrich hiroshi hiroyuki hisashi ho hoang hoi
hojin holger homer hong hongfei honghao hongji hongjie hongkai honglei hongming hongseok hongshen hongsheng
hongwei hongxia hongyang hongyi hongyin hongyu hongyuan hongzhan hongzhi horst hossein howard hu hua huajun
huan huang huanyu hubert huda hugh hugo hui huihan huimin huiyuan hujun hung hungyu huseyin huu huy hyeonseok
hyowon hyun hyunsoo hyunwoo iacopo iain ian ibrahim ichiro idan ido ignacio igor ilia ilias ilija ilya iman
inderjit inho inigo institute ioannis ion ira irene irfan irina iryna isaac isabel isabella isabelle isao
ishaan ishan ishita ismail itai itay ivan ivo jaakko jacek jack jackson jacob jacopo jacques jae jaehong
jaehyung jaeseong jaesik jai jaime jake jakob jakub jalal jamal james jamie jan jana jane janet jangho jannik
janos janwillem jared jarno jason jasper jaspreet javad javier jay jayant jaz jean jeanbaptiste jeanfrancois
jeanne jeanphilippe jeanpierre jedrzej jeff jeffrey jena jennifer jenqneng jens jeong jeremias jeremie jeremy
jerome jerry jesper jesse jessica jesus ji jia jiabin jiachen jiacheng jiadong jiafeng jiahao jiahui jiajie
jiajun jiale jiali jialiang jialin jialong jiaming jian jianbo jianchao jianfei jianfeng jiang jiangjie
jianguo jiangwei jianhong jianhua jianhui jianjun jianke jianlin jianmin jianming jianping jianshu jianwei
jianxin jianxiong jianyu jianzhong jiao jiaqi jiarui jiasen jiawei jiawen jiaxiang jiaxin jiaxing jiaxuan
jiayi jiaying jiayu jiayuan jiazhao jichang jie jiefeng jieyu jifeng jihun jim jimin jimmy jin jinbo jinchao
jinfeng jing jingbo jingdong jingfeng jinghan jinghui jingjing jingming jingwei jingwen jingyi jingyu jingyuan
jinhui jinjie jinjun jinpeng jinsong jinwei jinwen jinyan jinyu jiong jipeng jiri jisu jiyang jm joachim joan
joanne joao joaquin jochen joe joel joerg joey johan johannes john johnny jon jonas jonathan jonathon jongmin
joni joo jordan jordi jorg jorge joris jose josef josep joseph josh joshua josiah jost joyce joydeep jr ju
juan judith judy juho julia julian julie julien julius jun junbo juncheng junfeng jung jungwook junjie
junliang junlin junmo junnan junpei junru junwei junxuan junya junyi junyoung junyu junzhe jure jurgen justin
justus juyong jyhming ka kaan kacper kai kaidi kaifeng kaifu kaihua kaiwen kaiyue kamil kan kang kannan kar
karan karen karim karin karl karol karthik karthikeyan kartik kashyap kate katerina katharina katherine
kathleen katrin kaushik kaustubh kazuki kazuma kazuya ke keeeung kei keiji keisuke keith kelly kelsey kelvin
ken kenan kendall kenichi kenji kenneth kenny kentaro kenton kevin kewei kexin kfir khaled khalid khalil
khashayar khoa kieran kilho kilian kim kin kiran kirill kishan klaus ko koichiro koji konrad konstantin
konstantinos koray kostas kotaro kourosh kris krishna kristian kristin kristina krzysztof kshitij kuan kuanwen
kui kukjin kun kunal kundan kurt kush kushal kwang kyle kyunghyun ladan lai lam lan lance lancelot lang lantao
larry lars lasse laura laure lauren laurence laurens laurent lawrence lea lee lei leif lele lenka leon leonard
leonardo leonid leonidas les leslie lev li liam liang liangliang lianhui licheng lidia lifan lifu lihan lihi
lihua lijia lijie lijun lili liliang limin liming lin lina linchao linda linfeng ling lingling lingxiao lingyu
linjie linjun linlin linqi linqing linus linyi lionel lior liping liqiang lisa liting liu liwei liwen lixin
lixing lizhen lizhi lizhong loic long longin lorenzo louis lu luc luca lucas lucy ludovic luigi luis luisa
luiz lukas lukasz luke luo luping luyao lydia lyle lynne ma maarten maciej madalina madhav madhu magnus mahdi
mahmoud mahsa mahyar mai maja majid makoto maks maksim maksym malte man manas mandar mandy maneesh manel
manfred manik manolis mans manuel manuela manuele marc marcaurelio marcel marcella marcello marcelo marcin
marco marcolivier marcos marcus marek margaret margrit maria mariaflorina marian marianna mariano marie mariko
marin marina mario marion marios marissa marius mark marko markus marshall marta marten martha marthinus marti
martijn martin martina martine marton mary maryam marylou marzieh masaaki masahiro masanori masashi masato
masatoshi masayoshi masayuki mason masoud massimiliano massimo matan mate matej mateo mateusz mathew mathias
mathieu mats matt matteo matthai matthew matthias matthieu matthijs matti mattia mattias matus matyas maurice
mauricio mauro max maxim maxime maximilian maxwell maya mayank mayur md megha mehdi mehmet mehran mehrdad
mehrtash meina melanie meng mengdi mengqi mengyi mengyuan mert mi miao michael michaela michail michal
michalis michel michele michelle michiel mickael miguel mihaela mihai mihir mikael mike mikhail mikio mikkel
mikko milad milan miles milind min mina ming mingbo mingcheng mingfang mingfei minghan minghao minghui mingmin
mingming mingrui mingwei mingyang mingyu minh minhao minho minhwan minjie minsik minwoo miriam miroslav misha
mitchell mitesh mo moez mohak mohamad mohamed mohammad mohammadhossein mohammadreza mohammed mohan mohit
mohsen mona monica montserrat moo moritz morten morteza moshe mostafa moussa moustapha mrinal mu muhammad
muhammed mukund murat murray mustafa mykel na nada nadav nadia nafise nagesh najmeh nakul nam namrata nan
nancy nando naoki naomi naonori narayanan narendra nasir natalia natasha nate nathan nathaniel naveen navid
nazanin neal neel negar neha neil neill nelson neville nevin ngan nghia nguyen niccolo nicholas nick nico
nicola nicolai nicolas nicole nicolo niels nigel nikhil niki nikita niklas niko nikolai nikolaos nikolas
nikolaus nikolay nikos nikzad nilesh niloy nils nima nina ning nir niraj niranjan nishant nishanth nisheeth
nitin nitish nizar noah noam noel noemi noga nolan nora norman novi nuno oana odalricambrym ofer ofir ognjen
ohad oier ola olaf ole oleg oleksandr olga oliver olivia olivier olof oluwasanmi omar omer omid omkar omri
ondrej onur or oren ori oscar ozan ozgur ozlem pablo pan panagiotis pang pankaj panos paolo parag parikshit
parker partha pascal pascale pat patrice patrick patrik pau paul paulo pavan pavel pawan pawel pedro pei
peilin peiyang peiyi peiyu pekka peng pengcheng pengfei pengtao peter petr petra petros peyman phil philip
philipp philippe phillip phu phuong pia piero pierre pierreantoine pierreyves pieter pietro ping piotr piyush
poling pouya pradeep prafulla prajwal prakash prakhar pramod pranav praneeth prasanna prateek pratik praveen
preethi prem prithvijit pritish priyanka prof przemyslaw pulkit puneet qi qian qiang qianqian qianyi qianyu
qiao qibin qihang qihui qilong qin qing qingfeng qingfu qinghua qinglin qingming qingshan qingyu qingyun
qinyuan qiong qirong qiuyu qiwei qu quan quang quanquan quentin qun quoc quynh rachel radomir radu rafael
rafal raghu rahel rahul raif rainer raj raja rajat rajesh rajiv rakesh rakshith ralf ralph rama raman ramesh
rami ramin ramon ran randall rang rao raphael raquel rashmi rasmus rasul ravi ravishankar raviteja ray raymond
razvan rebecca regis reid reinald reinhard remi ren renato rene renjie reza ricardo riccardo rich richard
ricky rico rie rif rik rina rishabh risto rita ritesh rob robert roberto robin rocco rodney rodrigo roee roger
rogerio rohan rohit roi roland rolf rom romain roman ron ronald ronan ronen rong roni ronny rory rose ross
rowan roy ru ruben rudolf rudy rui ruibo ruichen ruihai ruihan ruijia ruipeng ruiqi ruirui ruiyang ruiyu
ruizhe runsheng runxin runze ruobing ruochen ruohan ruonan ruoxi ruoyu rupesh rushi ruslan russell ruth ryan
rynson ryo ryohei ryosuke ryota ryusuke sabine sabyasachi sachin saeed sagar sagi sahil sai saketha salman
salvatore sam samantha samarth sameer samira samuel samy sanchit sandeep sander sandipan sandra sandrine sang
sanghyuk sangmin sangwoo sanjay sanjeev sanjoy santiago santosh sara sarah sarath saravanan sarthak sascha
sashank sateesh satinder satoshi satwik saurabh sayan sayantan scott sean sebastian sebastien semih sen seo
seong seonghyeon seonguk serena serge sergei sergey sergi sergio sergiu seth sethuraman seung seunghak
seunghoon seunghyun seungil seyed seyoung sha shafiq shagun shahin shahram shai shakir shalini sham shan shane
shankar shannon shanshan shantanu shaobo shaohua shaojie shaoxiong shaoyi sharon shashank shashi shaul shaun
shawn shay shayan shen sheng shengjie shengxuan sherry shi shigeru shihan shijie shikhar shikun shilei
shiliang shilin shilong shimin shimon shinichi shinji shipeng shiqi shirin shiv shiva shivam shivin shixiang
shixing shiyang shiyu shizhan shizhe sho shoichiro shota shotaro shoude shravan shreya shreyas shu shuai
shuaicheng shuang shuanghong shubham shuhan shuhao shuhui shuji shujian shuming shuo shutao shuyan shuyang
shyam si sian siavash sicheng sida siddhant siddharth siddhartha siegfried sihao sijia sijie silvia silvio
simeng simin simon simone sina sinan sinead sinisa sinno sinong siqi sirui siu siva sivan siwei siyu siyuan
sjoerd slobodan sneha sobhan soheil somdeb son sonal song songchun songhai songlin songtao sophia sophie soren
soroosh soroush soumik soumya soumyadeep spyros srikanth srikrishna srini srinivas srinivasan sriram stamatios
stan stanislav stanislaw stanley stavros stefan stefanie stefano stefanos steffen stephan stephane stephanie
stephen sterling steve steven stuart subhashini sudeep sujay sujith sumeet sumit sung sungjin sungsoo sunil
sunny suraj suresh suriya surya susan sushant sven sylvain sylvie szymon taco tae taesung tai takashi takayuki
takehisa takeo takeru takeshi takuma takumi takuro takuya tal tali tamar tamara tamas tamer tanmay tanmoy
tanya tao tara tarek tariq tatiana tatjun tatsunori tatsuya taylor ted tejas teng tengfei teodor terence
teresa terrence terry thang thanh theo theodore theodoros thiago thibaut thiemo thien thierry thilo thomas
thorsten tiago tian tianbao tiancheng tianchi tianhao tianhua tianle tianshu tiantian tianwei tianxi tianxiang
tianyang tianyi tianyu tianyuan tianze tiejun tien tieyan tilman tim timo timothee timothy tin ting tingfan
tinghao tingnan tingting tingyu tobias toby todd tolga tom tomas tomaso tomasz tomer tommaso tommi tomohiro
tomoya tong tongtong toni tony torsten toru toshihiko toshiyuki tran travis trevor tri tristan trong trung
tsubasa tsunghan tsungwei tu tuan tuhin tulika tuo tuomas tyler tzukuo ullrich ulrich ulrik ulrike umar umut
uri urs ury uta utkarsh uwe vaclav vadim vahid vaibhav valentin valentina valerio valts vamsi varun vasileios
vedant venkatesh verena vibhav vicente vickie vicky victor victoria viet vignesh vijay vikas vikash vikram
viktor vin vinay vinayak vincent vineet vineeth vinod vipul viresh virginia vishal vishwajeet vitaliy vitaly
vitor vittorio vivek vlad vladimir vladislav vojtech volker volodymyr vu vuong vwani wael walid walter wang
wanqing warren wasi wayne wee wei weichen weicheng weichih weidong weifeng weihao weihong weihua weijie weili
weilin weilun weimin weiming weinan weining weiran weirui weishi weitong weiwei weixin weiyao weiye weiyi
weize wen wenbin wenbing wenbo wenchao wenda wendi wenfei wenhan wenhao wenjie wenjun wenkai wenli wenliang
wenlin wenlong wenmei wenming wenpeng wenqi wenqiang wenrui wenshuo wentao wenxuan wenyan wenye wenyu wenyuan
wenzhao wenzhe wesley wilfred will willem william willie winston wojciech wolfgang wolfram won wouter wu wujun
xavier xi xia xian xianfeng xiang xianglin xiangru xiangrui xiangyang xiangyu xiao xiaobin xiaobing xiaobo
xiaochen xiaocheng xiaodan xiaodi xiaodong xiaofan xiaofei xiaofeng xiaogang xiaoguang xiaohan xiaohang
xiaohua xiaohui xiaojian xiaojiang xiaojie xiaojuan xiaojun xiaokai xiaolei xiaoli xiaolin xiaolong xiaomeng
xiaoming xiaoning xiaoou xiaopeng xiaoqi xiaoqiang xiaoshuang xiaotong xiaowei xiaowen xiaowu xiaoxi xiaoxiao
xiaoyan xiaoyang xiaoyong xiaoyu xiaoyue xiaozhi xibin xilun xin xinbo xinchao xinchen xindi xing xingchao
xingdi xinghao xingjun xingwei xingyu xingyuan xinlei xinran xintong xinwei xinyan xinyang xinyi xinyu xinze
xipeng xiuyuan xiwen xiyan xu xuan xuancheng xuanlong xuanyi xubo xudong xue xuefeng xuemei xuemeng xuepeng
xuhong xuming xun ya yael yafang yair yakov yali yaming yan yanan yanbin yanbo yancheng yanda yandong yanfeng
yang yangdong yangming yangsen yangyang yanhui yaniv yanjie yanjun yanlin yanling yann yannick yannis yanpeng
yanran yanru yansong yanwei yanyang yanzhao yao yaodong yaojie yaoliang yaping yaron yaru yasaman yaser yash
yashar yasin yasuhiro yasumasa yaxing ye yee yejin yenchen yevgeniy yi yian yiannis yibin yibo yichao yichen
yicheng yichuan yicong yida yifan yifang yifei yifeng yihan yihao yiheng yihua yijie yijin yijun yikai yikang
yikcheung yilin yiling yilun yimeng yimin yiming yin yinan ying yingli yingqi yingxue yingying yingzhen yining
yiping yiqing yiqun yiran yiren yirong yiwei yiwen yixiao yixin yixuan yiyang yizhe yizhen yizhou yizhuo ylan
yoav yohann yohei yoichi yonatan yong yongbin yongchao yongfei yongfeng yonggang yonghao yonghong yonghui
yongjie yongjing yongjun yongkang yongliang yongmei yongrui yongxin yongyi yoonho yoram yoshihiro you young
youngbin youngwook youssef youwei yu yuan yuanfang yuanhao yuanjun yuanyuan yuanzhi yubin yubo yuchen yucheng
yuchuan yudong yue yueming yufan yufei yufeng yuhan yuhao yuhong yuhui yuichi yuji yujia yujian yujie yujin
yujing yujun yuka yukai yukang yuki yukun yulan yulia yuliang yuling yulong yulun yun yunbo yunchao yunfan
yunfeng yunhai yunhan yunhui yuning yunlong yunpeng yunsheng yunus yunwon yunxiang yuqi yuqian yuqing yura
yuri yurong yury yusen yusheng yusuf yusuke yuta yutaka yuting yutong yuval yuwei yuxi yuxian yuxiang yuxin
yuxing yuxuan yuya yuyang yuying yves yvette zach zachary zaid zain zakaria zan zane ze zecheng zeerak zefan
zefeng zehao zejun zekun zelda zelin zeming zenan zeng zenglin zequn zewei zeyang zeyu zeyuan zhan zhang zhao
zhaodong zhaohui zhaopeng zhaowei zhaoyin zhe zhen zhendong zheng zhengdao zhenghao zhenghua zhengyan zhengyi
zhengyu zhengyuan zhengzhong zhenhua zhenwen zhenyu zhenzhong zhi zhibin zhichao zhichen zhicheng zhifeng
zhigang zhiguo zhihan zhihao zhiheng zhihong zhihua zhijian zhijiang zhijie zhijing zhilin zhiming zhipeng
zhiqi zhiqiang zhiqing zhirong zhiting zhiwei zhiwu zhixiang zhixin zhiyi zhiyong zhiyuan zhong zhongfei
zhongwen zhongyu zhou zhuang zhujin zhun zhuo zhuoran zi ziang zibo zichao zifeng zihan zihang zihao ziheng
zijian zijun zilong zilu ziming ziqiang ziquan zirui ziteng ziv ziwei zixia zixin zixuan ziyan ziyang ziyi
ziyu zoe zohar zoltan zoran zujie
"""
GIVEN_NAMES = frozenset(_TABLE.split())
