import type { documentTexts as english } from '../en/document.js';

/** Ce qu’est une attestation : structure, contextes, dates, schéma. */
export const documentTexts: Readonly<Record<keyof typeof english, string>> = {
  // Structure
  'data-model': 'une attestation selon le modèle de données {version} du W3C',
  'refused-member': '{reason}',
  'invalid-structure': '{reason}',

  // Contexts
  'contexts-known': 'tous les contextes sont connus et inchangés',
  'no-contexts': 'une attestation de cette forme n’a pas de contextes',
  'base-context': 'le premier contexte doit être celui du modèle de données du W3C, dans une liste',
  'inline-context': 'un contexte doit être une URL et non être écrit en toutes lettres',
  'unknown-context': '{url} ne fait pas partie des contextes que Laurel connaît',
  'repeated-context': '{url} figure deux fois dans la liste',
  'context-keyword': 'un contexte écrit en toutes lettres ne peut pas contenir {keyword}',

  // Dates
  'valid-without-end': 'valable sans limite de durée',
  'valid-until': 'valable jusqu’au {until, date}',
  'invalid-date': '{member} n’est pas une date avec heure et fuseau horaire',
  'invalid-period': '{until} précède {from}',
  'not-yet-valid': 'elle n’est valable qu’à partir du {from, time}',
  expired: 'elle a expiré le {until, date}',

  // Schema
  'open-badge': 'une attestation d’acquis Open Badges 3.0',
  'learner-record': 'un relevé d’apprentissage selon Comprehensive Learner Record 2.0',
  'no-schema': 'elle ne cite aucun schéma et n’est ni un Open Badge ni un relevé d’apprentissage',
  'open-badges-context-missing': 'un Open Badge doit citer un contexte d’Open Badges 3.0',
  'invalid-open-badge': '{reason}',
  'clr-context-missing': 'un relevé d’apprentissage doit citer un contexte de CLR 2.0',
  'invalid-clr': '{reason}',

  // All of them
  'not-asked': 'cela n’a pas été demandé',
};
