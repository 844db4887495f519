import { totalmem } from 'node:os';

/** The one database of the cluster, and the role that owns it. */
export const DATABASE = 'steamscope';

const MIB = 1024 * 1024;

/**
 * The cluster's postgresql.conf: for a small machine (two cores) on which the program itself runs too, with a data set
 * that fits in memory, rebuilt now and then in bulk. What an operator sets with ALTER SYSTEM goes before it.
 */
export function serverSettings(): string {
  const memory = totalmem() / MIB;
  const megabytes = (share: number, most: number) => `${Math.floor(Math.min(memory * share, most))}MB`;
  const settings: Record<string, string | number> = {
    // Reachable from this machine only, with the password only.
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    max_connections: 100,

    shared_buffers: megabytes(1 / 8, 256),
    effective_cache_size: megabytes(1 / 2, 4096),
    work_mem: megabytes(1 / 128, 32),
    maintenance_work_mem: megabytes(1 / 8, 256),
    // Parallel queries share memory in /dev/shm, of which a container has 64 MB: this much is set aside elsewhere.
    min_dynamic_shared_memory: megabytes(1 / 16, 192),
    max_worker_processes: 4,
    max_parallel_workers: 2,
    max_parallel_workers_per_gather: 1,
    max_parallel_maintenance_workers: 1,
    autovacuum_max_workers: 1,
    io_workers: 1,

    // No replicas and no archive: what is copied into a table of the same transaction needs no log.
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_logical_replication_workers: 0,
    // A refresh writes a lot at once: few checkpoints while it does.
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    checkpoint_completion_target: 0.9,
    // What was said to be done stays done, also when the power fails.
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',

    random_page_cost: 1.1,
    effective_io_concurrency: 32,
    // Costs more than it saves in answers of milliseconds.
    jit: 'off',

    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    // The server's own doings only. A failed statement is its sender's to report: it may hold what users have written.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
  return `# Written by Steamscope at every start. Settings of your own: ALTER SYSTEM.\n${lines.join('\n')}\n`;
}

/** The cluster's pg_hba.conf: who may connect, from where, and how they prove it. */
export const CLIENT_AUTHENTICATION =
  '# Written by Steamscope at every start.\nhost all all 127.0.0.1/32 scram-sha-256\n';
