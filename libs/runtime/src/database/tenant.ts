/**
 * Whose rows a transaction may see. Row-level security compares `laurel.tenant` with the owner of each row;
 * nobody and the operator have ids of their own, so that a policy is one comparison of uuids.
 */
export type Tenant = string & { readonly tenant: unique symbol };

const tenant = (id: string): Tenant => id as Tenant;

/** A request without a token: sees what is public. */
export const ANYONE = tenant('00000000-0000-0000-0000-000000000000');
/** The city's operator. */
export const OPERATOR = tenant('ffffffff-ffff-ffff-ffff-ffffffffffff');
/** A provider or a learner, by its id. */
export const tenantOf = (id: string): Tenant => tenant(id);

/** The tenant of the transaction, as SQL for policies. */
export const CURRENT_TENANT = `nullif(current_setting('laurel.tenant', true), '')::uuid`;
