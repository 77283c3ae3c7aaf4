import type { OpenDatabase } from '#lib/storage/database/database-opener.ts';

let provided: OpenDatabase | undefined;

/** Called once, by the app of this page: nothing else in it opens the database. */
export function provideConnection(open: OpenDatabase): void {
	provided = open;
}

/** The page's one connection. */
export const connection: OpenDatabase = () => {
	if (!provided) throw new Error('The hooks must start the app before a page asks its phone');
	return provided();
};
