/**
 * Usual adult doses of common drugs: smallest and largest single dose, largest dose a day, marketed strengths where a dose
 * is one, half or two of them. Own writing from general knowledge of the field (public French labelling), for doubt and
 * not for prescription. A line: names, unit (mg or ui), single dose, most a day, strengths.
 */
export const USUAL_DOSES = `
paracetamol doliprane efferalgan dafalgan perfalgan|mg|250-1000|4000|
aspirine aspegic acetylsalicylique|mg|75-1000|3000|75 100 160 250 300 325 500 1000
kardegic|mg|75-300|300|75 160 300
clopidogrel plavix|mg|75-600|600|75 300 600
prasugrel efient|mg|5-60|60|5 10 60
ticagrelor brilique|mg|60-180|180|60 90 180
apixaban eliquis|mg|2.5-10|20|2.5 5 10
rivaroxaban xarelto|mg|2.5-30|30|2.5 10 15 20 30
dabigatran pradaxa|mg|75-150|300|75 110 150
warfarine coumadine|mg|1-10|15|
fluindione previscan|mg|5-40|60|
acenocoumarol sintrom|mg|1-8|12|
enoxaparine lovenox|ui|2000-12000|20000|
tinzaparine innohep|ui|2500-20000|20000|
dalteparine fragmine|ui|2500-18000|18000|
heparine calciparine|ui|500-25000|60000|
fondaparinux arixtra|mg|1.5-10|10|1.5 2.5 5 7.5 10
alteplase actilyse|mg|5-100|100|
tenecteplase metalyse|mg|15-50|50|
bisoprolol detensiel cardensiel|mg|1.25-10|20|1.25 2.5 3.75 5 7.5 10
atenolol tenormine|mg|25-100|200|50 100
metoprolol seloken lopressor|mg|23.75-200|400|
nebivolol temerit|mg|1.25-10|10|5
propranolol avlocardyl|mg|10-160|320|10 40 80 160
sotalol|mg|40-160|320|80 160
carvedilol|mg|3.125-50|100|6.25 12.5 25
labetalol trandate|mg|10-400|2400|
acebutolol sectral|mg|100-500|1200|200 400 500
ramipril triatec|mg|1.25-10|10|1.25 2.5 5 10
perindopril coversyl|mg|2-10|16|2 2.5 4 5 8 10
enalapril renitec|mg|2.5-20|40|5 20
lisinopril zestril prinivil|mg|2.5-40|80|5 20
captopril lopril|mg|6.25-50|150|25 50
trandolapril odrik|mg|0.5-4|4|0.5 2 4
irbesartan aprovel|mg|75-300|300|75 150 300
candesartan atacand kenzen|mg|4-32|32|4 8 16 32
losartan cozaar|mg|12.5-100|150|50 100
valsartan tareg|mg|20-320|320|40 80 160
telmisartan micardis|mg|20-80|80|20 40 80
olmesartan olmetec|mg|10-40|40|10 20 40
sacubitril entresto|mg|24-200|400|
amlodipine amlor|mg|2.5-10|10|5 10
lercanidipine|mg|10-20|20|10 20
nicardipine loxen|mg|0.5-50|120|
nifedipine adalate|mg|10-60|120|
diltiazem tildiem|mg|25-300|360|
verapamil isoptine|mg|5-240|480|
furosemide lasilix|mg|10-250|500|
bumetanide burinex|mg|0.5-5|10|
hydrochlorothiazide esidrex|mg|12.5-50|100|
indapamide fludex|mg|0.625-2.5|5|1.5 2.5
spironolactone aldactone|mg|12.5-100|400|25 50 75
eplerenone inspra|mg|12.5-50|50|25 50
amiodarone cordarone|mg|100-900|1800|
digoxine hemigoxine|mg|0.0625-0.5|1.5|
flecainide flecaine|mg|10-200|300|
ivabradine procoralan|mg|2.5-7.5|15|5 7.5
trinitrine natispray|mg|0.15-15|30|
isosorbide risordan|mg|5-60|240|
nicorandil|mg|5-40|80|10 20
urapidil eupressyl mediatensyl|mg|5-90|180|
rilmenidine hyperium|mg|1|2|1
atorvastatine tahor|mg|10-80|80|10 20 40 80
rosuvastatine crestor|mg|5-40|40|5 10 20
simvastatine zocor|mg|10-80|80|10 20 40
pravastatine elisor vasten|mg|10-40|40|10 20 40
fluvastatine lescol|mg|20-80|80|20 40 80
ezetimibe ezetrol|mg|10|10|10
fenofibrate lipanthyl|mg|67-300|300|
metformine glucophage stagid|mg|500-1000|3000|500 700 850 1000
gliclazide diamicron|mg|30-120|320|30 60 80
glimepiride amarel|mg|1-6|8|1 2 3 4
glibenclamide daonil|mg|1.25-5|15|
repaglinide novonorm|mg|0.5-4|16|0.5 1 2
sitagliptine januvia|mg|25-100|100|25 50 100
vildagliptine galvus|mg|50|100|50
dapagliflozine forxiga|mg|5-10|10|5 10
empagliflozine jardiance|mg|10-25|25|10 25
liraglutide victoza|mg|0.6-3|3|
dulaglutide trulicity|mg|0.75-4.5|4.5|0.75 1.5 3 4.5
semaglutide ozempic wegovy|mg|0.25-14|14|
insuline lantus toujeo levemir tresiba novorapid humalog apidra abasaglar|ui|1-100|250|
levothyroxine levothyrox thyroxine euthyrox|mg|0.0125-0.2|0.4|0.0125 0.025 0.05 0.075 0.088 0.1 0.112 0.125 0.137 0.15 0.175 0.2
carbimazole neomercazole|mg|5-60|60|
propylthiouracile|mg|25-300|900|
hydrocortisone|mg|5-200|400|
fludrocortisone|mg|0.025-0.2|0.3|
prednisone cortancyl|mg|1-100|120|
prednisolone solupred|mg|1-100|120|
methylprednisolone methyl_prednisolone solumedrol medrol|mg|4-1000|1000|
dexamethasone|mg|0.5-40|40|
betamethasone celestene|mg|0.5-14|24|
desmopressine minirin|mg|0.001-0.4|1.2|
cabergoline dostinex|mg|0.25-2|4|0.5
omeprazole mopral|mg|10-80|160|10 20 40 80
esomeprazole inexium|mg|10-80|160|10 20 40 80
pantoprazole inipomp eupantol|mg|20-80|160|20 40 80
lansoprazole lanzor ogast|mg|15-60|120|15 30 60
rabeprazole pariet|mg|10-20|60|10 20
ranitidine azantac|mg|50-300|600|
domperidone motilium|mg|5-10|30|10
metoclopramide primperan|mg|5-10|30|10
metopimazine vogalene|mg|5-15|30|
ondansetron zophren|mg|2-16|32|4 8 16
loperamide imodium|mg|2-4|16|2 4
phloroglucinol spasfon|mg|40-160|480|
trimebutine debridat|mg|50-200|600|
mesalazine pentasa|mg|250-4000|6000|
ursodesoxycholique delursan|mg|200-500|2000|
lactulose duphalac|mg|3300-30000|60000|
amoxicilline clamoxyl|mg|125-3000|16000|125 250 500 1000 2000 3000
augmentin clavulanique|mg|125-3000|12000|125 200 250 500 1000 2000
cloxacilline oxacilline bristopen orbenine|mg|250-3000|16000|
piperacilline tazocilline|mg|2000-4500|18000|2000 4000 4500
cefazoline|mg|500-3000|12000|500 1000 2000 3000
cefuroxime zinnat|mg|125-1500|6000|
cefixime oroken|mg|100-400|400|100 200 400
cefpodoxime orelox|mg|40-200|400|
cefotaxime claforan|mg|250-4000|24000|500 1000 2000
ceftriaxone rocephine|mg|250-4000|6000|250 500 1000 2000
ceftazidime fortum|mg|500-3000|12000|500 1000 2000
cefepime|mg|500-2000|6000|
imipeneme tienam|mg|250-1000|4000|250 500 1000
meropeneme|mg|500-2000|6000|500 1000 2000
ertapeneme invanz|mg|500-1000|1000|
gentamicine gentalline|mg|10-560|800|
amikacine|mg|50-2500|2500|
vancomycine|mg|125-2000|4000|125 250 500 1000
teicoplanine targocid|mg|100-1200|1600|
linezolide zyvoxid|mg|600|1200|600
daptomycine cubicin|mg|280-1000|1200|
ciprofloxacine ciflox|mg|100-750|2250|200 250 400 500 750
ofloxacine oflocet|mg|200-400|800|200 400
levofloxacine tavanic|mg|250-750|1000|250 500 750
moxifloxacine izilox|mg|400|400|400
norfloxacine noroxine|mg|400|800|400
erythromycine|mg|250-1000|4000|
azithromycine zithromax|mg|250-1000|2000|250 500 1000
clarithromycine zeclar|mg|250-500|2000|250 500
josamycine josacine|mg|500-1000|2000|
roxithromycine rulid|mg|50-150|300|
spiramycine|ui|1500000-9000000|15000000|
clindamycine dalacine|mg|150-900|4800|
doxycycline|mg|50-200|300|50 100 200
metronidazole flagyl|mg|125-2000|2000|125 250 500 1000 1500
cotrimoxazole bactrim sulfamethoxazole|mg|400-1600|9600|
nitrofurantoine furadantine|mg|50-100|400|50 100
fosfomycine monuril|mg|2000-4000|16000|
rifampicine rifadine|mg|150-1200|1800|
isoniazide rimifon|mg|50-300|900|
ethambutol|mg|400-2000|2500|
pyrazinamide|mg|500-3000|3000|
colchicine colchimax|mg|0.5-1|4|0.5 1
allopurinol zyloric|mg|50-300|900|100 200 300
febuxostat adenuric|mg|40-120|120|80 120
ibuprofene advil nurofen|mg|100-800|2400|
ketoprofene profenid|mg|25-200|300|
diclofenac voltarene|mg|25-150|150|
naproxene apranax|mg|220-1100|1100|
celecoxib celebrex|mg|100-400|400|100 200
nefopam acupan|mg|20-40|120|20
tramadol topalgic contramal|mg|25-200|400|
codeine|mg|15-60|240|
morphine skenan actiskenan oramorph|mg|1-200|600|
oxycodone oxycontin oxynorm|mg|2.5-120|400|
fentanyl durogesic|mg|0.012-0.4|3|
sufentanil|mg|0.0025-0.05|0.5|
buprenorphine subutex temgesic|mg|0.2-16|24|
methadone|mg|5-100|200|
naloxone|mg|0.04-2|10|
pregabaline lyrica|mg|25-300|600|25 50 75 100 150 200 300
gabapentine neurontin|mg|100-800|3600|100 300 400 600 800
amitriptyline laroxyl|mg|5-75|300|
duloxetine cymbalta|mg|30-60|120|30 60
venlafaxine effexor|mg|37.5-225|375|37.5 75 150 225
sertraline zoloft|mg|25-200|200|25 50 100
paroxetine deroxat|mg|10-60|60|10 20 40
fluoxetine prozac|mg|10-60|80|20
citalopram seropram|mg|10-40|60|10 20 40
escitalopram seroplex|mg|5-20|20|5 10 15 20
mirtazapine norset|mg|7.5-45|45|15 30 45
mianserine|mg|10-90|90|
clomipramine anafranil|mg|10-150|250|
lithium teralithe|mg|200-800|2000|
alprazolam xanax|mg|0.125-2|10|0.25 0.5 1
bromazepam lexomil|mg|1.5-12|36|6
lorazepam temesta|mg|0.5-4|10|1 2.5
oxazepam seresta|mg|5-50|150|10 50
diazepam valium|mg|1-20|120|
clonazepam rivotril|mg|0.1-4|20|
clobazam urbanyl|mg|5-40|80|
prazepam lysanxia|mg|5-40|120|
lormetazepam|mg|0.5-2|2|1 2
loprazolam havlane|mg|0.5-2|2|1
midazolam hypnovel|mg|0.5-15|300|
zolpidem stilnox|mg|5-10|10|10
zopiclone imovane|mg|3.75-7.5|7.5|3.75 7.5
hydroxyzine atarax|mg|12.5-100|300|
haloperidol haldol|mg|0.5-10|40|
risperidone risperdal|mg|0.25-8|16|
olanzapine zyprexa|mg|2.5-20|30|2.5 5 7.5 10 15 20
quetiapine xeroquel|mg|12.5-400|800|
aripiprazole abilify|mg|2.5-30|30|5 10 15
clozapine leponex|mg|12.5-400|900|
cyamemazine tercian|mg|5-200|600|
loxapine loxapac|mg|10-200|600|
valproate depakine depakote|mg|100-1500|3000|
levetiracetam keppra|mg|125-1500|4500|
lamotrigine lamictal|mg|2-200|700|
carbamazepine tegretol|mg|50-600|2000|
topiramate epitomax|mg|15-200|500|
lacosamide vimpat|mg|50-400|600|
phenobarbital gardenal|mg|10-400|900|
phenytoine dihydan|mg|50-1500|2000|
levodopa modopar sinemet|mg|50-250|2000|
donepezil aricept|mg|5-10|10|5 10
memantine ebixa|mg|5-20|20|5 10 20
sumatriptan imigrane|mg|6-100|300|
baclofene lioresal|mg|5-30|300|
methotrexate imeth novatrex metoject|mg|2.5-50|5000|
azathioprine imurel|mg|25-200|250|
mycophenolate cellcept|mg|180-1500|3000|
ciclosporine neoral|mg|10-400|700|
tacrolimus prograf advagraf|mg|0.5-15|30|
hydroxychloroquine plaquenil|mg|100-400|600|200 400
adalimumab humira|mg|20-160|160|20 40 80 160
etanercept enbrel|mg|25-50|100|25 50
salbutamol ventoline|mg|0.1-10|30|
terbutaline bricanyl|mg|0.25-10|40|
ipratropium atrovent|mg|0.02-0.5|2|
tiotropium spiriva|mg|0.0025-0.018|0.018|
budesonide pulmicort|mg|0.1-9|9|
fluticasone|mg|0.05-1|2|
montelukast singulair|mg|4-10|10|4 5 10
desloratadine aerius|mg|2.5-5|20|5
cetirizine zyrtec|mg|2.5-10|40|10
dexchlorpheniramine polaramine|mg|0.5-6|12|
tamsulosine josir omix|mg|0.4|0.8|0.4
alfuzosine xatral|mg|2.5-10|10|2.5 5 10
finasteride chibro|mg|1-5|5|1 5
dutasteride avodart|mg|0.5|0.5|0.5
solifenacine vesicare|mg|5-10|10|5 10
sildenafil viagra|mg|20-100|100|20 25 50 100
tadalafil cialis|mg|2.5-40|40|2.5 5 10 20
tamoxifene|mg|10-40|40|10 20
letrozole femara|mg|2.5|2.5|2.5
anastrozole arimidex|mg|1|1|1
misoprostol cytotec|mg|0.025-0.8|1.6|
oxytocine syntocinon|ui|1-40|60|
folique speciafoldine|mg|0.4-25|25|0.4 5
adrenaline|mg|0.05-5|20|
noradrenaline|mg|0.05-16|100|
dobutamine|mg|50-500|2000|
atropine|mg|0.25-2|10|
ephedrine|mg|3-30|150|
propofol diprivan|mg|20-500|4000|
ketamine|mg|5-500|1000|
etomidate|mg|10-40|60|
tranexamique exacyl|mg|250-2000|6000|
aciclovir zovirax|mg|100-1000|4000|
valaciclovir zelitrex|mg|250-2000|8000|
oseltamivir tamiflu|mg|30-150|300|30 45 75 150
fluconazole triflucan|mg|50-800|800|50 100 150 200 400 800
itraconazole|mg|100-200|400|100 200
albendazole zentel|mg|200-800|800|
ivermectine stromectol|mg|3-24|30|
praziquantel|mg|600-3000|6000|
quinine|mg|100-1500|3000|
artesunate|mg|20-250|500|
cyclophosphamide endoxan|mg|50-2000|4000|
rituximab mabthera|mg|100-1400|1400|
infliximab|mg|100-1000|1000|
imatinib glivec|mg|100-800|800|100 400
magnesium|mg|100-6000|30000|
doxorubicine adriamycine|mg|20-150|150|
epirubicine|mg|50-200|200|
cisplatine|mg|20-200|200|
carboplatine|mg|100-900|900|
fluorouracile|mg|300-5000|5000|
docetaxel taxotere|mg|50-200|200|
paclitaxel taxol|mg|50-400|400|
vincristine oncovin|mg|0.5-2.5|2.5|
ifosfamide|mg|500-6000|9000|
etoposide|mg|50-300|400|
gemcitabine gemzar|mg|500-2500|2500|
oxaliplatine eloxatine|mg|50-250|250|
capecitabine xeloda|mg|500-2500|5000|
bevacizumab avastin|mg|100-1500|1500|
trastuzumab herceptin|mg|100-1000|1000|
hydroxyuree hydroxycarbamide hydrea|mg|500-3000|3000|
clonidine catapressan|mg|0.075-0.3|1.2|
methyldopa aldomet|mg|125-500|3000|
nimodipine nimotop|mg|30-60|360|
mannitol|mg|10000-100000|200000|
dobutrex|mg|50-500|2000|
rocuronium esmeron|mg|5-150|300|
cisatracurium|mg|2-30|200|
suxamethonium celocurine|mg|20-150|200|
bupivacaine|mg|2-150|400|
lidocaine xylocaine|mg|10-400|1500|
acetazolamide diamox|mg|125-500|2000|
nadolol corgard|mg|20-160|240|
timolol|mg|0.1-30|60|
potassium diffu|mg|600-2000|6000|
fer tardyferon|mg|50-200|400|
cholecalciferol uvedose|ui|400-200000|300000|
erythropoietine|ui|500-40000|60000|
`;
