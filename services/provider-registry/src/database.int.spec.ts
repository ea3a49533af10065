import { newId } from '@laurel/runtime';
import { describeTables } from '@laurel/testing';
import { AccreditationRow } from './accreditations/accreditation.js';
import { AccreditationTable } from './accreditations/accreditation.table.js';
import { Achievement } from '@laurel/events';
import { AchievementTable } from './achievements/achievement.table.js';
import { ClientRow } from './clients/client.js';
import { ClientTable } from './clients/client.table.js';
import { entities, migrations, schema } from './database.js';
import { Decision, ProviderRow } from './providers/provider.js';
import { DecisionTable, ProviderTable } from './providers/provider.table.js';

const [providerId, at] = [newId(), '2026-11-24T09:00:00.123Z'];

describeTables(schema, { entities, migrations }, [
  [ProviderTable, ProviderRow, {
    id: providerId, name: 'Bibliothèque', setting: 'library', legalForm: 'association', url: 'https://b.example', description: 'x', languages: ['fr', 'zh-Hans'], status: 'approved',
    email: 'b@b.example', version: 2, appliedAt: at, changedAt: at,
  }],
  [ProviderTable, ProviderRow, { id: newId(), name: 'x', setting: 'family', status: 'applied', email: 'b@b.example', version: 1, appliedAt: at, changedAt: at }],
  [DecisionTable, Decision, { id: newId(), providerId, decision: 'suspend', reason: 'fire safety', decidedAt: at }],
  [AccreditationTable, AccreditationRow, {
    id: newId(), providerId, accreditor: { name: 'City', url: 'https://city.example' }, scope: { formsOfLearning: ['formal'], achievementTypes: ['ext:Own'], fields: ['07'], maxLevel: 5 },
    validFrom: '2026-01-01', validUntil: '2026-12-31', withdrawnAt: at, withdrawalReason: 'moved', version: 2,
  }],
  [AchievementTable, Achievement, {
    id: newId(), version: 3, providerId, name: 'x', description: 'x', criteria: { narrative: 'x', id: 'https://b.example/c' }, achievementType: 'Certificate', formOfLearning: 'formal', setting: 'school',
    assessment: { method: 'portfolio' }, credits: 2.5, hours: 75, level: 4, fields: ['0715'], alignments: [{ targetName: 'x', targetUrl: 'https://esco.example/x' }], image: 'https://b.example/i.png',
    languages: ['en'], validFor: 'P2Y', tags: ['metal'], publishedAt: at,
  }],
  [ClientTable, ClientRow, { id: newId(), providerId, name: 'desk', scopes: ['provider', 'credentials:issue'], secretHash: 'scrypt$a$b', createdAt: at, revokedAt: at }],
]);
