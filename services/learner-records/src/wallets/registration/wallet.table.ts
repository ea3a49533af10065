import { column, instant } from '@laurel/runtime';
import { EntitySchema } from 'typeorm';
import type { Wallet } from './wallet.js';

export const WalletTable = new EntitySchema<Wallet>({
  name: 'wallets',
  columns: {
    id: column('uuid', { primary: true }),
    secretHash: column('text', { name: 'secret_hash' }),
    metadata: column('jsonb'),
    registeredAt: instant({ name: 'registered_at' }),
  },
});
