import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder, givenBrokers, javaCommand } from './kafka.config.js';

const run = promisify(execFile);
const packageFolder = dirname(createRequire(import.meta.url).resolve('@laurel/infra/package.json'));
const pom = join(packageFolder, 'kafka', 'pom.xml');
const JAVA_NEEDED = 17;

/** The folder of exactly these jars: another pom.xml, another folder. */
export function jarsFolder(cache = cacheFolder()): string {
  const text = readFileSync(pom, 'utf8');
  const version = /kafka_2\.13<\/artifactId>\s*<version>([^<]+)/.exec(text)?.[1] ?? 'unknown';
  return join(cache, `kafka-${version}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`);
}

/** Apache Kafka's jars, fetched by Maven unless they are in the cache; several processes may ask at once. */
export async function fetchJars(cache = cacheFolder()): Promise<string> {
  const folder = jarsFolder(cache);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const temporary = mkdtempSync(`${folder}.`);
  try {
    await run('mvn', ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${temporary}`]);
    renameSync(temporary, folder);
  } catch (error) {
    if (!existsSync(folder)) throw new Error(`Maven could not bring Kafka's jars: ${(error as Error).message}`, { cause: error });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return folder;
}

/** Why no Kafka can be had on this machine, in a sentence for people; undefined when one can. */
export function whyNoKafka(cache = cacheFolder()): string | undefined {
  if (givenBrokers()) return undefined;
  const java = javaVersion();
  if (java === undefined || java < JAVA_NEEDED) {
    return `Kafka needs Java ${JAVA_NEEDED} or later (${java === undefined ? 'there is none here' : `here is Java ${java}`}), or KAFKA_BROKERS`;
  }
  if (!existsSync(jarsFolder(cache)) && !answers('mvn')) return "Kafka's jars are fetched by Maven (mvn), which isn't here; install it or set KAFKA_BROKERS";
  return undefined;
}

function javaVersion(): number | undefined {
  try {
    // `java -version` tells on stderr; --version (since 9) on stdout: "openjdk 17.0.15 2025-04-15".
    const text = execFileSync(javaCommand(), ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return Number(/\s(\d+)/.exec(text)?.[1]);
  } catch {
    return undefined;
  }
}

function answers(command: string): boolean {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
