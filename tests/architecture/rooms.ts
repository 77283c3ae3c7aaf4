import { serverRooms } from './server-rooms.ts';

/** The layers whose folders have a table of their own: a layer → its rooms, and what each may import. */
export const rooms: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
	'src/lib/server': serverRooms
};
