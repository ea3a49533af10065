import type { proofTexts as english } from '../en/proof.js';

/** Ce qui sécurise un document, comme preuve à l’intérieur. */
export const proofTexts: Readonly<Record<keyof typeof english, string>> = {
  // Proof
  'signature-genuine': 'la signature est authentique : rien n’a été modifié depuis',
  'signatures-genuine': 'les {count} signatures sont authentiques : rien n’a été modifié depuis',
  'no-proof': 'personne ne l’a signée',
  'unsigned-presentation': 'personne n’a signé la présentation : l’identité de qui la montre n’est pas prouvée',
  'too-costly': 'sa lecture prend trop de temps : ses parties sont trop nombreuses ou renvoient trop souvent les unes aux autres',
  unreadable: 'une signature ne dit rien quand des membres ou des contextes sont refusés',
  'invalid-proof': '{reason}',
  'too-many-proofs': 'au plus {most} preuves sont examinées',
  'repeated-proof-id': 'deux preuves portent l’identifiant {id}',
  'unsupported-cryptosuite': 'les preuves de la suite {suite} ne peuvent pas être vérifiées ici',
  'wrong-proof-purpose': 'l’usage prévu pour la preuve est {found}, alors qu’il faut {wanted}',
  'proof-expired': 'la preuve a expiré le {expires, date}',
  'proof-context': 'la preuve a d’autres contextes que le document',
  'proof-domain': 'la preuve a été faite pour {found} et non pour {wanted}',
  'proof-challenge': 'la preuve ne répond pas au défi qui a été posé',
  'invalid-proof-value': 'proofValue n’est pas une signature de la forme prévue par {suite}',
  'previous-proof-missing': 'la preuve s’appuie sur une autre qui est absente',
  'previous-proof-circle': 'des preuves s’appuient en cercle les unes sur les autres',
  'wrong-key-type': 'on ne signe pas {suite} avec une clé de type {type}',
  'invalid-signature': 'la signature ne correspond pas au contenu : quelque chose a été modifié, ou une autre clé a signé',
  'base-proof': 'une preuve de base est destinée au seul titulaire : on ne montre une partie qu’avec une preuve qui en est dérivée',
  'disclosure-mismatch': 'la preuve dérivée a été faite pour un autre document : ses étiquettes, index ou signatures ne correspondent pas',
  'not-canonicalizable': '{reason}',
};
