/**
 * Names of classes that a context of Open Badges 3.0 gives the meaning of a property too: `Criteria` used as a member says to a
 * canonicalizer what `criteria` says, and to a reader of the JSON nothing. Renaming one into the other leaves a signature
 * over the canonical form valid, so no document may have a member of such a name.
 */
export const CLASS_WORDS: ReadonlySet<string> = new Set(['Achievement', 'Address', 'Criteria', 'GeoCoordinates', 'Image', 'Profile']);
