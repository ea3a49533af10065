import type { standingTexts as english } from '../en/standing.js';

/** Ce que l’on sait en dehors du document : statut, reconnaissance, acquis. */
export const standingTexts: Readonly<Record<keyof typeof english, string>> = {
  // Status
  'still-stands': 'elle n’a été ni révoquée ni suspendue',
  revoked: 'révoquée {change}',
  suspended: 'suspendue {change}',
  superseded: 'remplacée {change}',
  change: 'par {by} le {at, date}',
  'change-with-reason': 'par {by} le {at, date} ({reason})',
  'withdrawn-by-provider': 'retirée par l’organisme',
  'no-status': 'elle a été émise sans moyen de la retirer',
  'status-unavailable': 'on ne peut pas savoir si elle est toujours valable : {reason}',

  // Recognition
  'compiles-records': 'c’est la ville elle-même, qui réunit les dossiers de ses apprenants ; ce qu’ils contiennent relève de chaque émetteur',
  'recognised-now': 'organisme reconnu par {accreditor} lors de l’émission, et aujourd’hui encore',
  'issuer-not-recognised': 'aucune instance connue de Laurel ne reconnaît l’émetteur : on n’a que sa propre parole',
  'credential-not-known': 'l’émetteur est connu ici, mais pas cette attestation',
  'not-an-outcome': '{provider} est un organisme connu, mais l’affirme avec ses propres mots : rien qui ait été enregistré et décidé ne le soutient',
  'not-an-outcome-suspended': '{provider}, organisme suspendu depuis le {since, date}, l’affirme avec ses propres mots : rien qui ait été enregistré et décidé ne le soutient',
  'recognition-not-known': 'on ne sait pas encore ici à quel titre elle a été émise',
  'provider-suspended': 'organisme reconnu par {accreditor} lors de l’émission ; {provider} est suspendu depuis le {since, date}',
  'recognition-ended': 'organisme reconnu par {accreditor} lors de l’émission, mais plus aujourd’hui : {ended}',
  'accreditation-withdrawn': 'l’agrément a été retiré le {on, date}',
  'accreditation-over': 'l’agrément a pris fin le {on, date}',
  'accreditation-not-in-force': 'l’agrément n’est pas en vigueur actuellement',

  // Achievement
  'achievement-as-published': 'conforme à ce que l’organisme a publié, version {version}',
  'no-achievement': 'elle ne porte sur aucun acquis',
  'foreign-achievement': 'l’acquis n’est pas de ceux qui sont publiés ici',
  'achievement-not-known': 'l’acquis n’est pas encore connu ici',
  'achievement-differs': 'à cet endroit, l’organisme a publié {published}',

  // Parts of a learner record
  'parts-stand': 'chacune des attestations qu’il contient a été vérifiée séparément, et aucune n’a échoué',
  'part-failed': 'parmi les attestations qu’il contient, {shares}',
  'part-in-doubt': 'parmi les attestations qu’il contient, {shares}',
  'no-parts': 'il ne contient aucune attestation',
  'too-deep-for-parts': 'c’est un dossier dans un dossier, lui-même dans un dossier : son contenu n’est vérifié que s’il est envoyé séparément',
  'further-shares': '{share} ; {further}',
  'part-fallen': '1 n’est plus valable : {parts, list}',
  'parts-fallen': '{count, number} ne sont plus valables : {parts, list}',
  'part-unproven': '1 n’est pas reconnue authentique : {parts, list}',
  'parts-unproven': '{count, number} ne sont pas reconnues authentiques : {parts, list}',
  'part-faulty': '1 n’est pas en règle : {parts, list}',
  'parts-faulty': '{count, number} ne sont pas en règle : {parts, list}',
  'part-own-word': '1 ne repose que sur la parole de son émetteur : {parts, list}',
  'parts-own-word': '{count, number} ne reposent que sur la parole de leurs émetteurs : {parts, list}',
  'part-otherwise-named': '1 désigne l’apprenant autrement : {parts, list}',
  'parts-otherwise-named': '{count, number} désignent l’apprenant autrement : {parts, list}',
  'part-by-name': '« {achievement} »',
  'part-by-place': 'la n° {place, number}',
  'part-in-trouble': '{part}, {trouble}',
  'more-parts': '{count, number} de plus',
};
