/** What a dictation becomes; names the sections that its speaker announces ("conclusion deux points"). */
export type DocumentType =
  | 'consultation'
  | 'letter'
  | 'operative-report'
  | 'ct'
  | 'mri'
  | 'ultrasound'
  | 'colonoscopy'
  | 'hospital-stay'
  | 'tumour-board'
  | 'psychiatry';

/** In the order of the choice on the screen. */
export const DOCUMENT_TYPES: readonly DocumentType[] = [
  'consultation',
  'letter',
  'operative-report',
  'ct',
  'mri',
  'ultrasound',
  'colonoscopy',
  'hospital-stay',
  'tumour-board',
  'psychiatry',
];

const split = (titles: string): readonly string[] => titles.split('|').map((title) => title.trim());

/**
 * Section names of each document type, beside those that every report may have. After the headings in use in French
 * reports (HAS: lettre de liaison, dossier de RCP; SFR: comptes rendus types; SFED: coloscopie).
 */
const SECTIONS: Readonly<Record<DocumentType, readonly string[]>> = {
  consultation: split(
    'plaintes|plainte principale|terrain|habitus|état général|auscultation|palpation|tension artérielle|ordonnance du jour|prochaine consultation|avis',
  ),
  letter: split(
    'objet|rappel clinique|à ce jour|je retiens|en résumé|en pratique|mes conclusions|ma proposition|pièces jointes|copie à|copies à',
  ),
  'operative-report': split(
    `chirurgien|chirurgiens|aide opératoire|instrumentiste|titre|intervention pratiquée|indication opératoire|position|installation du patient|incision|abord
    |temps opératoire|premier temps|deuxième temps|troisième temps|hémostase|lavage|drainage|compte des compresses|pertes sanguines|garrot|durée d'intervention
    |implants|pièce opératoire|anatomopathologie|incident peropératoire|suites immédiates|thromboprophylaxie|appui|ablation des fils`,
  ),
  ct: split(
    `protocole d'acquisition|injection|acquisition|étage thoracique|étage abdominal|étage pelvien|étage abdomino-pelvien|parenchyme pulmonaire|médiastin|plèvre
    |foie|voies biliaires|pancréas|rate|reins|surrénales|tube digestif|vaisseaux|adénopathies|cadre osseux|os|paroi|étage sus-tentoriel|étage sous-tentoriel|rochers|sinus|au niveau thoracique|au niveau abdominal|au niveau pelvien`,
  ),
  mri: split(
    `séquences|séquence|injection|étage sus-tentoriel|étage sous-tentoriel|diffusion|perfusion|flair|substance blanche|système ventriculaire|ligne médiane
    |fosse postérieure|polygone de willis|moelle|disques|étage cervical|étage dorsal|étage lombaire|ligament croisé antérieur|ligament croisé postérieur|ménisque interne
    |ménisque externe|cartilage|coiffe|os|parties molles|prostate|zone périphérique|zone transitionnelle|vésicules séminales`,
  ),
  ultrasound: split(
    `foie|vésicule biliaire|vésicule|voies biliaires|pancréas|rate|rein droit|rein gauche|reins|aorte|vessie|prostate|utérus|endomètre|ovaire droit|ovaire gauche|annexes
    |lobe droit|lobe gauche|isthme|aires ganglionnaires|doppler|ventricule gauche|ventricule droit|oreillettes|oreillette gauche|valve mitrale|valve aortique|valve tricuspide
    |péricarde|biométrie|morphologie|placenta|liquide amniotique|col|vitalité|sein droit|sein gauche`,
  ),
  colonoscopy: split(
    `préparation|préparation colique|score de boston|progression|iléon terminal|iléon|caecum|cæcum|côlon droit|côlon transverse|côlon gauche|côlon sigmoïde|sigmoïde|rectum|canal anal
    |retrait|temps de retrait|polypes|polypectomie|biopsies étagées|endoscope|sédation|prochain contrôle|oesophage|œsophage|estomac|duodénum`,
  ),
  'hospital-stay': split(
    `date d'entrée|date de sortie|mode d'entrée|mode de sortie|provenance|autonomie|à l'entrée|à la sortie|examen d'entrée|évolution clinique|synthèse du séjour|sur le plan infectieux
    |sur le plan cardiologique|sur le plan respiratoire|sur le plan rénal|sur le plan neurologique|sur le plan social|sur le plan nutritionnel|actes réalisés|transfusion|bactéries multirésistantes
    |examen de sortie|résultats en attente|suivi|suites à donner|devenir|directives anticipées|personne de confiance`,
  ),
  'tumour-board': split(
    `présents|quorum|médecin référent|question posée|motif de présentation|stade|stade tnm|histologie|biologie moléculaire|biomarqueurs|état général|oncogériatrie|dossier radiologique
    |discussion|décision|proposition|proposition thérapeutique|essai clinique|alternative`,
  ),
  psychiatry: split(
    `biographie|antécédents psychiatriques|antécédents somatiques|contact|présentation|discours|humeur|thymie|affects|pensée|cours de la pensée|contenu de la pensée|idées suicidaires
    |risque suicidaire|perception|sommeil|appétit|conduites addictives|insight|alliance|mode d'hospitalisation|hypothèses diagnostiques|projet de soins`,
  ),
};

export const sectionsOf = (type: DocumentType): readonly string[] => SECTIONS[type];
