const RESERVED: ReadonlySet<string> = new Set(['_sd', '...', '_sd_alg']);

/** Names that mean digests (RFC 9901 sections 4.1 and 4.2.4), so no claim may have them. */
export const isReserved = (name: string): boolean => RESERVED.has(name);

const NOT_DISCLOSABLE: ReadonlySet<string> = new Set(['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'aka_vcts', 'status']);

/** The claim of an SD-JWT VC in which a pointer lies that no holder may leave out (SD-JWT VC section 2.2.2.3), or undefined. */
export function undisclosable(pointer: string): string | undefined {
  const [, claim = ''] = pointer.split('/', 2);
  return NOT_DISCLOSABLE.has(claim) ? claim : undefined;
}
