import type { tokenTexts as english } from '../en/tokens.js';

/** Ce qui sécurise un document de l’extérieur : JWT et SD-JWT. */
export const tokenTexts: Readonly<Record<keyof typeof english, string>> = {
  // Tokens
  'unsupported-algorithm': 'les signatures de l’algorithme {algorithm} ne peuvent pas être vérifiées ici',
  'key-in-header': 'le jeton apporte sa propre clé, dans {name} : n’importe qui peut le faire',
  'unsupported-header': 'les jetons avec l’en-tête {name} ne peuvent pas être vérifiés ici',
  'wrong-token-type': 'le jeton est de type {found}, alors qu’il faut {wanted}',
  'no-key-named': 'le jeton ne dit pas quelle clé l’a signé',
  'invalid-claim': 'l’assertion {claim} est illisible',
  'conflicting-claim': 'l’assertion {claim} contredit {member}',
  'unsupported-claim': 'les jetons avec l’assertion {claim} sont d’une forme ancienne qui n’est pas lue ici',
  'proof-inside-token': 'le jeton contient des preuves, qui ne sont pas examinées',
  'unsecured-credential': 'la présentation contient une attestation que personne n’a signée',
  'token-not-yet-valid': 'le jeton n’est valable qu’à partir du {from, time}',
  'wrong-token': 'le jeton porte sur {found} et non sur {wanted}',

  // Selective disclosure
  'unsupported-digest': 'les empreintes {algorithm} ne peuvent pas être vérifiées ici',
  'repeated-digest': 'une empreinte figure deux fois dans le jeton',
  'unsigned-disclosure': 'un élément divulgué n’a pas été signé par l’émetteur',
  'invalid-disclosure': 'un élément divulgué n’est pas à sa place',
  'reserved-claim': 'une assertion ne peut pas s’appeler {claim}',
  'claim-there-already': 'l’assertion {claim} est divulguée là où il y en a déjà une de ce nom',
  'claim-not-disclosable': 'la divulgation de l’assertion {claim} ne doit pas être laissée au choix du titulaire',
  'holder-not-bound': 'le titulaire ne l’a pas signée pour cet usage',
  'no-holder-key': 'elle ne nomme aucune clé de son titulaire',
  'holder-signature': 'la signature n’est pas celle du titulaire, ou quelque chose a été modifié depuis',
  'holder-signed-other': 'le titulaire a signé autre chose que ce qui est montré',
  'holder-signed-earlier': 'le titulaire l’a signée le {signed, time}, ce qui est trop ancien',
};
