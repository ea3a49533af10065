import type { valueTexts as english } from '../en/values.js';

/** Pourquoi une valeur n’est pas ce que demande son schéma ; `{member}` est son nom. */
export const valueTexts: Readonly<Record<keyof typeof english, string>> = {
  // What zod finds
  'value-missing': '{member} manque',
  'value-of-other-type': '{member} n’est pas du type {type}',
  'value-not-among': '{member} n’est aucune de ces valeurs : {values, row}',
  'value-too-small': '{member} en a moins de {least, number}',
  'value-too-large': '{member} en a plus de {most, number}',
  'value-in-other-form': '{member} n’a pas la forme prévue : {form}',
  'value-not-foreseen': '{member} contient ce qui n’est pas prévu : {names, row}',
  'value-refused': '{member} n’est pas comme il le faut',
  'the-document': 'le document',

  // What our schemas ask for besides
  'must-be-uri': '{member} doit être une URL',
  'must-contain': '{member} doit contenir {wanted}',
  'must-make-a-claim': '{member} doit affirmer quelque chose',
  'must-be-language-tag': '{member} doit être une étiquette de langue',
  'must-be-sri-digest': '{member} doit être une empreinte SHA-256, 384 ou 512 telle que l’écrit Subresource Integrity',
  'must-be-multibase-digest': '{member} doit être une empreinte SHA-256, 384 ou 512 en Multibase',
  'must-have-digest': '{member} doit avoir une empreinte',
  'must-be-published-digest': '{member} a une autre empreinte que ce qui est publié à cet endroit',
  'must-not-repeat': '{member} ne doit pas citer deux fois la même ressource',
  'must-say-who': '{member} doit dire de qui il s’agit : un id ou un identifiant',
  'must-be-hexadecimal': '{member} doit être hexadécimal, comme 0x0',
  'must-be-decimal': '{member} doit être un nombre en base 10',
  'must-have-messages': '{member} doit avoir un message pour chaque valeur possible du statut',
  'must-be-compact-jws': '{member} doit être un JWS compact',

  // Members that no document may have
  'member-is-keyword': 'le mot-clé JSON-LD {name} n’est pas admis',
  'member-is-class': '{name} est le nom d’une classe, non d’un membre',
  'member-is-of-prototype': 'un membre nommé {name} n’est pas admis',
  'id-is-blank-node': 'un id est une URL, non un nœud anonyme',
};
