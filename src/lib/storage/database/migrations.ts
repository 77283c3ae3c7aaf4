import type { IDBPTransaction, StoreNames } from 'idb';
import type { HandrailDatabase, HandrailSchema } from './schema.ts';

type Upgrade = IDBPTransaction<HandrailSchema, StoreNames<HandrailSchema>[], 'versionchange'>;
export type Migration = (db: HandrailDatabase, tx: Upgrade) => void;

/**
 * Only append to this list, and only add to the database: phones may be many versions behind, and
 * after a release is undone, older code must be able to read what it left. The database's version
 * is the length of the list.
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
	},
	(db) => {
		db.createObjectStore('recordings');
	}
];
