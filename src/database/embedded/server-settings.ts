import { totalmem } from 'node:os';

/** The name of the cluster's one database, and of the role that owns it. */
export const DATABASE = 'steamscope';

const MIB = 1024 * 1024;

/**
 * The text of the cluster's postgresql.conf. It is made for a small machine (two cores) that also runs the
 * program itself, and for a data set that fits in memory and is rebuilt in bulk from time to time. Settings
 * that an operator has made with ALTER SYSTEM override it.
 */
export function serverSettings(): string {
  const memory = totalmem() / MIB;
  // A share of the machine's memory, up to a number of megabytes.
  const megabytes = (share: number, most: number) => `${Math.floor(Math.min(memory * share, most))}MB`;
  const settings: Record<string, string | number> = {
    // Clients connect from this machine only, and only with the password.
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    max_connections: 100,

    shared_buffers: megabytes(1 / 8, 256),
    effective_cache_size: megabytes(1 / 2, 4096),
    work_mem: megabytes(1 / 128, 32),
    maintenance_work_mem: megabytes(1 / 8, 256),
    // Parallel queries share memory in /dev/shm, and a container has only 64 MB of it. This
    // memory is reserved elsewhere.
    min_dynamic_shared_memory: megabytes(1 / 16, 192),
    max_worker_processes: 4,
    max_parallel_workers: 2,
    max_parallel_workers_per_gather: 1,
    max_parallel_maintenance_workers: 1,
    autovacuum_max_workers: 1,
    io_workers: 1,

    // There are no replicas and no archive, so rows that are copied into a new table need no write-ahead log.
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_logical_replication_workers: 0,
    // The log of a refresh is some 130 MB, so that it meets one checkpoint. Afterwards the log is needed no more: the
    // next checkpoint removes its files, instead of keeping them for reuse.
    max_wal_size: '256MB',
    min_wal_size: '32MB',
    wal_recycle: 'off',
    checkpoint_timeout: '5min',
    checkpoint_completion_target: 0.9,
    // A committed change survives a power cut.
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',

    random_page_cost: 1.1,
    effective_io_concurrency: 32,
    // Compiling a query costs more than it saves when answers take milliseconds.
    jit: 'off',

    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    // The log has the server's own events only. A failed statement may hold texts of users; the
    // program reports the failure.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
  return `# Written by Steamscope at every start. To change a setting, use ALTER SYSTEM.\n${lines.join('\n')}\n`;
}

/** The text of the cluster's pg_hba.conf: all roles may connect from this machine, with their password. */
export const CLIENT_AUTHENTICATION =
  '# Written by Steamscope at every start.\nhost all all 127.0.0.1/32 scram-sha-256\n';
