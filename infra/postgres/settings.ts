export interface PostgresSettings {
  /** false: for tests only, a crash of the machine (not of a process) may lose what was committed. Default true. */
  fsync?: boolean;
  /** Further settings, or others than ours, by their names in postgresql.conf. */
  settings?: Record<string, string>;
}

/**
 * Sized by measurement (docs/decisions): a large WAL that is kept and used again and no checkpoint in the middle
 * of a load is what the pipeline's rate hangs on. Memory is taken when it is used, so an idle server stays small.
 */
const OURS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '512MB',
  min_wal_size: '1GB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  checkpoint_completion_target: '0.9',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_line_prefix: '%m [%p] %q%u@%d ',
};

/** synchronous_commit stays on: without it a killed server would lose what tests of kills count on. */
const NOT_DURABLE = { fsync: 'off', full_page_writes: 'off', min_wal_size: '128MB', max_wal_size: '1GB', shared_buffers: '128MB' };

/** The server's command line for these settings. */
export function settingsArguments({ fsync = true, settings = {} }: PostgresSettings): string[] {
  return Object.entries({ ...OURS, ...(fsync ? {} : NOT_DURABLE), ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
