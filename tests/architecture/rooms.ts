import { checkRooms, compilerRooms } from './compiler-rooms.ts';
import { editionRooms, readerRooms, shareRooms, syncRooms, trustRooms } from './lib-rooms.ts';
import { phoneRooms, storageRooms } from './phone-rooms.ts';
import { httpRooms, senderRooms, serverRooms } from './server-rooms.ts';

/**
 * The folders whose rooms have a table: a folder → its rooms, and what each may import of the others.
 * `.` is the room of the files that lie in the folder itself.
 */
export const rooms: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
	'src/compiler': compilerRooms,
	'src/compiler/check': checkRooms,
	'src/lib/edition': editionRooms,
	'src/lib/trust': trustRooms,
	'src/lib/sync': syncRooms,
	'src/lib/share': shareRooms,
	'src/lib/reader': readerRooms,
	'src/lib/storage': storageRooms,
	'src/lib/pwa': phoneRooms,
	'src/lib/server': serverRooms,
	'src/lib/server/sender': senderRooms,
	'src/lib/server/http': httpRooms
};

/** Files beside the rooms of a folder that are no room: those that start it. */
export const entryFiles: Readonly<Record<string, readonly string[]>> = {
	'src/compiler': ['cli.ts']
};

/** The folder that a room is. */
export const folderOf = (layer: string, room: string): string =>
	room === '.' ? layer : `${layer}/${room}`;

/** A pattern for the paths of the files in a room. */
export const filesOf = (layer: string, room: string): string =>
	room === '.' ? `${layer}/[^/]+$` : `${layer}/${room}(/|$)`;
