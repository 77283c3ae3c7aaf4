import { compilerRooms } from './compiler-rooms.ts';
import { phoneRooms, storageRooms } from './phone-rooms.ts';
import { serverRooms } from './server-rooms.ts';

/** The layers whose folders have a table of their own: a layer → its rooms, and what each may import. */
export const rooms: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
	'src/compiler': compilerRooms,
	'src/lib/storage': storageRooms,
	'src/lib/pwa': phoneRooms,
	'src/lib/server': serverRooms
};

/** Files beside the rooms of a layer: those that start it. */
export const entryFiles: Readonly<Record<string, readonly string[]>> = {
	'src/compiler': ['cli.ts']
};
