import { zipSync } from 'fflate';

/**
 * One ZIP file. The same files and day give the same bytes on every machine: fflate compresses in
 * JavaScript, where Node's zlib differs from processor to processor.
 *
 * @param files by path, in the order in which they are written
 * @param issued the instant of the edition; every file has its day as its own
 */
export function writeZip(files: ReadonlyMap<string, Uint8Array>, issued: string): Uint8Array {
	const [year = 0, month = 1, day = 1] = issued.slice(0, 10).split('-').map(Number);
	// ZIP has no time zone, and fflate asks the machine's. Noon exists in all of them, on every day
	const mtime = new Date(year, month - 1, day, 12);
	return zipSync(Object.fromEntries(files), { level: 9, mtime });
}
