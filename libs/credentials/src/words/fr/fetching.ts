import type { fetchingTexts as english } from '../en/fetching.js';

/** Ce que publient des tiers, et pourquoi on ne peut pas l’obtenir. */
export const fetchingTexts: Readonly<Record<keyof typeof english, string>> = {
  // Foreign documents
  'fetch-invalid-url': '{url} n’est pas une URL à laquelle on accède',
  'fetch-not-https': 'on n’accède qu’en https, et non en {scheme}',
  'fetch-refused-port': 'on n’accède qu’au port 443, et non au port {port}',
  'fetch-refused-address': '{host} n’est pas un hôte public',
  'fetch-timeout': '{host} n’a pas répondu à temps',
  'fetch-too-large': 'la réponse de {host} dépasse {most, number} octets',
  'fetch-redirect': '{host} répond par une redirection (code {status}), qui n’est pas suivie',
  'fetch-http-status': '{host} répond avec le code {status}',
  'fetch-encoded': 'la réponse de {host} est encodée en {encoding}',
  'fetch-media-type': 'la réponse de {host} est du type de média {type}',
  'fetch-not-json': 'la réponse de {host} n’est pas du JSON sans équivoque : {reason}',
  'fetch-failed': 'rien n’a pu être obtenu de {host} : {reason}',
  'no-answer': 'il n’y a pas de réponse',
  'no-address': 'il n’a pas d’adresse',
  'fetch-limit': 'trop de documents de {host} sont demandés en ce moment',
};
