import { type ContextFile, contextsWith, type Examination, examine, fault, openCredential, openPresentation } from '@laurel/credentials';
import { workerData } from 'piscina';
import type { ExaminationTask } from './examination-task.js';
import type { Timed } from './workers.js';

const contexts = contextsWith(workerData as readonly ContextFile[]);

/** The whole of a worker: it opens what was sent once more, asks nobody, and forgets it. */
export default function examineTask({ kind, sent, profile, keys, options, began }: Timed<ExaminationTask>): Promise<Examination> {
  began.postMessage('began');
  const known = new Map(keys);
  const resolveKey = (method: string) => known.get(method) ?? fault('unknown-key', { controller: method });
  return examine(kind === 'credential' ? openCredential(sent, profile) : openPresentation(sent, profile), { ...options, contexts, resolveKey });
}
