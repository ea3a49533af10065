import type { keyTexts as english } from '../en/keys.js';

/** À qui appartient la clé qui a signé. */
export const keyTexts: Readonly<Record<keyof typeof english, string>> = {
  // Keys
  'unknown-key': '{controller} n’a pas de telle clé',
  'unreadable-key': 'la clé est illisible : {reason}',
  'key-of-other-type': 'elle n’est d’aucun de ces types : {types, row}',
  'key-not-once': 'une méthode de vérification donne sa clé une seule fois, en publicKeyMultibase ou en publicKeyJwk',
  'about-another': 'il porte sur {found}',
  'unsupported-did-method': 'les clés de {method} ne peuvent pas être trouvées ici',
  'invalid-verification-method': '{method} ne désigne pas une clé selon sa méthode DID',
  'key-not-for-purpose': '{controller} n’admet pas cette clé pour {purpose}',
  'key-revoked': 'la clé a pris fin le {ended, date}',
  'did-unavailable': 'les clés de {did} ne peuvent pas être obtenues : {reason}',
  'invalid-did': '{did} n’est pas un DID dont le document puisse être consulté',
  'invalid-did-document': 'ce que désigne {did} n’est pas son document DID : {reason}',

  // Issuer binding
  'issuers-key': 'la clé est celle de l’émetteur',
  'no-issuer': 'elle ne dit pas qui l’a émise',
  'nobody-bound': 'sans preuve lisible, personne n’est engagé',
  'not-the-issuers-key': 'une preuve a été faite avec une clé qui n’est pas celle de l’émetteur {issuer}',

  // Holder binding
  'holders-key': 'montrée par {holder}, qui a signé pour cet usage',
  'not-the-holders-key': 'une preuve a été faite avec une clé qui n’est pas celle du titulaire {holder}',
  'subject-is-holder': 'elle porte sur la personne qui la montre',
  bearer: 'elle n’est pas liée à la personne qui la montre : quiconque la possède peut la montrer',
};
