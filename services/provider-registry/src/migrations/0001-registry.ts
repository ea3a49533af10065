import { BY_ANYONE, BY_OPERATOR, ownedBy, secureTable } from '@laurel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const schema = 'provider_registry';
const PUBLIC_STATES = `status in ('approved', 'suspended')`;

const TABLES = [
  `create table provider_registry.providers (
    id uuid primary key, name text not null, setting text not null, legal_form text, url text, description text,
    languages jsonb, status text not null, email text not null, version int not null, applied_at timestamptz not null, changed_at timestamptz not null)`,
  `create table provider_registry.decisions (
    id uuid primary key, provider_id uuid not null constraint decisions_provider references provider_registry.providers,
    decision text not null, reason text, decided_at timestamptz not null)`,
  `create table provider_registry.accreditations (
    id uuid primary key, provider_id uuid not null constraint accreditations_provider references provider_registry.providers,
    accreditor jsonb not null, scope jsonb not null, valid_from date not null, valid_until date, withdrawn_at timestamptz,
    withdrawal_reason text, version int not null)`,
  `create index accreditations_of_provider on provider_registry.accreditations (provider_id)`,
  `create table provider_registry.achievements (
    id uuid not null, version int not null, provider_id uuid not null constraint achievements_provider references provider_registry.providers,
    name text not null, description text not null, criteria jsonb not null, achievement_type text not null, form_of_learning text not null,
    setting text not null, assessment jsonb, credits float8, hours float8, level int, fields jsonb, alignments jsonb, image text,
    languages jsonb, valid_for text, tags jsonb, published_at timestamptz not null, primary key (id, version))`,
  `create index achievements_of_provider on provider_registry.achievements (provider_id, id)`,
  `create table provider_registry.clients (
    id uuid primary key, provider_id uuid not null constraint clients_provider references provider_registry.providers,
    name text not null, secret_hash text not null, created_at timestamptz not null, revoked_at timestamptz)`,
  `create index clients_of_provider on provider_registry.clients (provider_id)`,
];

export class Registry0001 implements MigrationInterface {
  readonly name = 'Registry1000000000001';

  async up(session: QueryRunner): Promise<void> {
    const own = `${ownedBy('provider_id')} or ${BY_OPERATOR}`;
    const statements = [
      ...TABLES,
      ...secureTable(schema, 'providers', { select: `${PUBLIC_STATES} or ${ownedBy('id')} or ${BY_OPERATOR}`, update: BY_OPERATOR }),
      ...secureTable(schema, 'decisions', { select: own, insert: BY_OPERATOR }),
      ...secureTable(schema, 'accreditations', { select: BY_ANYONE, insert: BY_OPERATOR, update: BY_OPERATOR }),
      ...secureTable(schema, 'achievements', { select: BY_ANYONE, insert: ownedBy('provider_id'), update: ownedBy('provider_id') }),
      ...secureTable(schema, 'clients', { select: own, insert: own, update: own }),
    ];
    for (const statement of statements) await session.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward; restore a backup to go back');
  }
}
