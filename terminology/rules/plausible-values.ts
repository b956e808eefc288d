/**
 * Values a living patient's measure can take, by unit: beyond them, a figure, a decimal comma or a unit is wrong. Wide on
 * purpose: a record value passes, a factor ten mostly does not.
 *
 * Own writing. Bounds are rounded outwards from what these sources call critical or give as measuring range:
 * [L] critical laboratory values: Société française de biologie clinique, COFRAC SH REF 02 practice; Kost, JAMA 1990;263:704;
 * [B] biological reference intervals of the Collège des enseignants (internal medicine, nephrology, endocrinology);
 * [V] vital signs: SFMU/SRLF recommendations, National Early Warning Score 2 (RCP 2017), ERC Guidelines 2021;
 * [E] echocardiography: ASE/EACVI chamber quantification, Lang et al., J Am Soc Echocardiogr 2015;28:1;
 * [F] lung function: ATS/ERS interpretative strategies, Stanojevic et al., Eur Respir J 2022;60:2101499;
 * [A] anthropometry: WHO growth standards 2006, AUDIPOG curves; [O] obstetrics: CNGOF; [S] the score's own scale.
 *
 * A line: source, names separated by commas (folded, the longest wins), then for each unit its bounds; "-" is no unit.
 */
export const PLAUSIBLE_VALUES = `
V|tension arterielle systolique,pression arterielle systolique,pas,systolique|mmhg 30 300;cmhg 3 30;- 3 300
V|tension arterielle diastolique,pression arterielle diastolique,pad,diastolique|mmhg 10 200;cmhg 1 20;- 1 200
V|pression arterielle moyenne,pam|mmhg 20 220;- 20 220
V|frequence cardiaque,fc,pouls,rythme cardiaque|bpm 20 300;/min 20 300;- 20 300;cycles/min 20 300
V|frequence respiratoire,fr|cycles/min 4 90;/min 4 90;bpm 4 90;- 4 90
V|temperature|°c 28 43;° 28 43;- 30 43
V|febrile,apyretique,fievre,febricule,hyperthermie|°c 28 43;° 28 43
V|saturation,spo2,sao2,sat,sato2|% 30 100;- 30 100
V|glycemie capillaire,dextro,glycemie|g/l 0.1 20;mmol/l 0.5 110;mg/dl 10 2000;g/dl 0.01 2
V|diurese|ml/j 0 15000;l/j 0 15;ml/h 0 2000;ml/kg/h 0 20
V|glasgow,gcs,score de glasgow|- 3 15
S|eva,echelle visuelle analogique,evn|- 0 10
S|nihss|- 0 42
S|apgar|- 0 10
S|rankin|- 0 6
S|mmse,mms,mini mental|- 0 30
S|moca|- 0 30
S|score de boston|- 0 9
S|bishop|- 0 13
S|silverman|- 0 10
S|child-pugh,child pugh|- 5 15
S|meld|- 6 40
S|gleason|- 2 10
S|cha2ds2-vasc|- 0 9
S|wells|- -2 12.5
S|igs ii|- 0 163
S|sofa|- 0 24
S|ramsay|- 1 6
S|epworth|- 0 24
S|hamilton|- 0 56
S|edss|- 0 10
S|mallampati|- 1 4
S|ipss|- 0 35
S|das28|- 0 10
L|natremie,sodium,na+|mmol/l 90 200;meq/l 90 200;- 90 200
L|kaliemie,potassium,k+|mmol/l 1 11;meq/l 1 11;- 1 11
L|chloremie,chlore|mmol/l 50 150;meq/l 50 150
L|bicarbonates,hco3,hco3-,reserve alcaline|mmol/l 2 60;meq/l 2 60;- 2 60
L|calcemie corrigee,calcemie,calcium|mmol/l 0.8 6;mg/l 30 240;mg/dl 3 24
L|calcium ionise|mmol/l 0.3 3
L|phosphoremie,phosphatemie,phosphore|mmol/l 0.05 6;mg/l 2 190
L|magnesemie,magnesium|mmol/l 0.1 6
L|creatininemie,creatinine,creatinine plasmatique|µmol/l 10 3000;mg/l 1 340;mg/dl 0.1 34
L|uree,uree sanguine,uremie|mmol/l 0.3 120;g/l 0.02 7.5;mg/dl 2 750
L|debit de filtration glomerulaire,dfg,clairance de la creatinine,clairance|ml/min 1 250;ml/min/m2 1 250
L|uricemie,acide urique|µmol/l 20 2000;mg/l 3 340
L|proteinurie,proteinurie des 24 heures|g/j 0 60;g/l 0 60;mg/j 0 60000
L|protidemie,proteines totales,protides|g/l 20 160
L|albuminemie,albumine|g/l 5 70
L|osmolarite,osmolalite|mosm/l 150 500;mosm/kg 150 500
L|lactates,lactatemie,lactate|mmol/l 0.1 40
L|ammoniemie|µmol/l 1 1500
L|hemoglobine,hb,taux d'hemoglobine,taux hemoglobine|g/dl 2 25;g/l 20 250;g% 2 25;- 2 25;mmol/l 1 16
L|hematocrite,ht|% 5 75
L|vgm,volume globulaire moyen|fl 40 160;- 40 160
L|tcmh|pg 10 60
L|ccmh|% 15 45;g/dl 15 45
L|hematies,globules rouges|T/l 0.5 12
L|leucocytes,globules blancs,gb,hyperleucocytose,leucocytose,leucopenie|G/l 0 600;/mm3 10 600000;g/l 0 600
L|polynucleaires neutrophiles,neutrophiles,pnn,neutropenie|G/l 0 200;/mm3 0 200000;% 0 100;g/l 0 200
L|lymphocytes,lymphopenie|G/l 0 600;/mm3 0 600000;% 0 100;g/l 0 600
L|eosinophiles,eosinophilie,hypereosinophilie|G/l 0 100;/mm3 0 100000;% 0 100
L|plaquettes,thrombocytes,thrombopenie,thrombocytose,numeration plaquettaire|G/l 0 3000;/mm3 100 3000000;g/l 0 3000
L|reticulocytes|G/l 0 1000;% 0 50;/mm3 0 1000000
L|tp,taux de prothrombine|% 1 140
L|inr|- 0.5 20
L|tca,tck|s 15 250
L|fibrinogene,fibrinemie|g/l 0.1 15
L|d-dimeres,ddimeres|ng/ml 10 200000;µg/l 10 200000;µg/ml 0.01 200;mg/l 0.01 200
L|crp,proteine c reactive,c reactive proteine,c-reactive proteine|mg/l 0 900;mg/dl 0 90;µg/ml 0 900
L|procalcitonine,pct|ng/ml 0 1000;µg/l 0 1000
L|vitesse de sedimentation,vs|mm 0 200;mm/h 0 200;- 0 200
L|ferritinemie,ferritine|µg/l 1 200000;ng/ml 1 200000
L|fer serique|µmol/l 0.5 100
L|asat,tgo,sgot,aspartate aminotransferase|ui/l 2 30000;- 2 30000
L|alat,tgp,sgpt,alanine aminotransferase|ui/l 2 30000;- 2 30000
L|gamma gt,gamma-gt,ggt|ui/l 2 6000
L|phosphatases alcalines,pal|ui/l 10 10000
L|bilirubine totale,bilirubine,bilirubinemie|µmol/l 1 1200;mg/l 0.5 700;mg/dl 0.05 70
L|bilirubine conjuguee|µmol/l 0 900;mg/l 0 520
L|lipasemie,lipase|ui/l 1 30000
L|amylasemie,amylase|ui/l 1 30000
L|ldh,lactate deshydrogenase,lacticodeshydrogenase|ui/l 30 50000
L|cpk,ck,creatine phosphokinase|ui/l 5 500000
L|troponine,troponine i,troponine t|ng/l 0 200000;ng/ml 0 2000;µg/l 0 2000;pg/ml 0 200000
L|bnp|pg/ml 1 20000;ng/l 1 20000
L|nt-probnp,nt pro bnp|pg/ml 1 200000;ng/l 1 200000
B|cholesterol total,cholesterol,cholesterolemie|g/l 0.3 15;mmol/l 0.8 40
B|ldl,ldl cholesterol,ldl-cholesterol|g/l 0.05 10;mmol/l 0.1 26
B|hdl,hdl cholesterol,hdl-cholesterol|g/l 0.02 2;mmol/l 0.05 5
B|triglycerides,triglyceridemie|g/l 0.1 100;mmol/l 0.1 115
B|hemoglobine glyquee,hba1c|% 3 20;mmol/mol 9 200
B|tsh,tshus|mui/l 0 600;µui/ml 0 600;ui/l 0 600;- 0 600
B|t4 libre,t4l,ft4|pmol/l 0.3 150;ng/l 0.2 120;ng/dl 0.02 12;pg/ml 0.2 120
B|t3 libre,t3l,ft3|pmol/l 0.3 80;pg/ml 0.2 52
B|cortisolemie,cortisol|nmol/l 1 5000;µg/dl 0.1 180;ng/ml 0.4 1800;µg/l 0.4 1800
B|prolactinemie,prolactine|ng/ml 0.5 40000;µg/l 0.5 40000;mui/l 10 850000
B|parathormone,pth|pg/ml 1 5000;ng/l 1 5000;pmol/l 0.1 530
B|vitamine d,25-oh vitamine d|ng/ml 1 250;nmol/l 2 620
B|vitamine b12|pg/ml 20 10000;pmol/l 15 7400;ng/l 20 10000
B|testosteronemie,testosterone|ng/ml 0.01 30;nmol/l 0.02 105
B|psa,psa total|ng/ml 0 20000;µg/l 0 20000
B|alpha-foetoproteine,alpha foetoproteine,afp|ng/ml 0.5 3000000;ui/ml 0.4 2500000;µg/l 0.5 3000000
L|ph,ph arteriel|- 6.5 8
L|pao2,po2|mmhg 15 650;kpa 2 87
L|paco2,pco2|mmhg 5 180;kpa 0.6 24
L|fio2|% 21 100;- 0.21 100
L|glycorachie|g/l 0 5;mmol/l 0 28
L|proteinorachie,albuminorachie,hyperproteinorachie|g/l 0.05 50
E|fraction d'ejection,fevg,fe,fraction d'ejection du ventricule gauche|% 5 90;- 5 90
E|ptdvg,dtdvg,diametre telediastolique du ventricule gauche,diametre telediastolique|mm 15 110;cm 1.5 11
E|paps,pression arterielle pulmonaire systolique|mmhg 8 180
E|septum,septum interventriculaire,siv|mm 3 45
E|tapse|mm 3 45
E|surface aortique,surface valvulaire aortique|cm2 0.2 6;cm2/m2 0.1 4
E|gradient moyen|mmhg 1 150
E|aorte ascendante|mm 10 120
E|vmax|m/s 0.1 8
F|vems,volume expiratoire maximal par seconde,volume expiratoire maximum par seconde|l 0.2 7.5;% 5 180;ml 200 7500
F|cvf,capacite vitale forcee,capacite vitale|l 0.3 9;% 5 180
F|debit expiratoire de pointe,dep,peak flow|l/min 30 1000
A|poids,pese,pesait,pesant|kg 0.3 400
A|poids de naissance,poids a la naissance|g 300 7000;kg 0.3 7
A|taille|m 0.3 2.6
A|indice de masse corporelle,imc,bmi|kg/m2 8 110;- 8 110
A|perimetre cranien|cm 18 70
A|perimetre abdominal,tour de taille|cm 30 250
A|surface corporelle|m2 0.1 3.2
O|hauteur uterine|cm 3 55
O|bruits du coeur foetal,rythme cardiaque foetal|bpm 40 260
O|clarte nucale|mm 0.3 15
O|terme,age gestationnel|sa 3 45
O|dilatation,col dilate|cm 0 10
V|garrot,garrot pneumatique|mmhg 100 500
E|qrs,duree du qrs|ms 40 300
E|qtc,qt corrige|ms 200 800
E|pr,espace pr|ms 60 600
L|aslo|ui/ml 0 10000
L|beta hcg,hcg,bhcg|ui/l 0 3000000;mui/ml 0 3000000
L|anti-tpo,anticorps anti-thyroperoxydase,anti-thyroperoxydase|ui/ml 0 20000
V|pression intra-oculaire,pression intraoculaire,pio,tonus oculaire|mmhg 0 90
`;
