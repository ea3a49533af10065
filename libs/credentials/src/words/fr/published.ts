import type { publishedTexts as english } from '../en/published.js';

/** Ce vers quoi une attestation renvoie, et que d’autres publient : listes de statuts et schémas. */
export const publishedTexts: Readonly<Record<keyof typeof english, string>> = {
  // What a status list says
  'change-by-list': 'selon la liste de statuts de {issuer}',
  'change-by-unsigned-list': 'selon sa liste de révocation',
  'change-by-unsigned-list-with-reason': 'selon sa liste de révocation ({reason})',
  'status-refresh': 'une version plus récente est disponible auprès de l’émetteur',
  'status-message': 'l’émetteur ajoute : {message}',

  // Why a status cannot be found out
  'status-too-many': 'on n’examine pas plus de {most} emplacements de statut',
  'status-type': 'un statut du type {type} ne peut pas être lu ici',
  'status-entry-invalid': 'l’emplacement du statut n’est pas écrit comme il le faut : {reason}',
  'status-purpose-unknown': 'on ne sait pas ici ce que signifie le statut {purpose}',
  'status-index-out-of-range': 'la liste de statuts n’a pas d’entrée {index}',
  'status-list-unverified': 'on ne peut pas se fier à la liste de statuts : {reason}',
  'status-list-invalid': 'ce qui est publié à cet endroit n’est pas une liste de statuts : {reason}',
  'status-list-other': 'ce qui est publié à cet endroit se présente comme une autre liste, {found}',
  'status-list-issuer': 'la liste de statuts vient de {found}, que l’émetteur n’a pas désigné',
  'status-list-ours': 'la liste de statuts est celle de ce Laurel, qui ne l’a pas émise',
  'status-of-none-of-ours': 'l’émetteur est connu ici, mais n’a pas d’attestation de cet identifiant',
  'status-list-purpose': 'la liste de statuts ne porte pas sur {purpose}',
  'status-list-too-short': 'la liste de statuts a moins de {least, number} entrées et pourrait trahir de qui il s’agit',
  'status-list-unpackable': 'la liste de statuts ne peut pas être décompressée en {most, number} octets au plus',
  'status-list-unsigned': 'personne n’a signé la liste de révocation : on la croit quand elle révoque, et jamais autrement',
  'unreadable-credential': 'elle ne peut pas être lue comme une attestation : {reason}',

  // Schemas
  'schema-fits': 'elle est conforme à son schéma : {schemas, list}',
  'schema-mismatch': 'elle n’est pas conforme à son schéma : {reason}',
  'schema-unavailable': 'son schéma est introuvable : {reason}',
  'schema-invalid': 'ce qui est publié comme son schéma n’en est pas un : {reason}',
  'schema-unsupported': 'son schéma ne peut pas être appliqué ici : {reason}',
  'schema-digest': 'ce qui est publié comme son schéma n’est pas ce que voulait l’émetteur : l’empreinte est différente',
  'schema-too-costly': 'son schéma est trop long à appliquer',
  'schema-too-many': 'on n’applique pas plus de {most} schémas',
  'schema-type': 'il est du type {type}',
  'schema-version': 'il est écrit en {version}',
  'schema-elsewhere': 'il renvoie à ce qui se trouve ailleurs, {url}',
  'schema-other': 'il se présente comme un autre, {found}',
  'schema-no-object': 'ce n’est pas un objet JSON',
  'schema-is-token': 'c’est un jeton',
  'schema-without-version': 'il ne dit pas par $schema comment le lire',
  'schema-without-id': 'il n’a pas de $id qui soit une URL',
  'schema-credential': 'ce n’est pas l’attestation d’un schéma, à cause de {member}',
  'schema-keyword': '{member} ne respecte pas {keyword}',
  'schema-unverified': 'on ne peut pas vérifier qui l’a publié : {reason}',
};
