import type { summaryTexts as english } from '../en/summary.js';

/** Ce que dit le résumé d’une vérification à qui doit décider : des parties de phrases, assemblées de l’extérieur vers l’intérieur. */
export const summaryTexts: Readonly<Record<keyof typeof english, string>> = {
  // The sentence of a genuine credential
  'sentence-standing': 'Authentique et toujours valable : {claim}.',
  'sentence-genuine': 'Authentique : {claim}.',
  'sentence-unrecognised': 'Émetteur non reconnu : aucune instance connue de Laurel ne le reconnaît ; {claim}.',
  'sentence-own-word': 'Simple parole de l’émetteur : rien qui ait été enregistré et décidé ne la soutient ; {claim}.',
  'sentence-trouble': '{trouble, start} ; {claim}.',
  'sentence-unrecognised-trouble': 'Émetteur non reconnu et attestation {trouble} ; {claim}.',

  // What is wrong with one that is genuine
  'no-longer-stands': '{standing} : elle n’est plus valable',
  'does-not-stand-now': '{standing} : elle n’est pas valable pour le moment',
  'was-replaced': '{standing} : une version corrigée a pris sa place',
  'not-confirmed': 'non confirmée, car on ne peut pas savoir si elle est toujours valable',
  'is-expired': 'expirée le {until, date}',
  'is-not-yet-valid': 'valable seulement à partir du {from, time}',
  'is-not-valid': 'non valable : {reason}',
  'not-all-stands': 'valable en partie seulement',
  'nothing-stands': 'sans rien de valable',

  // The sentence of one that is not known to be genuine: nothing of what stands in it
  'sentence-unsigned': 'Non signée : n’importe qui a pu l’écrire.',
  'sentence-altered': 'Non authentique : la signature ne correspond pas au contenu, donc quelque chose a été modifié ou une autre clé a signé ; on ne peut se fier à rien de ce qu’elle dit.',
  'sentence-not-the-issuer': 'Non authentique : elle n’a pas été signée par l’émetteur qu’elle nomme ; on ne peut se fier à rien de ce qu’elle dit.',
  'sentence-key-ended': 'Non authentique : la clé qui l’a signée avait pris fin ; on ne peut se fier à rien de ce qu’elle dit.',
  'sentence-bad-proof': 'Non authentique : ce qui la sécurise n’est pas en règle ; on ne peut se fier à rien de ce qu’elle dit.',
  'sentence-malformed': 'Non valable : elle n’est pas écrite comme une attestation doit l’être ; on ne peut se fier à rien de ce qu’elle dit.',
  'sentence-unknown-terms': 'Non vérifiable ici : elle emploie des termes que Laurel ne connaît pas et pourrait dire autre chose que ce qu’il semble.',
  'sentence-unsupported': 'Non vérifiable ici : elle est sécurisée d’une manière que Laurel ne lit pas.',
  'sentence-keys-unavailable': 'Non confirmée : les clés de son émetteur ne peuvent pas être obtenues pour le moment, si bien qu’on ne sait pas si elle est authentique.',

  // Who says what
  who: '{issuer}',
  'who-recognised': '{issuer} (organisme reconnu par {accreditor})',
  'who-recognised-then': '{issuer} (organisme reconnu par {accreditor} lors de l’émission, mais plus aujourd’hui)',
  'who-suspended': '{issuer} (organisme reconnu par {accreditor} lors de l’émission, mais suspendu depuis le {since, date})',
  'who-unnamed': 'son émetteur',
  claim: '{who} atteste {achieved} par {learner}',
  'past-claim': '{who} avait attesté {achieved} par {learner}',
  'claim-in-detail': '{claim} ({details, row})',
  'other-claim': '{who} fait des déclarations sur {learner}',
  'past-other-claim': '{who} avait fait des déclarations sur {learner}',
  'record-of-one': '{who} a réuni une attestation dans un dossier concernant {learner}',
  record: '{who} a réuni {count, number} attestations dans un dossier concernant {learner}',
  'compiled-record-of-one': '{who} a constitué un dossier d’une attestation concernant {learner}, signée par son propre émetteur',
  'compiled-record': '{who} a constitué un dossier de {count, number} attestations concernant {learner}, chacune signée par son propre émetteur',
  'claim-of-which': '{claim}, dont {shares}',
  achieved: 'l’obtention de l’acquis « {achievement} »',
  'achieved-on': 'l’obtention, le {day, date}, de l’acquis « {achievement} »',
  'achieved-unnamed': 'l’obtention d’un acquis qu’elle ne nomme pas',

  // The learner, whom no credential of ours names
  'learner-by-hashed-e-mail': 'une personne identifiée par l’empreinte d’une adresse e-mail',
  'learner-by-hash': 'une personne identifiée par une empreinte (de : {type})',
  'learner-by-e-mail': 'la personne dont l’adresse e-mail est {address}',
  'learner-by-identifier': 'la personne dont l’identifiant ({type}) est {identifier}',
  'learner-by-id': 'le titulaire de {id}',
  'learner-unnamed': 'une personne qu’elle ne nomme pas',

  // Details
  'formal-learning': 'apprentissage formel',
  'non-formal-learning': 'apprentissage non formel',
  'informal-learning': 'apprentissage informel',
  'any-learning': 'toutes les formes d’apprentissage',
  'no-level': 'aucun niveau',
  'at-level': 'niveau {level} du CEC',
  'by-examination': 'évaluation par examen',
  'by-practical-test': 'évaluation par épreuve pratique',
  'by-observation': 'évaluation par observation',
  'by-portfolio': 'évaluation par portfolio',
  'by-interview': 'évaluation par entretien',
  'by-peer-review': 'évaluation par les pairs',
  'by-attendance': 'évaluation par la participation',
  'with-one-evidence': 'un justificatif à l’appui',
  'with-evidence': '{count, number} justificatifs à l’appui',
  'until-day': 'valable jusqu’au {until, date}',

  // What a provider is recognised for
  'recognised-scope': '{limits, row}',
  'scope-forms': '{forms, list}',
  'scope-level': 'jusqu’au niveau {level} du CEC',
  'scope-fields': 'domaine d’études {fields, list} (CITE-F 2013)',
  'scope-types': 'acquis de type {types, list}',
};
