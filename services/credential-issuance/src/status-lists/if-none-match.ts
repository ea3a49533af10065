/** If-None-Match (RFC 9110 section 13.1.2): `*`, or a list of validators that are compared weakly. */
export const matches = (known: string | undefined, etag: string): boolean =>
  known !== undefined && known.split(',').some((each) => each.trim() === '*' || opaque(each.trim()) === opaque(etag));

const opaque = (etag: string): string => etag.replace(/^W\//, '');
