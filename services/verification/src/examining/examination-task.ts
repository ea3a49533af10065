import type { ExamineOptions, JsonObject, KeyResolution, Profile } from '@laurel/credentials';

/** An examination as it crosses to a worker: what was sent, and the keys that its proofs name, found before. */
export interface ExaminationTask {
  readonly kind: 'credential' | 'presentation';
  readonly sent: string | JsonObject;
  readonly profile: Profile;
  readonly keys: readonly (readonly [verificationMethod: string, key: KeyResolution])[];
  readonly options: Omit<ExamineOptions, 'contexts' | 'resolveKey'>;
}
