import { z } from 'zod';
import { READ_CREDENTIALS, READ_PROFILE } from './open-badges-scope.js';

/** Who asks. */
export const Role = z.enum(['operator', 'provider', 'learner']);
export type Role = z.infer<typeof Role>;

/** What a token is good for (RFC 6749 section 3.3): all that its role may do, or one thing beside it. */
export const Scope = z.enum([...Role.options, 'credentials:issue', READ_CREDENTIALS, READ_PROFILE]);
export type Scope = z.infer<typeof Scope>;

/** What clients of a provider can be made with: its administration, and wording credentials itself under its keys. */
export const ClientScope = Scope.extract(['provider', 'credentials:issue']);
export type ClientScope = z.infer<typeof ClientScope>;

/** What a learner can let a wallet do. */
export const WalletScope = Scope.extract([READ_CREDENTIALS, READ_PROFILE]);
export type WalletScope = z.infer<typeof WalletScope>;

const ROLES: Readonly<Record<Scope, Role>> = {
  operator: 'operator', provider: 'provider', learner: 'learner', 'credentials:issue': 'provider', [READ_CREDENTIALS]: 'learner', [READ_PROFILE]: 'learner',
};

/** The role that has a scope. */
export const roleOf = (scope: Scope): Role => ROLES[scope];

const List = z.array(Scope).min(1).refine((scopes) => new Set(scopes).size === scopes.length && new Set(scopes.map(roleOf)).size === 1, 'scopes of one role, each once');

/** The scopes in the text of a token or request, one space apart; undefined for one that does not exist, stands twice or is another role's. */
export const readScopes = (text: string): Scope[] | undefined => List.safeParse(text.split(' ')).data;
