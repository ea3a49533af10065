import { StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { inWords, requestProblem, type ProblemPlace } from '@laurel/runtime';

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: string;
  readonly keys?: readonly string[];
}

/** A JSON pointer (RFC 6901 section 3) from the path of an issue. */
const pointerOf = (path: Issue['path'] = []): string =>
  path.map((step) => `/${String(typeof step === 'object' ? step.key : step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The places that a schema found fault with; an unknown member is pointed to itself, not to the object around it. */
export const placesOf = (issues: readonly Issue[]): ProblemPlace[] =>
  issues.slice(0, 50).flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? (issue.keys ?? []).slice(0, 50).map((key) => ({ pointer: pointerOf([...(issue.path ?? []), key]), detail: 'is not known here; look the name up at /docs' }))
      : [{ pointer: pointerOf(issue.path), detail: inWords(issue.message) }],
  );

export const validationProblem = (issues: readonly Issue[]) => {
  const errors = placesOf(issues);
  return requestProblem('validation-failed', `${errors.length === 1 ? 'One place does' : `${errors.length} places do`} not fit: ${errors[0]?.pointer || 'the request'} ${errors[0]?.detail ?? ''}`, { errors });
};

/** Validates each parameter by its schema (`@Body({ schema })`), and answers 422 with pointers; an id that is none is one that nobody has. */
export class ValidationPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: validationProblem });
  }

  override async transform<Value>(value: Value, metadata: ArgumentMetadata): Promise<Value> {
    if (metadata.type === 'param' && metadata.schema && (await metadata.schema['~standard'].validate(value)).issues) throw requestProblem('not-found', 'Nothing here has this id.');
    return super.transform(value, metadata);
  }

  /** Nothing is dropped in silence: a strict schema refuses `__proto__` like any unknown member. */
  protected override stripProtoKeys(): void {}
}
