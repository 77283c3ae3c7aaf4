import type { IDBPTransaction, StoreNames } from 'idb';
import type { HandrailDatabase, HandrailSchema } from './schema.ts';

type Upgrade = IDBPTransaction<HandrailSchema, StoreNames<HandrailSchema>[], 'versionchange'>;
export type Migration = (db: HandrailDatabase, tx: Upgrade) => void;

/**
 * Append only, and each only adds: phones may be many versions behind, and a release that is undone
 * leaves a database that older code must be able to read. The version is the length of this list.
 */
export const migrations: readonly Migration[] = [
	(db) => {
		db.createObjectStore('blobs');
		db.createObjectStore('editions', { keyPath: 'version' });
		db.createObjectStore('listings');
		db.createObjectStore('search');
		db.createObjectStore('trust');
	},
	(db) => {
		db.createObjectStore('settings');
		db.createObjectStore('lease');
	},
	(db) => {
		db.createObjectStore('proof');
	}
];
