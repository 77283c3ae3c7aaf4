import type { HandrailDatabase } from '../database/database.ts';

/** A file that was kept as it came: `undefined` where there is none that is a text. */
export async function readProof(db: HandrailDatabase, path: string): Promise<string | undefined> {
	const file: unknown = await db.get('proof', path);
	return typeof file === 'string' ? file : undefined;
}
