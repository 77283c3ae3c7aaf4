import type { ServerDatabase, Tx } from '#lib/server/database/database.ts';

/** One step forward. There is none back: a backup is. */
export type Migration = (tx: Tx, engine: ServerDatabase['engine']) => Promise<void>;
