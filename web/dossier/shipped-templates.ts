import type { DocumentType } from '../../terminology/spoken/document-types';
import type { Template, TemplateSection } from './template';

type Plan = readonly (readonly [title: string, text?: string])[];

/** A title with "*" must be there. */
function template(id: DocumentType, name: string, plan: Plan): Template {
  const sections = plan.map(([title, text = '']): TemplateSection => ({
    title: title.replace('*', ''),
    text,
    isRequired: title.endsWith('*'),
  }));
  return { format: 1, id: `shipped-${id}`, name, documentType: id, authorId: '', sections };
}

/** Our own writing, after the headings in use (HAS: lettre de liaison, RCP; SFR: comptes rendus types; SFED: coloscopie). */
export const SHIPPED_TEMPLATES: readonly Template[] = [
  template('consultation', 'Consultation', [
    ['Motif*', '[motif]'],
    ['Antécédents', '[antécédents]'],
    ['Allergies*', '[allergies : aucune connue | à préciser]'],
    ['Traitement en cours*', '[traitement]'],
    ['Histoire de la maladie', '[histoire]'],
    [
      'Examen clinique*',
      'Poids [poids] kg, taille [taille] cm. Pression artérielle [systolique]/[diastolique] mmHg, fréquence cardiaque [fréquence] /min.\nBruits du cœur réguliers, sans souffle. Murmure vésiculaire symétrique, sans bruit surajouté. Abdomen souple, indolore.',
    ],
    ['Conclusion*', '[conclusion]'],
    ['Conduite à tenir', '[conduite]'],
  ]),
  template('letter', 'Courrier au médecin traitant', [
    [
      'Objet*',
      'Cher confrère, chère consœur,\nJ’ai vu en consultation votre patient [civilité : Monsieur | Madame] [nom], pour [motif].',
    ],
    ['Antécédents', '[antécédents]'],
    ['Traitement actuel', '[traitement]'],
    ['Examen', '[examen]'],
    ['Conclusion*', 'Au total, [conclusion].'],
    ['Conduite à tenir*', '[conduite]\nJe le reverrai dans [délai].\nBien confraternellement.'],
  ]),
  template('operative-report', 'Compte rendu opératoire', [
    ['Intervention*', '[intervention], côté [côté : droit | gauche | sans objet].'],
    ['Opérateurs', 'Opérateur : [opérateur]. Aide : [aide]. Anesthésiste : [anesthésiste].'],
    ['Indication*', '[indication]'],
    [
      'Installation',
      'Check-list réalisée. Patient installé en [position : décubitus dorsal | décubitus ventral | décubitus latéral]. Anesthésie [anesthésie : générale | locorégionale | locale]. Antibioprophylaxie par [antibiotique].',
    ],
    ['Voie d’abord', '[voie d’abord]'],
    ['Constatations*', '[constatations]'],
    ['Geste*', '[geste]'],
    ['Fermeture', 'Compte des compresses exact. Hémostase vérifiée. Fermeture plan par plan.'],
    ['Incidents', '[incidents : aucun | à préciser]. Pertes sanguines estimées à [volume] ml.'],
    ['Suites*', '[consignes postopératoires]'],
  ]),
  template('ct', 'Scanner', [
    ['Indication*', '[indication]'],
    [
      'Technique*',
      'Acquisition hélicoïdale [région], [injection : sans injection | après injection] de produit de contraste iodé. PDL : [dose] mGy.cm.',
    ],
    ['Comparaison', '[examen antérieur : aucun disponible | examen du]'],
    [
      'Résultats*',
      'À l’étage thoracique : [thorax].\nÀ l’étage abdominal et pelvien : [abdomen].\nSur le plan osseux : pas de lésion suspecte.',
    ],
    ['Conclusion*', '[conclusion]'],
  ]),
  template('mri', 'IRM', [
    ['Indication*', '[indication]'],
    [
      'Technique*',
      'Séquences [séquences]. [injection : Sans injection | Après injection] de gadolinium.',
    ],
    ['Comparaison', '[examen antérieur : aucun disponible | examen du]'],
    ['Résultats*', '[résultats]'],
    ['Conclusion*', '[conclusion]'],
  ]),
  template('ultrasound', 'Échographie abdominale', [
    ['Indication*', '[indication]'],
    [
      'Résultats*',
      'Foie de taille normale, de contours réguliers, d’échostructure homogène, sans lésion focale.\nVésicule biliaire alithiasique, à paroi fine. Voies biliaires non dilatées.\nPancréas sans anomalie dans sa partie visible. Rate homogène, de [taille] cm.\nReins de taille normale, bien différenciés, sans dilatation des cavités.\nAorte de calibre normal. Pas d’épanchement.',
    ],
    ['Conclusion*', '[conclusion]'],
  ]),
  template('colonoscopy', 'Coloscopie', [
    ['Indication*', '[indication]'],
    [
      'Déroulement*',
      'Anesthésie [anesthésie : générale | sédation]. Préparation : score de Boston [score]/9. Progression jusqu’au [repère : cæcum | dernières anses iléales]. Temps de retrait : [durée] min.',
    ],
    [
      'Résultats*',
      'Iléon terminal : [iléon].\nCôlon : [côlon].\nRectum, vu en rétrovision : [rectum].',
    ],
    ['Gestes', '[gestes : aucun | biopsies | polypectomie]'],
    ['Complications*', '[complications : aucune | à préciser]'],
    ['Conclusion*', '[conclusion]'],
    ['Conduite à tenir*', 'Contrôle dans [délai].'],
  ]),
  template('hospital-stay', 'Hospitalisation (lettre de liaison)', [
    ['Motif d’hospitalisation*', '[motif]'],
    ['Antécédents', '[antécédents]'],
    ['Allergies*', '[allergies : aucune connue | à préciser]'],
    ['Traitement à l’entrée*', '[traitement]'],
    ['Histoire de la maladie', '[histoire]'],
    ['Examen à l’entrée', '[examen]'],
    ['Examens complémentaires', '[examens]'],
    ['Évolution dans le service*', '[évolution]'],
    ['Conclusion*', '[diagnostic]'],
    ['Traitement de sortie*', '[traitement], modifications et motifs : [modifications].'],
    [
      'Suites*',
      'Rendez-vous : [rendez-vous]. À surveiller par le médecin traitant : [surveillance].',
    ],
  ]),
  template('tumour-board', 'Réunion de concertation pluridisciplinaire', [
    ['Participants*', '[participants]'],
    ['Motif de présentation*', '[motif]'],
    ['Histoire de la maladie*', '[histoire]'],
    ['Anatomopathologie', '[anatomopathologie]'],
    ['Imagerie', '[imagerie]'],
    ['État général*', 'OMS [score]. Comorbidités : [comorbidités].'],
    ['Stade', 'cT[T]N[N]M[M].'],
    ['Proposition*', '[proposition]'],
    ['Référentiel', 'Conforme au référentiel : [conformité : oui | non, parce que].'],
  ]),
  template('psychiatry', 'Psychiatrie', [
    ['Motif*', '[motif]'],
    ['Antécédents', 'Personnels : [personnels]. Familiaux : [familiaux].'],
    ['Mode de vie', '[mode de vie]'],
    ['Traitement en cours*', '[traitement]'],
    ['Histoire de la maladie', '[histoire]'],
    [
      'Examen psychique*',
      'Présentation [présentation]. Contact [contact]. Discours [discours]. Humeur [humeur : euthymique | abaissée | exaltée]. Idées suicidaires : [idées suicidaires : aucune exprimée | à préciser]. Sommeil et appétit : [sommeil et appétit].',
    ],
    ['Conclusion*', '[conclusion]'],
    ['Conduite à tenir*', '[conduite]'],
  ]),
];
