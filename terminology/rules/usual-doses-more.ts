/**
 * Usual adult doses of further drugs, as in `usual-doses.ts`: specialities, anaesthesia, oncology, hormones, vitamins. Own writing
 * from general knowledge of the field (public French labelling), for doubt and not for prescription; an underscore stands
 * for the space of a name.
 */
export const MORE_USUAL_DOSES = `
pirilene|mg|250-2500|3000|500
myambutol|mg|250-2000|2500|100 400 500
rifabutine|mg|150-450|600|150
streptomycine|mg|500-1000|1500|
bedaquiline|mg|200-400|400|100
pefloxacine peflacine|mg|400|800|400
tobramycine|mg|10-560|800|
colistine colimycine|ui|500000-9000000|12000000|
fidaxomicine dificlir|mg|200|400|200
rifaximine tixtar|mg|200-550|1100|200 550
pristinamycine pyostacine|mg|500-1000|4000|250 500
minocycline|mg|50-200|200|50 100
cefadroxil|mg|250-1000|4000|500 1000
cefalexine|mg|250-1000|4000|250 500 1000
cefoxitine|mg|1000-2000|8000|1000 2000
aztreonam azactam|mg|500-2000|8000|1000
tigecycline|mg|50-100|100|50
penicilline|ui|500000-5000000|30000000|
voriconazole vfend|mg|50-400|800|50 200
caspofungine cancidas|mg|35-70|100|35 50 70
amphotericine|mg|3-400|500|
terbinafine lamisil|mg|125-250|250|250
posaconazole noxafil|mg|100-300|800|
ganciclovir cymevan|mg|100-500|1000|
valganciclovir rovalcyte|mg|450-900|1800|450
tenofovir viread|mg|123-300|300|245 300
lamivudine epivir|mg|100-300|300|100 150 300
efavirenz sustiva|mg|200-600|600|200 600
dolutegravir tivicay|mg|10-50|100|10 25 50
raltegravir isentress|mg|400-1200|1200|400 600
nevirapine viramune|mg|200-400|400|200 400
entecavir baraclude|mg|0.5-1|1|0.5 1
sofosbuvir sovaldi|mg|200-400|400|200 400
atovaquone|mg|250-1500|1500|
mefloquine lariam|mg|125-1500|1500|250
chloroquine nivaquine|mg|50-600|1500|100
niclosamide|mg|500-2000|2000|500
mebendazole|mg|100-500|500|100
tinidazole fasigyne|mg|500-2000|2000|500
secnidazole|mg|500-2000|2000|500
torasemide|mg|2.5-20|200|2.5 5 10 20
chlortalidone|mg|12.5-50|100|
amiloride modamide|mg|2.5-10|20|5
altizide|mg|7.5-30|60|15
moxonidine physiotens|mg|0.2-0.4|0.6|0.2 0.4
doxazosine|mg|1-8|16|1 2 4 8
prazosine alpress minipress|mg|0.5-5|20|1 2.5 5
celiprolol celectol|mg|100-400|400|200
esmolol brevibloc|mg|10-100|3000|
pindolol|mg|2.5-15|45|5 15
quinapril acuitel|mg|2.5-40|40|5 20
fosinopril|mg|5-40|40|10 20
benazepril|mg|2.5-20|40|5 10
zofenopril|mg|7.5-60|60|7.5 15 30 60
imidapril|mg|2.5-20|20|
eprosartan teveten|mg|300-600|800|300 600
felodipine flodil|mg|2.5-10|20|2.5 5 10
isradipine|mg|2.5-5|10|
manidipine|mg|10-20|20|10 20
lacidipine|mg|2-6|6|2 4
ranolazine|mg|375-750|1500|
molsidomine corvasal|mg|1-4|16|
disopyramide rythmodan|mg|100-250|750|
propafenone rythmol|mg|150-600|900|300
dronedarone multaq|mg|400|800|400
milrinone corotrope|mg|1-10|60|
isoprenaline isuprel|mg|0.02-1|5|
levosimendan|mg|2.5-12.5|12.5|
vasopressine|ui|5-40|120|
terlipressine glypressine|mg|0.5-2|12|
octreotide sandostatine|mg|0.05-30|30|
somatuline lanreotide|mg|30-120|120|30 60 90 120
phytomenadione vitamine_k|mg|1-10|20|2 10
protamine|mg|10-50|100|
edoxaban lixiana|mg|15-60|60|15 30 60
bivalirudine|mg|5-250|500|
argatroban|mg|1-250|250|
tirofiban|mg|0.5-12|20|
ticlopidine|mg|250|500|250
dipyridamole|mg|50-200|450|
cilostazol|mg|50-100|200|
urokinase|ui|50000-600000|2000000|
colestyramine questran|mg|4000|24000|4000
gemfibrozil|mg|450-900|1350|
bezafibrate|mg|200-400|600|200 400
pioglitazone actos|mg|15-45|45|15 30
acarbose glucor|mg|50-100|600|50 100
saxagliptine onglyza|mg|2.5-5|5|2.5 5
linagliptine|mg|5|5|5
glipizide|mg|2.5-10|20|5
exenatide byetta|mg|0.005-2|2|
glucagon glucagen|mg|0.5-1|2|1
liothyronine cynomel|mg|0.0125-0.05|0.1|0.025
thiamazole thyrozol|mg|5-40|60|5 10 20
cinacalcet mimpara|mg|30-90|180|30 60 90
calcitriol rocaltrol|mg|0.00025-0.001|0.002|0.00025
alfacalcidol un-alfa|mg|0.00025-0.001|0.004|
alendronate fosamax alendronique|mg|5-70|70|10 70
risedronate actonel risedronique|mg|5-75|75|5 35 75
zoledronique zometa aclasta zoledronate|mg|3-5|5|
pamidronate|mg|15-90|90|15 30 60 90
denosumab prolia xgeva|mg|60-120|120|60 120
teriparatide forsteo|mg|0.02|0.02|
raloxifene|mg|60|60|60
leflunomide arava|mg|10-100|100|10 20 100
sulfasalazine salazopyrine|mg|500-1000|4000|500
penicillamine|mg|150-600|1800|300
tocilizumab|mg|80-800|800|
tofacitinib|mg|5-11|20|5 10
baricitinib olumiant|mg|2-4|4|2 4
ustekinumab stelara|mg|45-520|520|
secukinumab cosentyx|mg|75-300|300|75 150 300
golimumab|mg|50-200|200|50 100
certolizumab|mg|200-400|400|200
abatacept|mg|125-1000|1000|
anakinra kineret|mg|100|200|100
everolimus certican|mg|0.25-10|10|
sirolimus rapamune|mg|0.5-5|10|0.5 1 2
piroxicam feldene|mg|10-20|40|10 20
meloxicam|mg|7.5-15|15|7.5 15
indometacine|mg|25-100|200|25 75 100
etoricoxib arcoxia|mg|30-120|120|30 60 90 120
flurbiprofene|mg|50-200|300|
tapentadol|mg|50-250|600|50 75 100 150 200 250
hydromorphone sophidone|mg|1-24|100|
remifentanil ultiva|mg|0.02-5|20|
alfentanil|mg|0.25-5|15|
nalbuphine|mg|5-20|160|20
pethidine|mg|25-100|400|
naltrexone|mg|50|100|50
eletriptan relpax|mg|20-40|80|20 40
zolmitriptan|mg|2.5-5|10|2.5
rizatriptan|mg|5-10|20|5 10
flunarizine|mg|5-10|10|10
oxcarbazepine trileptal|mg|150-600|2400|150 300 600
zonisamide|mg|25-300|500|25 50 100
vigabatrine sabril|mg|500-1500|4000|500
ethosuximide|mg|250-500|2000|250
primidone mysoline|mg|62.5-250|1000|250
perampanel fycompa|mg|2-12|12|2 4 6 8 10 12
brivaracetam|mg|10-100|200|10 25 50 75 100
stiripentol|mg|250-1000|4000|250 500
fosphenytoine|mg|500-2000|2000|
thiopental|mg|100-500|3000|500 1000
ropivacaine naropeine|mg|2-300|800|
levobupivacaine|mg|5-150|400|
mepivacaine|mg|10-400|500|
vecuronium norcuron|mg|1-20|200|
atracurium tracrium|mg|5-60|500|
neostigmine|mg|0.5-5|10|0.5 2.5
sugammadex bridion|mg|100-1600|1600|
droperidol droleptan|mg|0.5-5|10|
phenylephrine neosynephrine|mg|0.03-10|50|
dopamine|mg|50-400|2000|
flumazenil anexate|mg|0.1-1|4|
dantrolene|mg|20-200|700|
trazodone|mg|25-150|600|
vortioxetine brintellix|mg|5-20|20|5 10 20
fluvoxamine floxyfral|mg|50-150|300|50 100
milnacipran|mg|25-50|100|25 50
agomelatine valdoxan|mg|25-50|50|25
tianeptine stablon|mg|12.5|37.5|12.5
imipramine tofranil|mg|10-75|250|10 25
nortriptyline|mg|10-75|150|
doxepine|mg|10-50|300|
maprotiline|mg|25-75|200|
buspirone|mg|5-20|60|10
tropatepine lepticur|mg|2-20|30|2 5 10
amisulpride solian|mg|50-400|1200|100 200 400
sulpiride dogmatil|mg|50-200|1600|50 200
tiapride tiapridal|mg|25-200|800|100
levomepromazine nozinan|mg|12.5-200|400|2 25 100
chlorpromazine largactil|mg|12.5-100|600|25 100
paliperidone|mg|3-350|525|
zuclopenthixol clopixol|mg|2-400|400|
flupentixol fluanxol|mg|5-300|300|
methylphenidate ritaline concerta|mg|5-60|80|
clorazepate tranxene|mg|5-100|200|5 10 20 50
nitrazepam mogadon|mg|2.5-10|10|5
alimemazine theralene|mg|5-40|40|
melatonine circadin|mg|1-10|10|
nicotine nicopatch nicorette|mg|1-25|64|
varenicline champix|mg|0.5-1|2|0.5 1
disulfiram|mg|250-500|500|250 500
acamprosate|mg|333-666|1998|333
pramipexole sifrol|mg|0.088-3.15|4.5|
ropinirole requip|mg|0.25-8|24|0.25 0.5 1 2 4 5 8
rasagiline|mg|1|1|1
entacapone comtan|mg|200|2000|200
amantadine mantadix|mg|100|400|100
galantamine reminyl|mg|4-24|24|8 16 24
rivastigmine exelon|mg|1.5-13.3|18|
pyridostigmine mestinon|mg|30-120|900|60
riluzole|mg|50|100|50
fingolimod gilenya|mg|0.25-0.5|0.5|0.25 0.5
tizanidine|mg|2-8|36|
thiocolchicoside|mg|4-8|16|4 8
dantrium|mg|25-100|400|25 100
theophylline|mg|50-400|1200|
formoterol foradil|mg|0.004-0.024|0.096|
salmeterol serevent|mg|0.025-0.1|0.2|
indacaterol|mg|0.15-0.3|0.3|
beclometasone becotide qvar|mg|0.05-0.5|2|
omalizumab xolair|mg|75-600|1200|
ambroxol|mg|15-60|120|30
acetylcysteine mucomyst|mg|100-20000|30000|
carbocisteine|mg|100-1000|3000|
levocetirizine xyzall|mg|2.5-5|10|5
loratadine clarityne|mg|5-10|20|10
ebastine|mg|10-20|20|10 20
bilastine|mg|10-20|40|20
mequitazine|mg|5-10|10|5 10
promethazine phenergan|mg|12.5-50|150|25
fexofenadine|mg|120-180|180|120 180
famotidine|mg|10-40|80|20 40
cimetidine tagamet|mg|200-800|2400|200 400 800
sucralfate|mg|1000|6000|1000
granisetron|mg|1-3|9|1 2 3
aprepitant emend|mg|80-165|165|80 125 165
alizapride|mg|50-200|300|
racecadotril tiorfan|mg|10-100|400|10 30 100
lactitol|mg|5000-20000|40000|
bisacodyl|mg|5-10|20|5 10
pinaverium|mg|50-100|300|50 100
mebeverine|mg|100-200|600|100 200
entocort|mg|3-9|9|3
oxybutynine ditropan|mg|2.5-5|20|5
trospium ceris|mg|20|60|20
mirabegron betmiga|mg|25-50|50|25 50
fesoterodine|mg|4-8|8|4 8
silodosine|mg|4-8|8|4 8
terazosine|mg|1-5|10|1 5
vardenafil levitra|mg|5-20|20|5 10 20
bicalutamide casodex|mg|50-150|150|50
enzalutamide xtandi|mg|40-160|160|40
abiraterone zytiga|mg|250-1000|1000|250 500
leuproreline enantone eligard|mg|3.75-45|45|3.75 11.25 22.5 30 45
triptoreline decapeptyl|mg|0.1-22.5|22.5|
gosereline zoladex|mg|3.6-10.8|10.8|3.6 10.8
exemestane aromasine|mg|25|25|25
fulvestrant faslodex|mg|250-500|500|250 500
megestrol|mg|40-160|800|
cyproterone androcur|mg|25-100|300|50 100
progesterone utrogestan|mg|50-400|800|100 200
dydrogesterone duphaston|mg|10-20|40|10
estradiol provames oestrodose|mg|0.025-4|8|
clomifene clomid|mg|25-150|150|50
levonorgestrel|mg|0.02-52|52|
ulipristal|mg|5-30|30|5 30
carboprost nalador|mg|0.1-0.5|2|
dinoprostone|mg|0.5-10|10|
mifepristone|mg|200-600|600|200
methylergometrine methergin|mg|0.1-0.4|2|
atosiban|mg|6-100|300|
erlotinib tarceva|mg|25-150|150|25 100 150
gefitinib iressa|mg|250|250|250
sunitinib sutent|mg|12.5-50|50|12.5 25 37.5 50
sorafenib nexavar|mg|200-400|800|200
dasatinib sprycel|mg|20-140|180|20 50 70 80 100 140
nilotinib tasigna|mg|150-400|800|150 200
ibrutinib imbruvica|mg|140-560|560|140 280 420 560
ruxolitinib jakavi|mg|5-25|50|5 10 15 20
palbociclib ibrance|mg|75-125|125|75 100 125
osimertinib tagrisso|mg|40-80|80|40 80
lenvatinib|mg|4-24|24|
olaparib lynparza|mg|100-400|800|100 150
lenalidomide revlimid|mg|2.5-25|25|2.5 5 7.5 10 15 20 25
thalidomide|mg|50-200|400|50
bortezomib velcade|mg|1-3.5|3.5|
melphalan alkeran|mg|2-300|400|
temozolomide temodal|mg|5-500|500|
chlorambucil|mg|2-20|20|2
busulfan|mg|2-60|300|
dacarbazine deticene|mg|100-2000|2000|
mitomycine ametycine|mg|5-40|40|
mitoxantrone|mg|5-30|40|
daunorubicine|mg|30-150|150|
idarubicine|mg|5-50|50|
bleomycine|mg|10-60|60|
vinblastine velbe|mg|3-20|20|
vinorelbine navelbine|mg|20-160|160|
cytarabine aracytine|mg|20-6000|8000|
fludarabine|mg|10-80|80|10 50
pemetrexed alimta|mg|100-1200|1200|
irinotecan campto|mg|100-700|700|
topotecan|mg|0.25-5|5|
pembrolizumab keytruda|mg|100-400|400|
nivolumab opdivo|mg|40-480|480|
cetuximab erbitux|mg|100-1000|1000|
panitumumab vectibix|mg|100-800|800|
folinique lederfoline|mg|5-1000|1500|
mesna uromitexan|mg|200-3000|6000|
filgrastim neupogen|mg|0.15-0.96|0.96|
pegfilgrastim neulasta|mg|6|6|6
darbepoetine aranesp|mg|0.01-0.5|0.5|
fer_injectable venofer|mg|50-300|600|
ferinject|mg|100-1000|1000|
deferasirox exjade|mg|90-2000|4000|
deferoxamine desferal|mg|500-4000|6000|
thiamine|mg|50-500|1500|
pyridoxine|mg|25-500|1000|
cyanocobalamine hydroxocobalamine|mg|0.25-5|10|
zinc|mg|10-50|150|
retinol|ui|5000-200000|200000|
tocopherol|mg|10-500|1000|
calcium cacit calcidose orocal|mg|250-1500|3000|
phosphore phosphoneuros|mg|200-1500|3000|
gluconate_de_calcium|mg|1000-3000|10000|
bicarbonate_de_sodium|mg|500-20000|50000|
sulfate_de_magnesium|mg|1000-6000|30000|
malarone|mg|250-1000|1000|
artemether coartem|mg|20-160|320|
phenoxymethylpenicilline oracilline|ui|250000-2000000|6000000|
hydroxyprogesterone|mg|250-500|500|
nitroprussiate|mg|10-100|300|
dexmedetomidine dexdor|mg|0.05-0.4|1.5|
hydralazine|mg|5-50|200|
minoxidil lonoten|mg|2.5-10|40|5 10
diazoxide|mg|25-100|600|
bosentan tracleer|mg|32-125|250|62.5 125
ambrisentan volibris|mg|5-10|10|5 10
riociguat adempas|mg|0.5-2.5|7.5|0.5 1 1.5 2 2.5
tolvaptan samsca jinarc|mg|7.5-90|120|
finerenone kerendia|mg|10-20|20|10 20
vericiguat|mg|2.5-10|10|2.5 5 10
evolocumab repatha|mg|140-420|420|140 420
alirocumab praluent|mg|75-300|300|75 150 300
`;
