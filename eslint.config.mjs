import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

/** Who may import whom (docs/decisions/0001-small-house.md); repo.spec.ts holds the same from the package files. */
const depConstraints = [
  { sourceTag: 'type:contract', onlyDependOnLibsWithTags: [], bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'kafkajs'] },
  { sourceTag: 'type:pure', onlyDependOnLibsWithTags: ['type:contract'], bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'kafkajs', 'fastify'] },
  { sourceTag: 'type:infra', onlyDependOnLibsWithTags: ['type:contract', 'type:infra', 'type:testing'] },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['type:contract', 'type:infra', 'type:deployment'] },
  { sourceTag: 'type:deployment', onlyDependOnLibsWithTags: ['type:contract', 'type:infra'] },
  { sourceTag: 'type:service', onlyDependOnLibsWithTags: ['type:contract', 'type:pure', 'type:infra', 'type:testing'], bannedExternalImports: ['kafkajs'] },
  { sourceTag: 'type:standalone', onlyDependOnLibsWithTags: ['type:contract', 'type:infra', 'type:service', 'type:deployment', 'type:testing'], bannedExternalImports: ['kafkajs'] },
  { sourceTag: 'type:story', onlyDependOnLibsWithTags: ['type:contract', 'type:pure', 'type:infra', 'type:deployment', 'type:testing', 'type:service'] },
];

/** testing stands on these libs, and their specs on testing: a circle of specs, not of code. */
const specsAlone = ['events', 'runtime', 'messaging', 'http', 'infra'].map((lib) => ['@laurel/testing', `@laurel/${lib}`]);

const signing = { group: ['@laurel/credentials/signing'], message: 'Only credential-issuance signs, and what tests the verifier.' };
const kafka = { group: ['kafkajs'], message: 'Kafka lives behind the transport port, in libs/messaging/src/transport/kafka.' };

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/coverage/**', '.nx/**', '.laurel/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  ...nx.configs['flat/base'],
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
      'max-lines': ['error', 250],
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: true, allow: [], ignoredCircularDependencies: specsAlone, depConstraints }],
      'no-restricted-imports': ['error', { patterns: [signing, kafka] }],
    },
  },
  { files: ['**/*.controller.ts', '**/*.module.ts', 'services/**/*.ts', 'libs/http/**/*.ts', 'libs/messaging/**/*.ts'], rules: { '@typescript-eslint/consistent-type-imports': 'off' } },
  { files: ['**/*.spec.ts'], rules: { 'max-lines': ['error', 400] } },
  { files: ['services/credential-issuance/**/*.ts', 'libs/credentials/**/*.ts', 'bench/**/*.ts', 'e2e/tamper/**/*.ts', 'e2e/conformance/**/*.ts'], rules: { 'no-restricted-imports': ['error', { patterns: [kafka] }] } },
  { files: ['libs/messaging/src/transport/kafka/**/*.ts', 'infra/kafka/**/*.ts', '**/*.spec.ts', 'libs/testing/**/*.ts'], rules: { 'no-restricted-imports': ['error', { patterns: [signing] }] } },
  { files: ['tools/**/*.mjs', '*.mjs'], languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } } },
);
