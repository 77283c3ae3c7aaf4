import type { ServerDatabase } from '#lib/server/database/server-database.ts';
import { createAccept } from './accept-announcement.ts';
import { createAdvance } from './advance.ts';
import type { Announcements } from './announcements.ts';
import { createCancel } from './cancel-announcement.ts';
import { findProgress, listProgress } from './read-progress.ts';

export function createAnnouncements(db: ServerDatabase): Announcements {
	return {
		accept: createAccept(db),
		cancel: createCancel(db),
		find: (edition) => findProgress(db.query, edition),
		list: (limit) => listProgress(db.query, limit),
		advance: createAdvance(db)
	};
}
