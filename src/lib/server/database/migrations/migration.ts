import type { ServerDatabase } from '#lib/server/database/server-database.ts';
import type { Tx } from '#lib/server/database/server-schema.ts';

/** One step forward. There are no steps back: restore a backup instead. */
export type Migration = (tx: Tx, engine: ServerDatabase['engine']) => Promise<void>;
