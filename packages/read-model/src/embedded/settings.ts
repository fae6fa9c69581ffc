/** How the embedded server is set: small, durable, silent about what it stores, reachable by its owner alone. */

export const administrator = 'stezhka_admin';
const port = 5432;
export const socketName = `.s.PGSQL.${port}`;

const settings: Readonly<Record<string, string>> = {
  listen_addresses: '',
  port: String(port),
  unix_socket_permissions: '0700',
  // Memory: one small installation, not a database host.
  shared_buffers: '32MB',
  // Two instances of each service, each with its sessions and the connection of its locks.
  max_connections: '200',
  work_mem: '4MB',
  maintenance_work_mem: '16MB',
  io_method: 'sync',
  max_worker_processes: '1',
  max_parallel_workers: '0',
  max_logical_replication_workers: '0',
  autovacuum_max_workers: '1',
  // A round takes each database in turn, in a process of its own: by default there would be one every few seconds.
  autovacuum_naptime: '5min',
  jit: 'off',
  huge_pages: 'off',
  // Durability: some tables are records that exist nowhere else.
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  // After a crash the file system as a whole is brought to disk, where it can be: file by file takes many seconds.
  ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
  wal_level: 'minimal',
  max_wal_senders: '0',
  min_wal_size: '32MB',
  max_wal_size: '128MB',
  // An error's text quotes the value it stumbled over, so only what ends the server or a connection is logged.
  log_min_messages: 'fatal',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  lc_messages: 'C',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

export function serverArguments(socketDir: string): string[] {
  return Object.entries({ ...settings, unix_socket_directories: socketDir }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
}

/** Unicode without the machine's locales: rows sort alike wherever the data directory goes. */
export const initArguments: readonly string[] = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--auth=peer',
  // A log of a few megabytes instead of at least two of sixteen, for a database that begins with nothing.
  '--wal-segsize=4',
  `--username=${administrator}`,
];

/** The socket's directory lets in the owner and root; the server itself asks again who is calling. */
export const hostAccess = 'local all all peer map=stezhka\n';
export function identityMap(client: string): string {
  return `stezhka "${client}" all\n`;
}
