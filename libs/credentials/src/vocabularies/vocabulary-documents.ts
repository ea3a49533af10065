import { ASSESSMENT_METHODS } from './assessment-methods.js';
import { type ConceptScheme, type SchemeDocument, schemeDocument } from './concept-scheme.js';
import { FORMS_OF_LEARNING } from './forms-of-learning.js';
import { SETTINGS } from './settings.js';

const SCHEMES: readonly ConceptScheme[] = [FORMS_OF_LEARNING, SETTINGS, ASSESSMENT_METHODS];

/** Laurel's own lists by the path each is served at: `/vocab/forms-of-learning`, `/vocab/settings`, `/vocab/assessment-methods`. */
export const vocabularyDocuments = (origin: string): ReadonlyMap<string, SchemeDocument> =>
  new Map(SCHEMES.map((scheme) => [scheme.path, schemeDocument(scheme, origin)]));
