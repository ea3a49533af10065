import { catalogue } from '@laurel/events';
import { asyncApi, eventSchema } from './asyncapi.js';
import { environmentExample } from './environment-example.js';
import { openApiDocuments } from './openapi.js';

const json = (document: unknown) => `${JSON.stringify(document, null, 2)}\n`;

/** Every generated file of the repository: path -> content. */
export async function generateDocuments(): Promise<Map<string, string>> {
  const openApi = Object.entries(await openApiDocuments());
  return new Map([
    ...openApi.map(([name, document]): [string, string] => [`docs/openapi/${name}.json`, json(document)]),
    ...catalogue.map((event): [string, string] => [`docs/events/${event.type}.schema.json`, json(eventSchema(event))]),
    ['docs/events/asyncapi.json', json(asyncApi())],
    ['.env.example', environmentExample()],
  ]);
}
